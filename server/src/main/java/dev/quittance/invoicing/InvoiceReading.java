package dev.quittance.invoicing;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import dev.quittance.organization.Organizations;
import dev.quittance.organization.Seller;
import dev.quittance.platform.BusinessClock;
import dev.quittance.platform.NotFound;
import dev.quittance.platform.Page;
import graphql.relay.Connection;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Puts invoices together with what their reader wants of them, in at most three statements. */
@Component
class InvoiceReading {
    private final InvoiceRepository repository;
    private final OutstandingRepository owed;
    private final Organizations organizations;
    private final BusinessClock clock;

    InvoiceReading(
            InvoiceRepository repository,
            OutstandingRepository owed,
            Organizations organizations,
            BusinessClock clock) {
        this.repository = repository;
        this.owed = owed;
        this.organizations = organizations;
        this.clock = clock;
    }

    Mono<Invoice> get(UUID id) {
        return byIds(List.of(id))
                .flatMap(found -> Mono.justOrEmpty(found.get(id)))
                .switchIfEmpty(Mono.error(() -> new NotFound("invoice")));
    }

    Mono<Map<UUID, Invoice>> byIds(Collection<UUID> ids) {
        return clock.today()
                .flatMap(today -> repository.byIds(ids, today, Wanted.ALL))
                .flatMap(rows -> complete(rows, Wanted.ALL))
                .map(all -> all.stream().collect(toMap(Invoice::id, identity())));
    }

    Mono<Connection<Invoice>> list(InvoiceFilter filter, Page page, Wanted wanted) {
        return today(filter, wanted)
                .flatMap(today -> repository.list(filter, page, today, wanted))
                .flatMap(rows -> complete(rows, wanted))
                .map(invoices -> page.connection(invoices, InvoiceReading::key));
    }

    /** A page of each customer's invoices, one more than asked for, in a single go. */
    Flux<Invoice> ofCustomers(
            Collection<UUID> customers, InvoiceFilter filter, Page page, Wanted wanted) {
        return today(filter, wanted)
                .flatMap(today -> repository.ofCustomers(customers, filter, page, today, wanted))
                .flatMap(rows -> complete(rows, wanted))
                .flatMapIterable(identity());
    }

    Mono<Map<UUID, List<Outstanding>>> outstanding(Collection<UUID> customers) {
        return clock.today()
                .flatMapMany(today -> owed.ofCustomers(customers, today))
                .collectList()
                .map(
                        rows ->
                                rows.stream()
                                        .collect(
                                                groupingBy(
                                                        Map.Entry::getKey,
                                                        mapping(Map.Entry::getValue, toList()))));
    }

    /** Any day does for a reader who does not ask what is overdue. */
    private Mono<LocalDate> today(InvoiceFilter filter, Wanted wanted) {
        return wanted.overdue() || filter.onlyOverdue()
                ? clock.today()
                : Mono.just(LocalDate.EPOCH);
    }

    private Mono<List<Invoice>> complete(InvoiceRows rows, Wanted wanted) {
        var invoices = rows.invoices();
        return Mono.zip(taxRows(invoices, wanted), sellers(invoices, wanted))
                .map(
                        beside ->
                                invoices.stream()
                                        .map(one -> with(one, rows, beside.getT1(), beside.getT2()))
                                        .toList());
    }

    private static Invoice with(
            Invoice invoice,
            InvoiceRows rows,
            Map<UUID, Collection<TaxRow>> taxRows,
            Map<UUID, Seller> sellers) {
        return invoice.with(
                rows.lines(invoice.id()),
                List.copyOf(taxRows.getOrDefault(invoice.id(), List.of())),
                invoice.sellerId() == null ? null : sellers.get(invoice.sellerId()));
    }

    private Mono<Map<UUID, Collection<TaxRow>>> taxRows(List<Invoice> invoices, Wanted wanted) {
        return wanted.taxRows() && !invoices.isEmpty()
                ? repository.taxRows(invoices.stream().map(Invoice::id).toList())
                : Mono.just(Map.of());
    }

    private Mono<Map<UUID, Seller>> sellers(List<Invoice> invoices, Wanted wanted) {
        var ids =
                invoices.stream()
                        .map(Invoice::sellerId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        return wanted.parties() && !ids.isEmpty()
                ? organizations.sellers(ids)
                : Mono.just(Map.of());
    }

    static List<String> key(Invoice invoice) {
        return List.of(String.valueOf(invoice.issuedOn()), invoice.id().toString());
    }
}
