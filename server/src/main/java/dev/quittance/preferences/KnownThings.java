package dev.quittance.preferences;

import java.util.Collection;
import java.util.UUID;
import reactor.core.publisher.Flux;

/**
 * Tells which of some plans or customers there are; offered by whoever keeps them or knows who
 * does.
 */
public interface KnownThings {

    /** What is known: PLAN or CUSTOMER. */
    PreferenceLevel level();

    /** Those of {@code ids} that there are. */
    Flux<UUID> known(Collection<UUID> ids);
}
