package dev.quittance.contracting;

import dev.quittance.contracting.StepKeeping.Kept;
import dev.quittance.contracting.StepQuotes.Quoted;
import dev.quittance.subscriptions.Steps;
import dev.quittance.subscriptions.SubscriptionContract;
import dev.quittance.subscriptions.Trials;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the first period after a trial is billed: drafted, or posted. */
@Component
class TrialDrafts {
    private final StepPlanning planning;
    private final Steps steps;
    private final StepQuotes amounts;
    private final StepKeeping keeping;

    TrialDrafts(StepPlanning planning, Steps steps, StepQuotes amounts, StepKeeping keeping) {
        this.planning = planning;
        this.steps = steps;
        this.amounts = amounts;
        this.keeping = keeping;
    }

    /** Refuses with the reason where it can't be billed. */
    Mono<Quoted> of(SubscriptionContract found) {
        return planning.today(found)
                .flatMap(
                        days ->
                                steps.life(found, days.today())
                                        .map(Trials::charged)
                                        .flatMap(step -> amounts.of(step, days)));
    }

    /** It is live, and what was drafted is billed. The customer is locked. */
    Mono<Kept> post(Quoted quoted) {
        return keeping.keep(quoted);
    }
}
