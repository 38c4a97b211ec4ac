package dev.quittance.invoicing;

import static java.util.stream.Collectors.toSet;

import dev.quittance.customers.BillableCustomer;
import dev.quittance.customers.Customers;
import dev.quittance.ledger.Booking;
import dev.quittance.ledger.Ledger;
import dev.quittance.ledger.NewTransfer;
import dev.quittance.ledger.SourceKind;
import dev.quittance.organization.ForeignNumbers;
import dev.quittance.organization.Organizations;
import dev.quittance.organization.SeriesKind;
import dev.quittance.platform.Changes;
import dev.quittance.platform.History;
import dev.quittance.platform.HistoryEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * Open invoices of the former billing system. They keep their old numbers and are owed like ours,
 * but neither revenue nor tax is booked again: RECEIVABLE is debited from OPENING.
 */
@Service
public class TakenOverInvoices {
    private static final String KIND = "INVOICE";

    private final TakenOverRepository repository;
    private final Customers customers;
    private final Organizations organizations;
    private final ForeignNumbers numbers;
    private final Ledger ledger;
    private final History history;
    private final Changes changes;

    TakenOverInvoices(
            TakenOverRepository repository,
            Customers customers,
            Organizations organizations,
            ForeignNumbers numbers,
            Ledger ledger,
            History history,
            Changes changes) {
        this.repository = repository;
        this.customers = customers;
        this.organizations = organizations;
        this.numbers = numbers;
        this.ledger = ledger;
        this.history = history;
        this.changes = changes;
    }

    private record Facts(Money total, Money due, LocalDate issuedOn, LocalDate dueOn) {}

    /** Which of these numbers an invoice has already. */
    public Mono<List<String>> taken(List<String> wanted) {
        return repository.taken(wanted).collectList();
    }

    /** Takes invoices over, hundreds at a time. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> add(List<TakenOverInvoice> invoices) {
        var whose = invoices.stream().map(TakenOverInvoice::customer).collect(toSet());
        return customers
                .lock(whose)
                .then(Mono.zip(customers.billable(whose), organizations.seller()))
                .flatMap(known -> add(invoices, known.getT1(), known.getT2()))
                .then(numbers.add(SeriesKind.INVOICE, numbers(invoices)))
                .then(history.add(invoices.stream().map(TakenOverInvoices::entry).toList()))
                .then(changes.announceAll(KIND));
    }

    private Mono<Void> add(
            List<TakenOverInvoice> invoices, Map<UUID, BillableCustomer> known, UUID seller) {
        return repository.insert(invoices, known, seller).then(ledger.book(booked(invoices)));
    }

    /**
     * Takes invoices back, by the opposite bookings on {@code day}, if nothing has happened to
     * them. How many there were: with less than asked for, roll back.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Integer> remove(List<UUID> ids, LocalDate day, String reason) {
        return repository
                .remove(ids)
                .collectList()
                .flatMap(
                        removed ->
                                ledger.book(
                                                removed.stream()
                                                        .map(one -> opposite(one, day))
                                                        .toList())
                                        .then(numbers.remove(SeriesKind.INVOICE, given(removed)))
                                        .then(
                                                history.add(
                                                        removed.stream()
                                                                .map(one -> back(one, reason))
                                                                .toList()))
                                        .then(changes.announceAll(KIND))
                                        .thenReturn(removed.size()));
    }

    private static List<String> numbers(List<TakenOverInvoice> invoices) {
        return invoices.stream().map(TakenOverInvoice::number).toList();
    }

    private static List<String> given(List<TakenOverRepository.Removed> removed) {
        return removed.stream().map(TakenOverRepository.Removed::number).toList();
    }

    private static List<NewTransfer> booked(List<TakenOverInvoice> invoices) {
        return invoices.stream()
                .map(
                        one ->
                                NewTransfer.of(
                                        Booking.OPENING_RECEIVABLE,
                                        one.customer(),
                                        one.due(),
                                        SourceKind.OPENING,
                                        one.id(),
                                        one.takenOverOn()))
                .toList();
    }

    private static NewTransfer opposite(TakenOverRepository.Removed one, LocalDate day) {
        return new NewTransfer(
                Booking.OPENING_RECEIVABLE,
                one.customer(),
                one.due().negated(),
                SourceKind.OPENING,
                one.id(),
                1,
                day,
                null);
    }

    private static HistoryEntry.New entry(TakenOverInvoice one) {
        return new HistoryEntry.New(
                KIND,
                one.id(),
                one.customer(),
                "invoice taken over",
                null,
                new Facts(one.total(), one.due(), one.issuedOn(), one.dueOn()),
                null);
    }

    private static HistoryEntry.New back(TakenOverRepository.Removed one, String reason) {
        return new HistoryEntry.New(
                History.CUSTOMER,
                one.customer(),
                one.customer(),
                "invoice %s taken back".formatted(one.number()),
                null,
                null,
                reason);
    }
}
