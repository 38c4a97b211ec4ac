package dev.quittance.billing;

import dev.quittance.contracting.ChargedTrials;
import dev.quittance.contracting.TrialEnds;
import dev.quittance.platform.DueWork;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Ends trials on their day, before pauses and the bill run: what is charged by itself is charged
 * for its first period, the others end as their plans say.
 */
@Component
@Order(TrialsByDate.BEFORE_PAUSES)
class TrialsByDate implements DueWork {
    static final int BEFORE_PAUSES = PausesByDate.BEFORE_THE_BILL_RUN - 1;

    private static final int BATCH = 500;

    private final TrialEnds ends;
    private final ChargedTrials charged;
    private final OneByOne oneByOne;

    TrialsByDate(TrialEnds ends, ChargedTrials charged, OneByOne oneByOne) {
        this.ends = ends;
        this.charged = charged;
        this.oneByOne = oneByOne;
    }

    @Override
    public String name() {
        return "trials";
    }

    @Override
    public int floor() {
        return 9;
    }

    @Override
    public Mono<Void> run(LocalDate day, ZoneId zone) {
        return ends.due(day, zone)
                .flatMap(
                        over ->
                                Flux.fromIterable(over.others())
                                        .buffer(BATCH)
                                        .concatMap(ids -> ends.end(ids, day))
                                        .then(
                                                oneByOne.each(
                                                        over.charged(),
                                                        "The charge after the trial",
                                                        one -> charged.charge(one, day))));
    }
}
