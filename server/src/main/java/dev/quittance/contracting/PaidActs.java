package dev.quittance.contracting;

import static java.util.Objects.requireNonNull;

import dev.quittance.contracting.DraftCharge.Asked;
import dev.quittance.contracting.StepQuotes.Quoted;
import dev.quittance.contracting.Stepping.Ask;
import dev.quittance.payments.Payment;
import dev.quittance.platform.Refused;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Carries out what a contact asked for, once it is paid: by the same code, as of the day and by the
 * one who asked. Only what was shown is done: where anything moved meanwhile it is refused, and the
 * money becomes account credit.
 */
@Component
class PaidActs {
    private final Asks asks;
    private final StepPlanning planning;
    private final StepQuotes amounts;
    private final StepKeeping keeping;
    private final PaidActRecords records;

    PaidActs(
            Asks asks,
            StepPlanning planning,
            StepQuotes amounts,
            StepKeeping keeping,
            PaidActRecords records) {
        this.asks = asks;
        this.planning = planning;
        this.amounts = amounts;
        this.keeping = keeping;
        this.records = records;
    }

    /** The invoice that was posted. The customer is locked. */
    Mono<List<UUID>> carryOut(DraftCharge charge, Payment payment) {
        var asked = requireNonNull(charge.asked());
        return quoted(asks.again(charge.act(), asked), asked)
                .doOnNext(quoted -> refuseOther(asked, quoted, payment))
                .flatMap(keeping::keep)
                .contextWrite(asked.by()::in)
                .flatMap(kept -> records.keep(charge, payment, kept));
    }

    private Mono<Quoted> quoted(Ask ask, Asked asked) {
        return planning.locked(ask.subscription(), asked.on(), asked.at())
                .flatMap(
                        ground ->
                                Mono.defer(() -> ask.rule().apply(ground.life()))
                                        .flatMap(step -> amounts.of(step, ground.days())));
    }

    private static void refuseOther(Asked asked, Quoted quoted, Payment payment) {
        if (!asked.shown().equals(ActCharges.shown(quoted.quote()))) {
            throw new Refused(new ActOvertaken(payment));
        }
    }
}
