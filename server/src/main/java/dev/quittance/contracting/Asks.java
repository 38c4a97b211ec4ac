package dev.quittance.contracting;

import dev.quittance.contracting.BeginningController.ActivateSubscriptionInput;
import dev.quittance.contracting.DraftCharge.Act;
import dev.quittance.contracting.DraftCharge.Asked;
import dev.quittance.contracting.LifeInputs.ResumeSubscriptionInput;
import dev.quittance.contracting.Stepping.Ask;
import dev.quittance.platform.JsonText;
import dev.quittance.subscriptions.Changing;
import dev.quittance.subscriptions.Trials;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Puts together what is asked for: by a request now, or by one whose money has come in since. */
@Component
class Asks {
    private final PortalGate gate;
    private final EditGate edits;
    private final ChangePlanning changes;
    private final ReactivatePlanning reactivations;

    Asks(
            PortalGate gate,
            EditGate edits,
            ChangePlanning changes,
            ReactivatePlanning reactivations) {
        this.gate = gate;
        this.edits = edits;
        this.changes = changes;
        this.reactivations = reactivations;
    }

    Ask activate(ActivateSubscriptionInput input) {
        return new Ask(
                "activateSubscription",
                input.id(),
                input.id(),
                input.quoteToken(),
                input.idempotencyKey(),
                Act.ACTIVATE,
                life ->
                        gate.activate(life.subscription())
                                .then(Mono.fromSupplier(() -> Trials.activate(life))));
    }

    Ask change(ChangeSubscriptionInput input) {
        return new Ask(
                "changeSubscription",
                input.id(),
                input.wish(),
                input.quoteToken(),
                input.idempotencyKey(),
                Act.CHANGE,
                life ->
                        edits.pass(life, input.wanted(), input.when())
                                .flatMap(wanted -> changes.target(life, wanted))
                                .map(target -> Changing.decide(life, target, input.when())));
    }

    Ask reactivate(ReactivateSubscriptionInput input) {
        return new Ask(
                "reactivateSubscription",
                input.id(),
                input.wish(),
                input.quoteToken(),
                input.idempotencyKey(),
                Act.REACTIVATE,
                life -> reactivations.plan(life, input.wanted()));
    }

    /** The same that was asked for before it was charged. */
    Ask again(Act act, Asked asked) {
        var wish = asked.wish();
        return switch (act) {
            case ACTIVATE ->
                    activate(
                            new ActivateSubscriptionInput(
                                    JsonText.read(wish, UUID.class), null, ""));
            case RESUME -> JsonText.read(wish, ResumeSubscriptionInput.class).ask(gate);
            case CHANGE -> change(JsonText.read(wish, ChangeSubscriptionInput.class));
            case REACTIVATE -> reactivate(JsonText.read(wish, ReactivateSubscriptionInput.class));
            case TRIAL_END -> throw new IllegalArgumentException("Nobody asks for a trial's end.");
        };
    }
}
