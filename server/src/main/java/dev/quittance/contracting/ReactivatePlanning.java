package dev.quittance.contracting;

import dev.quittance.catalog.Catalog;
import dev.quittance.collection.UnpaidEnds;
import dev.quittance.contracting.ChangeSubscriptionInput.Wanted;
import dev.quittance.invoicing.SubscriptionDebts;
import dev.quittance.platform.Refused;
import dev.quittance.subscriptions.Life;
import dev.quittance.subscriptions.Reactivating;
import dev.quittance.subscriptions.Step;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds what decides about reactivating a subscription; old debt has to be paid first. */
@Component
class ReactivatePlanning {
    private final PortalGate gate;
    private final EditGate edits;
    private final ChangePlanning changes;
    private final Catalog catalog;
    private final SubscriptionDebts debts;
    private final UnpaidEnds unpaid;

    ReactivatePlanning(
            PortalGate gate,
            EditGate edits,
            ChangePlanning changes,
            Catalog catalog,
            SubscriptionDebts debts,
            UnpaidEnds unpaid) {
        this.gate = gate;
        this.edits = edits;
        this.changes = changes;
        this.catalog = catalog;
        this.debts = debts;
        this.unpaid = unpaid;
    }

    Mono<Step> plan(Life life, Wanted wanted) {
        return gate.reactivate(life.subscription())
                .then(Mono.defer(() -> edits.pass(life, wanted, null)))
                .flatMap(passed -> decide(life, passed));
    }

    private Mono<Step> decide(Life life, Wanted wanted) {
        var id = life.subscription().id();
        return Mono.zip(
                        changes.target(life, wanted),
                        debts.billedUntil(id).map(Optional::of).defaultIfEmpty(Optional.empty()),
                        unpaid.ended(life.subscription()))
                .flatMap(
                        known ->
                                catalog.plan(known.getT1().wanted().plan())
                                        .map(
                                                plan ->
                                                        new Reactivating.Wish(
                                                                known.getT1(),
                                                                plan.terms(),
                                                                known.getT2().orElse(null),
                                                                known.getT3())))
                .map(wish -> Reactivating.decide(life, wish))
                .delayUntil(_ -> refuseDebt(id));
    }

    private Mono<Void> refuseDebt(UUID subscription) {
        return debts.open(subscription).flatMap(due -> Mono.error(new Refused(new DebtOpen(due))));
    }
}
