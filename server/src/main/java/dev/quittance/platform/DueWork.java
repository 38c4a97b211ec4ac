package dev.quittance.platform;

import java.time.LocalDate;
import java.time.ZoneId;
import reactor.core.publisher.Mono;

/**
 * Work that falls due by date: renewals, term ends, reminders. The night, the catch-up after an
 * outage and the moved clock call it the same way, day by day, lower floors first.
 */
public interface DueWork {

    /** Unique among all due work; how its progress is kept. */
    String name();

    /** The floor of its package; lower floors run first. */
    int floor();

    /**
     * Does all that is due up to {@code day} in billing zone {@code zone}. Runs outside any
     * transaction and may run again for a day it did not finish.
     */
    Mono<Void> run(LocalDate day, ZoneId zone);
}
