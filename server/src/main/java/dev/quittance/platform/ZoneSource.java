package dev.quittance.platform;

import java.time.ZoneId;
import reactor.core.publisher.Flux;

/** Knows billing zones. The first zone of the first source is the organisation's own. */
public interface ZoneSource {

    Flux<ZoneId> zones();
}
