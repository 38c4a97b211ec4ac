package dev.quittance.contracting;

import dev.quittance.contracting.LifeInputs.ChangeScheduleInput;
import dev.quittance.contracting.LifeInputs.DeleteScheduleInput;
import dev.quittance.contracting.LifeInputs.PauseSubscriptionInput;
import dev.quittance.contracting.LifeInputs.ResumeSubscriptionInput;
import dev.quittance.contracting.LifeOutcome.PauseSet;
import dev.quittance.contracting.LifeOutcome.ResumptionSet;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Acts in the life of a subscription in GraphQL: pauses and what is planned. */
@Controller
class LifeController {
    private final Stepping stepping;
    private final LifeActs acts;
    private final PortalGate gate;

    LifeController(Stepping stepping, LifeActs acts, PortalGate gate) {
        this.stepping = stepping;
        this.acts = acts;
        this.gate = gate;
    }

    @QueryMapping
    Mono<SubscriptionQuote> previewPauseSubscription(@Argument PauseSubscriptionInput input) {
        return stepping.preview(input.ask(gate));
    }

    @QueryMapping
    Mono<SubscriptionQuote> previewResumeSubscription(@Argument ResumeSubscriptionInput input) {
        return stepping.preview(input.ask(gate));
    }

    @MutationMapping
    Mono<LifeOutcome> pauseSubscription(@Argument PauseSubscriptionInput input) {
        return acts.take(
                input.ask(gate), told -> new PauseSet(told.subscription(), told.kept().credit()));
    }

    @MutationMapping
    Mono<LifeOutcome> resumeSubscription(@Argument ResumeSubscriptionInput input) {
        return acts.take(
                input.ask(gate), told -> new ResumptionSet(told.subscription(), told.invoice()));
    }

    @MutationMapping
    Mono<LifeOutcome> changeSchedule(@Argument ChangeScheduleInput input) {
        return acts.changeSchedule(input);
    }

    @MutationMapping
    Mono<LifeOutcome> deleteSchedule(@Argument DeleteScheduleInput input) {
        return acts.deleteSchedule(input.id());
    }
}
