package dev.quittance.contracting;

import dev.quittance.contracting.StepQuotes.Quoted;
import dev.quittance.invoicing.CreditNote;
import dev.quittance.invoicing.CreditNotes;
import dev.quittance.invoicing.Invoices;
import dev.quittance.payments.Allocations;
import dev.quittance.subscriptions.Steps;
import dev.quittance.subscriptions.Subscriptions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps a step with its documents. A credit note pays first what its own invoice owes, then the
 * invoice that the step makes; the rest is account credit.
 */
@Component
class StepKeeping {
    private final Steps steps;
    private final Subscriptions subscriptions;
    private final Invoices invoices;
    private final CreditNotes creditNotes;
    private final Allocations allocations;

    StepKeeping(
            Steps steps,
            Subscriptions subscriptions,
            Invoices invoices,
            CreditNotes creditNotes,
            Allocations allocations) {
        this.steps = steps;
        this.subscriptions = subscriptions;
        this.invoices = invoices;
        this.creditNotes = creditNotes;
        this.allocations = allocations;
    }

    /**
     * What came of it, by id.
     *
     * @param credit with the tax
     * @param invoice what was billed at once, if anything
     * @param payment what is charged first: nothing else has happened until it has come in
     */
    record Kept(UUID subscription, Money credit, @Nullable UUID invoice, @Nullable UUID payment) {

        /** Only a payment was begun. */
        static Kept charging(Quoted quoted, UUID payment) {
            return new Kept(
                    quoted.step().before().id(), Money.zero(quoted.currency()), null, payment);
        }
    }

    /** A credit note, and what of it has paid nothing yet. */
    private record Rest(CreditNote note, Money left) {}

    /** Call in the transaction that holds the customer. */
    Mono<Kept> keep(Quoted quoted) {
        return steps.keep(quoted.step())
                .then(Mono.defer(() -> quoted.step().now() ? post(quoted) : planned(quoted)));
    }

    private static Mono<Kept> planned(Quoted quoted) {
        return Mono.just(
                new Kept(quoted.step().before().id(), Money.zero(quoted.currency()), null, null));
    }

    private Mono<Kept> post(Quoted quoted) {
        return credit(quoted)
                .collectList()
                .flatMap(
                        rests ->
                                bill(quoted)
                                        .delayUntil(invoice -> settle(quoted, rests, invoice))
                                        .map(invoice -> kept(quoted, rests, invoice)));
    }

    private static Kept kept(Quoted quoted, List<Rest> rests, Optional<UUID> invoice) {
        var credit =
                rests.stream()
                        .map(rest -> rest.note().total())
                        .reduce(Money.zero(quoted.currency()), Money::plus);
        return new Kept(quoted.step().before().id(), credit, invoice.orElse(null), null);
    }

    private Flux<Rest> credit(Quoted quoted) {
        var unused = quoted.step().unused();
        var on = quoted.days().issueOn();
        return unused == null
                ? Flux.empty()
                : creditNotes
                        .forUnused(
                                quoted.step().before().id(),
                                unused,
                                on,
                                "Unused days of subscription %s"
                                        .formatted(quoted.step().before().number()))
                        .flatMapMany(Flux::fromIterable)
                        .concatMap(
                                note ->
                                        allocations
                                                .credit(note, on)
                                                .map(
                                                        paid ->
                                                                new Rest(
                                                                        note,
                                                                        note.total().minus(paid))));
    }

    private Mono<Optional<UUID>> bill(Quoted quoted) {
        var due = quoted.step().due();
        var posted =
                quoted.invoice().isEmpty()
                        ? Mono.just(Optional.<UUID>empty())
                        : invoices.postDrafts(
                                        List.of(quoted.invoice().get()),
                                        quoted.days().issueOn(),
                                        null)
                                .map(
                                        made ->
                                                made.stream()
                                                        .findFirst()
                                                        .map(invoice -> invoice.id()));
        return posted.delayUntil(_ -> subscriptions.advance(due))
                .delayUntil(_ -> subscriptions.settle(quoted.step().beside()));
    }

    private Mono<Void> settle(Quoted quoted, List<Rest> rests, Optional<UUID> invoice) {
        return invoice.isEmpty()
                ? Mono.empty()
                : Flux.fromIterable(rests)
                        .filter(rest -> rest.left().isPositive())
                        .concatMap(
                                rest ->
                                        allocations.creditTo(
                                                rest.note().customer(),
                                                invoice.get(),
                                                rest.note().id(),
                                                rest.left(),
                                                quoted.days().issueOn()))
                        .then();
    }
}
