package dev.quittance.contracting;

import dev.quittance.contracting.LifeInputs.ChangeScheduleInput;
import dev.quittance.contracting.LifeOutcome.ScheduleChanged;
import dev.quittance.contracting.LifeOutcome.ScheduleDeleted;
import dev.quittance.contracting.StepKeeping.Kept;
import dev.quittance.contracting.Stepping.Ask;
import dev.quittance.invoicing.Invoice;
import dev.quittance.invoicing.Invoices;
import dev.quittance.subscriptions.Rescheduling;
import dev.quittance.subscriptions.SubscriptionChange;
import dev.quittance.subscriptions.SubscriptionContract;
import dev.quittance.subscriptions.Subscriptions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Acts in the life of a subscription, and what came of them. */
@Service
class LifeActs {
    private final Stepping stepping;
    private final StepPlanning planning;
    private final Subscriptions subscriptions;
    private final Invoices invoices;
    private final PortalGate gate;

    LifeActs(
            Stepping stepping,
            StepPlanning planning,
            Subscriptions subscriptions,
            Invoices invoices,
            PortalGate gate) {
        this.stepping = stepping;
        this.planning = planning;
        this.subscriptions = subscriptions;
        this.invoices = invoices;
        this.gate = gate;
    }

    /** What an outcome is told with. */
    record Told(SubscriptionContract subscription, Kept kept, @Nullable Invoice invoice) {}

    /** Takes a step, and finds what came of it. */
    Mono<Told> take(Ask ask) {
        return stepping.take(ask).flatMap(this::told);
    }

    @Transactional
    Mono<LifeOutcome> changeSchedule(ChangeScheduleInput input) {
        return planning.lock(input.id())
                .delayUntil(found -> gate.reschedule(found, input.resumeOn()))
                .flatMap(
                        found ->
                                planning.today(found)
                                        .map(
                                                days ->
                                                        Rescheduling.change(
                                                                found,
                                                                input.pauseOn(),
                                                                input.resumeOn(),
                                                                days.today())))
                .flatMap(this::keep)
                .map(ScheduleChanged::new);
    }

    @Transactional
    Mono<LifeOutcome> deleteSchedule(UUID id) {
        return planning.lock(id)
                .delayUntil(found -> gate.reschedule(found, null))
                .map(Rescheduling::delete)
                .flatMap(this::keep)
                .map(ScheduleDeleted::new);
    }

    /** Lets a subscription stay what it is. */
    @Transactional
    Mono<SubscriptionContract> removeScheduledChange(UUID id) {
        return planning.lock(id)
                .delayUntil(gate::edit)
                .map(Rescheduling::dropChange)
                .flatMap(this::keep);
    }

    private Mono<SubscriptionContract> keep(SubscriptionChange change) {
        return subscriptions.keep(List.of(change)).thenReturn(change.after());
    }

    private Mono<Told> told(Kept kept) {
        var invoice =
                kept.invoice() == null
                        ? Mono.just(Optional.<Invoice>empty())
                        : invoices.get(kept.invoice()).map(Optional::of);
        return Mono.zip(
                subscriptions.get(kept.subscription()),
                invoice,
                (subscription, found) -> new Told(subscription, kept, found.orElse(null)));
    }
}
