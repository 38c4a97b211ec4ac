package dev.quittance.contracting;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElseGet;

import dev.quittance.collection.CreditRefund.Left;
import dev.quittance.collection.CreditRefunds;
import dev.quittance.contracting.CancelOutcome.CancellationScheduled;
import dev.quittance.contracting.CancelOutcome.NothingScheduled;
import dev.quittance.contracting.CancelOutcome.ScheduledCancellationRemoved;
import dev.quittance.contracting.CancelOutcome.SubscriptionCancelled;
import dev.quittance.contracting.Cancelling.Stopped;
import dev.quittance.invoicing.CreditNote;
import dev.quittance.invoicing.CreditNotes;
import dev.quittance.payments.Allocations;
import dev.quittance.platform.Refused;
import dev.quittance.subscriptions.SubscriptionChange;
import dev.quittance.subscriptions.SubscriptionContract;
import dev.quittance.subscriptions.Subscriptions;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps what was decided about the end of a subscription, and gives back what is not used. */
@Component
class CancelKeeping {
    private final Subscriptions subscriptions;
    private final CreditNotes creditNotes;
    private final Allocations allocations;
    private final CancelPlanning planning;
    private final CreditRefunds refunds;

    CancelKeeping(
            Subscriptions subscriptions,
            CreditNotes creditNotes,
            Allocations allocations,
            CancelPlanning planning,
            CreditRefunds refunds) {
        this.subscriptions = subscriptions;
        this.creditNotes = creditNotes;
        this.allocations = allocations;
        this.planning = planning;
        this.refunds = refunds;
    }

    /** Call in the transaction that holds the customer. */
    Mono<Stopped> keep(Cancel cancel) {
        return subscriptions
                .keep(List.of(cancel.change()))
                .then(Mono.defer(() -> credit(cancel)))
                .zipWhen(given -> refund(cancel, given))
                .map(
                        done ->
                                new Stopped(
                                        cancel.before().id(),
                                        cancel.now() ? null : cancel.on(),
                                        done.getT1().total(),
                                        done.getT2()));
    }

    /** Takes a scheduled cancellation back. */
    @Transactional
    Mono<CancelOutcome> removeScheduled(UUID id) {
        return planning.lock(id)
                .doOnNext(CancelKeeping::mustBeScheduled)
                .map(CancelKeeping::removal)
                .flatMap(
                        change ->
                                subscriptions
                                        .keep(List.of(change))
                                        .thenReturn(
                                                new ScheduledCancellationRemoved(change.after())));
    }

    Mono<CancelOutcome> found(Stopped stopped) {
        return subscriptions
                .get(stopped.subscription())
                .map(
                        subscription ->
                                stopped.endsOn() == null
                                        ? new SubscriptionCancelled(
                                                subscription,
                                                stopped.credit(),
                                                requireNonNullElseGet(
                                                        stopped.refund(),
                                                        () ->
                                                                Money.zero(
                                                                        stopped.credit()
                                                                                .getCurrencyUnit())))
                                        : new CancellationScheduled(
                                                subscription, stopped.endsOn()));
    }

    /**
     * @param total with the tax
     * @param rests what of it owes its invoice nothing more
     */
    private record Given(Money total, List<Left> rests) {}

    private Mono<Given> credit(Cancel cancel) {
        var issueOn = cancel.days().issueOn();
        return cancel.credits()
                ? creditNotes
                        .forUnused(cancel.before().id(), cancel.given(), issueOn, reason(cancel))
                        .flatMapMany(Flux::fromIterable)
                        .concatMap(note -> settle(note, issueOn))
                        .collectList()
                        .map(rests -> given(cancel, rests))
                : Mono.just(new Given(Money.zero(cancel.currency()), List.of()));
    }

    /** A credit note, and what of it became account credit. */
    private record Settled(CreditNote note, Money left) {}

    private static Given given(Cancel cancel, List<Settled> notes) {
        return new Given(
                notes.stream()
                        .map(settled -> settled.note().total())
                        .reduce(Money.zero(cancel.currency()), Money::plus),
                notes.stream()
                        .map(
                                settled ->
                                        new Left(
                                                requireNonNull(settled.note().invoiceId()),
                                                settled.left()))
                        .toList());
    }

    /** What its invoice still owes is paid from the credit note first; the rest stays credit. */
    private Mono<Settled> settle(CreditNote note, LocalDate on) {
        return allocations
                .credit(note, on)
                .map(paid -> new Settled(note, note.total().minus(paid)));
    }

    private Mono<Money> refund(Cancel cancel, Given given) {
        return cancel.refunds()
                ? refunds.begin(
                        cancel.before().customer(),
                        cancel.currency(),
                        given.rests(),
                        cancel.days().issueOn(),
                        reason(cancel))
                : Mono.just(Money.zero(cancel.currency()));
    }

    private static String reason(Cancel cancel) {
        return "Unused days of subscription %s".formatted(cancel.before().number());
    }

    private static void mustBeScheduled(SubscriptionContract found) {
        if (found.cancelsOn() == null || found.endedOn() != null) {
            throw new Refused(new NothingScheduled());
        }
    }

    private static SubscriptionChange removal(SubscriptionContract found) {
        return new SubscriptionChange(
                found, found.continued(), "scheduled cancellation removed", null);
    }
}
