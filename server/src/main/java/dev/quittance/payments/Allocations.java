package dev.quittance.payments;

import dev.quittance.invoicing.Invoices;
import dev.quittance.ledger.Ledger;
import dev.quittance.payments.AllocationPlan.Share;
import dev.quittance.platform.Amounts;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
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

    Allocations(AllocationRepository repository, Ledger ledger, Invoices invoices) {
        this.repository = repository;
        this.ledger = ledger;
        this.invoices = invoices;
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

    /** Pays invoices from account credit alone. The customer is locked and the credit is there. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> fromCredit(
            UUID customer, CurrencyUnit currency, LocalDate on, List<Share> shares) {
        return keep(Settlement.ofCredit(customer, currency, on, null, shares));
    }

    /** What these payments paid. */
    public Flux<Allocation> ofPayments(List<UUID> payments) {
        return repository.ofPayments(payments);
    }

    /** What payments paid of these invoices, oldest first. */
    public Flux<Allocation> ofInvoices(List<UUID> invoices) {
        return repository.ofInvoices(invoices);
    }

    /** Books a settlement, keeps its allocations and settles the invoices. */
    Mono<Void> keep(Settlement settlement) {
        var paid = settlement.byInvoice();
        var kept = ledger.book(settlement.transfers());
        return paid.isEmpty()
                ? kept
                : kept.then(
                                repository.add(
                                        settlement.customer(), settlement.on(), settlement.parts()))
                        .then(invoices.settle(paid));
    }
}
