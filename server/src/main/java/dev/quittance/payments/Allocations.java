package dev.quittance.payments;

import static java.util.Objects.requireNonNull;

import dev.quittance.invoicing.CreditNote;
import dev.quittance.invoicing.Invoice;
import dev.quittance.invoicing.Invoices;
import dev.quittance.ledger.Ledger;
import dev.quittance.payments.AllocationPlan.Share;
import dev.quittance.platform.Amounts;
import dev.quittance.platform.Changes;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Pays invoices from money and from account credit, in the books and on the invoices at once. */
@Service
public class Allocations {
    private final AllocationRepository repository;
    private final Ledger ledger;
    private final Invoices invoices;
    private final Changes changes;

    Allocations(
            AllocationRepository repository, Ledger ledger, Invoices invoices, Changes changes) {
        this.repository = repository;
        this.ledger = ledger;
        this.invoices = invoices;
        this.changes = changes;
    }

    /**
     * Pays what is due of {@code invoice} from a credit note on it, at most {@code amount}; answers
     * how much that was. The rest stays account credit. Call inside the transaction that posts the
     * credit note, after it has raised the customer's credit and with the customer locked.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Money> creditTo(
            UUID customer, UUID invoice, UUID creditNote, Money amount, LocalDate on) {
        var currency = amount.getCurrencyUnit();
        return repository
                .lockPayable(invoice)
                .map(payable -> Math.min(payable.dueMinor(), Amounts.minor(amount)))
                .filter(minor -> minor > 0)
                .flatMap(
                        minor ->
                                keep(Settlement.ofCredit(
                                                customer,
                                                currency,
                                                on,
                                                creditNote,
                                                List.of(new Share(invoice, minor))))
                                        .thenReturn(Money.ofMinor(currency, minor)))
                .defaultIfEmpty(Money.zero(currency));
    }

    /** As {@link #creditTo}, for a credit note that was just posted; a free one pays nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Money> credit(CreditNote note, LocalDate on) {
        var invoice = note.invoiceId();
        return invoice == null
                ? Mono.just(Money.zero(note.currency()))
                : creditTo(note.customer(), invoice, note.id(), note.total(), on);
    }

    /**
     * Takes back what payments and account credit paid of a cancelled invoice, and settles it with
     * its cancellation and credit notes instead; answers how much became account credit again. Call
     * inside the transaction that has posted {@code cancellation}, with the customer locked.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Money> cancel(CreditNote cancellation, LocalDate on) {
        var invoice = requireNonNull(cancellation.invoiceId());
        var customer = cancellation.customer();
        var currency = cancellation.currency();
        return repository
                .undo(invoice, on)
                .collectList()
                .flatMap(
                        undone ->
                                repository
                                        .unusedNotes(invoice)
                                        .collectList()
                                        .map(
                                                notes ->
                                                        new Unpaid(
                                                                undone,
                                                                Settlement.ofNotes(
                                                                        customer, currency, on,
                                                                        notes))))
                .flatMap(unpaid -> keep(unpaid, customer, on).thenReturn(unpaid.money(currency)));
    }

    /** What payments and account credit have paid of an invoice, beside its own credit notes. */
    public Mono<Money> undoable(Invoice invoice) {
        return repository
                .undoable(invoice.id())
                .map(minor -> Money.ofMinor(invoice.currency(), minor));
    }

    /** Allocations that were undone, and what settles the invoice instead. */
    private record Unpaid(List<Allocation> undone, Settlement instead) {
        Money money(CurrencyUnit currency) {
            return undone.stream()
                    .map(Allocation::amount)
                    .reduce(Money.zero(currency), Money::plus);
        }
    }

    private Mono<Void> keep(Unpaid unpaid, UUID customer, LocalDate on) {
        var transfers =
                Stream.concat(
                                unpaid.undone().stream()
                                        .map(one -> Settlement.undone(customer, one, on)),
                                unpaid.instead().transfers().stream())
                        .toList();
        var parts = unpaid.instead().parts();
        return ledger.book(transfers)
                .then(parts.isEmpty() ? Mono.empty() : repository.add(unpaid.instead()))
                .then(announce(unpaid.undone()));
    }

    /** The payments that pay something else now. */
    private Mono<Void> announce(List<Allocation> undone) {
        return Flux.fromIterable(undone)
                .filter(one -> one.payment() != null)
                .distinct(one -> requireNonNull(one.payment()))
                .concatMap(
                        one ->
                                changes.announce(
                                        "PAYMENT", requireNonNull(one.payment()), one.customer()))
                .then();
    }

    /** Pays invoices from account credit alone. The customer is locked and the credit is there. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> fromCredit(
            UUID customer, CurrencyUnit currency, LocalDate on, List<Share> shares) {
        return keep(Settlement.ofCredit(customer, currency, on, null, shares));
    }

    /** Pays invoices from what a payment left over. The customer is locked, the credit is there. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> fromRest(Payment payment, LocalDate on, List<Share> shares) {
        return keep(
                Settlement.ofRest(
                        payment.id(),
                        payment.customer(),
                        payment.amount().getCurrencyUnit(),
                        on,
                        shares));
    }

    /**
     * Takes allocations back: what had paid becomes account credit, and their invoices owe it
     * again. The customer is locked, and none of the invoices is written off.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> undo(List<Allocation> allocations, LocalDate on) {
        return undo(Undoing.whole(allocations, on));
    }

    /** As {@link #undo}, for {@code amount} in all, taken back from the latest ones first. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> undoLatest(List<Allocation> allocations, Money amount, LocalDate on) {
        return undo(Undoing.latest(allocations, Amounts.minor(amount), on));
    }

    /** These allocations, without those that were undone. */
    public Flux<Allocation> byIds(Collection<UUID> ids) {
        return repository.byIds(ids);
    }

    /** What these payments pay, oldest first. */
    public Flux<Allocation> ofPayments(Collection<UUID> payments) {
        return repository.ofPayments(payments);
    }

    /** All that pays these invoices, be it money or credit, oldest first. */
    public Flux<Allocation> paying(Collection<UUID> invoices) {
        return repository.paying(invoices);
    }

    private Mono<Void> undo(Undoing undoing) {
        return undoing.parts().isEmpty()
                ? Mono.empty()
                : ledger.book(undoing.transfers())
                        .then(repository.undo(undoing.ids(), undoing.on()))
                        .then(invoices.settle(undoing.byInvoice()))
                        .thenMany(Flux.fromIterable(undoing.rests()))
                        .concatMap(this::keep)
                        .then(announce(undoing.allocations()));
    }

    /** Books a settlement, keeps its allocations and settles the invoices. */
    Mono<Void> keep(Settlement settlement) {
        var paid = settlement.byInvoice();
        var kept = ledger.book(settlement.transfers());
        return paid.isEmpty()
                ? kept
                : kept.then(repository.add(settlement)).then(invoices.settle(paid));
    }
}
