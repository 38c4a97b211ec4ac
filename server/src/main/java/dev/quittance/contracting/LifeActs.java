package dev.quittance.contracting;

import dev.quittance.contracting.ActAnswers.CarriedOut;
import dev.quittance.contracting.ActAnswers.Waiting;
import dev.quittance.contracting.LifeInputs.ChangeScheduleInput;
import dev.quittance.contracting.LifeOutcome.ActCharging;
import dev.quittance.contracting.LifeOutcome.ActNeedsConfirmation;
import dev.quittance.contracting.LifeOutcome.ScheduleChanged;
import dev.quittance.contracting.LifeOutcome.ScheduleDeleted;
import dev.quittance.contracting.StepKeeping.Kept;
import dev.quittance.contracting.Stepping.Ask;
import dev.quittance.invoicing.Invoice;
import dev.quittance.invoicing.Invoices;
import dev.quittance.payments.ChargeAnswer;
import dev.quittance.subscriptions.Rescheduling;
import dev.quittance.subscriptions.SubscriptionChange;
import dev.quittance.subscriptions.SubscriptionContract;
import dev.quittance.subscriptions.Subscriptions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
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
    private final ActAnswers answers;

    LifeActs(
            Stepping stepping,
            StepPlanning planning,
            Subscriptions subscriptions,
            Invoices invoices,
            PortalGate gate,
            ActAnswers answers) {
        this.stepping = stepping;
        this.planning = planning;
        this.subscriptions = subscriptions;
        this.invoices = invoices;
        this.gate = gate;
        this.answers = answers;
    }

    /** What an outcome is told with. */
    record Told(SubscriptionContract subscription, Kept kept, @Nullable Invoice invoice) {}

    /**
     * Takes a step, and finds what came of it. What is charged first waits for the gateway, and may
     * wait for the payer's bank after that.
     *
     * @param done names the outcome once it is done
     */
    Mono<LifeOutcome> take(Ask ask, Function<Told, LifeOutcome> done) {
        return stepping.take(ask)
                .flatMap(
                        kept ->
                                kept.payment() == null
                                        ? told(kept).map(done)
                                        : charged(kept.subscription(), kept.payment(), done));
    }

    private Mono<LifeOutcome> charged(
            UUID subscription, UUID payment, Function<Told, LifeOutcome> done) {
        return answers.of(payment)
                .flatMap(
                        answer ->
                                switch (answer) {
                                    case CarriedOut(var kept) -> told(kept).map(done);
                                    case Waiting(var charge) -> waiting(subscription, charge);
                                });
    }

    private Mono<LifeOutcome> waiting(UUID subscription, ChargeAnswer charge) {
        var url = charge.actionUrl();
        return subscriptions
                .get(subscription)
                .map(
                        found ->
                                url == null
                                        ? new ActCharging(found, charge.payment())
                                        : new ActNeedsConfirmation(found, charge.payment(), url));
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
