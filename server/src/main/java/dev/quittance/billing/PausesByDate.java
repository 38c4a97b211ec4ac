package dev.quittance.billing;

import dev.quittance.contracting.DuePauses;
import dev.quittance.platform.DueWork;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Pauses subscriptions on their day, before the bill run. Whoever can't be credited is parked, and
 * never stops the others; until it is mended that subscription is neither paused nor billed.
 */
@Component
@Order(PausesByDate.BEFORE_THE_BILL_RUN)
class PausesByDate implements DueWork {
    static final int BEFORE_THE_BILL_RUN = 0;

    private final DuePauses pauses;
    private final OneByOne oneByOne;

    PausesByDate(DuePauses pauses, OneByOne oneByOne) {
        this.pauses = pauses;
        this.oneByOne = oneByOne;
    }

    @Override
    public String name() {
        return "pauses";
    }

    @Override
    public int floor() {
        return 9;
    }

    @Override
    public Mono<Void> run(LocalDate day, ZoneId zone) {
        return pauses.due(day, zone)
                .collectList()
                .flatMap(
                        due -> oneByOne.each(due, "The pause", one -> pauses.pause(one.id(), day)));
    }
}
