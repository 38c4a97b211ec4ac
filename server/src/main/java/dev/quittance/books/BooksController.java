package dev.quittance.books;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.quittance.customers.Customer;
import dev.quittance.customers.Customers;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Page;
import graphql.relay.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** The books in GraphQL. */
@Controller
class BooksController {
    private final BooksReports reports;
    private final ExportLinks links;
    private final Customers customers;

    BooksController(BooksReports reports, ExportLinks links, Customers customers) {
        this.reports = reports;
        this.links = links;
        this.customers = customers;
    }

    @QueryMapping
    Mono<TrialBalance> trialBalance(
            @Argument @Nullable CurrencyUnit currency,
            @Argument @Nullable LocalDate from,
            @Argument @Nullable LocalDate to) {
        return reports.trialBalance(currency, from, to);
    }

    @QueryMapping
    Mono<Connection<LedgerTransfer>> ledgerTransfers(
            @Argument TransferFilter filter,
            @Argument int first,
            @Argument @Nullable String after) {
        return reports.transfers(filter, Page.of(first, after));
    }

    @BatchMapping
    Mono<Map<LedgerTransfer, Customer>> customer(List<LedgerTransfer> rows) {
        return customers
                .byIds(rows.stream().map(LedgerTransfer::customer).distinct().toList())
                .map(
                        found ->
                                rows.stream()
                                        .distinct()
                                        .collect(
                                                toMap(
                                                        identity(),
                                                        row ->
                                                                requireNonNull(
                                                                        found.get(
                                                                                row.customer())))));
    }

    @QueryMapping
    Mono<TaxReport> taxReport(
            @Argument @Nullable CurrencyUnit currency,
            @Argument LocalDate from,
            @Argument @Nullable LocalDate to) {
        return reports.taxReport(currency, from, to);
    }

    @QueryMapping
    BooksExport booksExport(@Argument BooksExport.Order order, @ContextValue Caller caller) {
        BooksReports.inOrder("order.to", order.from(), order.to());
        return new BooksExport(links.url(order, caller));
    }
}
