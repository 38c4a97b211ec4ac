package dev.quittance.books;

import dev.quittance.ledger.Account;
import dev.quittance.organization.Organization;
import dev.quittance.organization.Organizations;
import dev.quittance.platform.BadRequest;
import dev.quittance.platform.BusinessClock;
import dev.quittance.platform.Page;
import graphql.relay.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** The books as an accountant reads them. */
@Service
class BooksReports {
    private static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);

    private final BalanceRepository balances;
    private final TransferRepository transfers;
    private final TaxReportRepository taxes;
    private final Organizations organizations;
    private final BusinessClock clock;

    BooksReports(
            BalanceRepository balances,
            TransferRepository transfers,
            TaxReportRepository taxes,
            Organizations organizations,
            BusinessClock clock) {
        this.balances = balances;
        this.transfers = transfers;
        this.taxes = taxes;
        this.organizations = organizations;
        this.clock = clock;
    }

    private record Scope(CurrencyUnit currency, List<CurrencyUnit> currencies, LocalDate to) {}

    Mono<TrialBalance> trialBalance(
            @Nullable CurrencyUnit currency, @Nullable LocalDate from, @Nullable LocalDate to) {
        return scope(currency, from, to)
                .flatMap(
                        scope ->
                                balances.accounts(
                                                scope.currency(),
                                                from == null ? BEGINNING : from,
                                                scope.to())
                                        .collectList()
                                        .map(
                                                rows ->
                                                        new TrialBalance(
                                                                scope.currency(),
                                                                scope.currencies(),
                                                                from,
                                                                scope.to(),
                                                                rows)));
    }

    Mono<TaxReport> taxReport(
            @Nullable CurrencyUnit currency, LocalDate from, @Nullable LocalDate to) {
        return scope(currency, from, to)
                .flatMap(
                        scope ->
                                taxes.rows(scope.currency(), from, scope.to())
                                        .collectList()
                                        .zipWith(
                                                owed(scope.currency(), from, scope.to()),
                                                (rows, owed) ->
                                                        new TaxReport(
                                                                scope.currency(),
                                                                scope.currencies(),
                                                                from,
                                                                scope.to(),
                                                                rows,
                                                                owed)));
    }

    /** Transfers, oldest first; of one account with its running balance. */
    Mono<Connection<LedgerTransfer>> transfers(TransferFilter filter, Page page) {
        inOrder("filter.to", filter.from(), filter.to());
        return transfers
                .page(filter, page)
                .collectList()
                .flatMap(rows -> withBalances(filter, rows))
                .map(rows -> page.connection(rows, TransferRepository::key));
    }

    private Mono<List<LedgerTransfer>> withBalances(
            TransferFilter filter, List<LedgerTransfer> rows) {
        var account = filter.account();
        if (account == null || rows.isEmpty() || !filter.isWholeAccount()) {
            return Mono.just(rows);
        }
        var customer = filter.customerId();
        var before =
                customer == null
                        ? balances.before(account, filter.currency(), rows.getFirst())
                        : balances.before(account, filter.currency(), customer, rows.getFirst());
        return before.map(opening -> running(account, opening, rows));
    }

    private static List<LedgerTransfer> running(
            Account account, Money opening, List<LedgerTransfer> rows) {
        var running = new ArrayList<LedgerTransfer>(rows.size());
        var balance = opening;
        for (var row : rows) {
            balance = balance.plus(row.on(account));
            running.add(row.withBalance(balance));
        }
        return running;
    }

    /** What the ledger booked as owed to the state. */
    private Mono<Money> owed(CurrencyUnit currency, LocalDate from, LocalDate to) {
        return balances.accounts(currency, from, to)
                .filter(row -> row.account() == Account.TAX_PAYABLE)
                .map(row -> row.credit().minus(row.debit()))
                .next()
                .defaultIfEmpty(Money.zero(currency));
    }

    /** Refuses a stretch of days that ends before it begins. */
    static void inOrder(String path, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null && from.isAfter(to)) {
            throw new BadRequest(path, "must not be before %s".formatted(from));
        }
    }

    private Mono<Scope> scope(
            @Nullable CurrencyUnit asked, @Nullable LocalDate from, @Nullable LocalDate to) {
        inOrder("to", from, to);
        return Mono.zip(balances.currencies().collectList(), organizations.current(), clock.today())
                .map(all -> scope(asked, all.getT1(), all.getT2(), to == null ? all.getT3() : to));
    }

    /** A currency in which nothing is booked is shown too when it is asked for. */
    private static Scope scope(
            @Nullable CurrencyUnit asked,
            List<CurrencyUnit> used,
            Organization organization,
            LocalDate to) {
        var own = organization.defaultCurrency();
        var fallback = used.contains(own) || used.isEmpty() ? own : used.getFirst();
        var currency = asked == null ? fallback : asked;
        var currencies = new ArrayList<>(used);
        if (!currencies.contains(currency)) {
            currencies.add(currency);
        }
        return new Scope(currency, List.copyOf(currencies), to);
    }
}
