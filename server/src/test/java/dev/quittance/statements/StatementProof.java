package dev.quittance.statements;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Amounts;
import dev.quittance.platform.Below.Row;
import dev.quittance.platform.Columns;
import dev.quittance.platform.Page;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Whether statements say what the ledger says: of every customer and currency, over all days and
 * over many stretches of them.
 */
@Component
public class StatementProof {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int STRETCHES = 12;

    private final DatabaseClient db;
    private final Statements statements;
    private final StatementRows rows;

    StatementProof(DatabaseClient db, Statements statements, StatementRows rows) {
        this.db = db;
        this.statements = statements;
        this.rows = rows;
    }

    private record Account(UUID customer, CurrencyUnit currency, Money receivable, Money credit) {}

    private record Standing(Money receivable, Money credit) {
        Money owed() {
            return receivable.minus(credit);
        }
    }

    /** Opening and rows make the closing balance, and that is the ledger's; so is the aging. */
    public void mustAgree(long seed) {
        var random = new Random(seed);
        for (var account : accounts()) {
            var days = days(account);
            var all = new StatementPeriod(days.getFirst(), days.getLast());
            agrees(account, all);
            endsAsStored(account, all);
            everyDocumentOnce(account, all);
            for (var i = 0; i < STRETCHES; i++) {
                var one = days.get(random.nextInt(days.size())).minusDays(random.nextInt(2));
                var other = days.get(random.nextInt(days.size())).plusDays(random.nextInt(2));
                agrees(
                        account,
                        one.isAfter(other)
                                ? new StatementPeriod(other, one)
                                : new StatementPeriod(one, other));
            }
        }
    }

    private void agrees(Account account, StatementPeriod period) {
        var statement = statement(account, period);
        var scope = StatementScope.of(account.currency(), period);
        var listed = listed(account, scope);
        assertThat(statement.opening())
                .as("opening %s", period)
                .isEqualTo(standing(account, period.from().minusDays(1)).owed());
        var balance = statement.opening();
        for (var row : listed) {
            balance = balance.plus(row.amount());
            assertThat(row.balance()).as("%s in %s", row, period).isEqualTo(balance);
            assertThat(row.bookedOn()).isBetween(period.from(), period.to());
        }
        var end = standing(account, period.to());
        assertThat(balance).as("rows of %s", period).isEqualTo(statement.closing());
        assertThat(statement.closing()).as("closing %s", period).isEqualTo(end.owed());
        assertThat(statement.rowCount()).isEqualTo(listed.size());
        assertThat(statement.aging().unpaid()).as("aging %s", period).isEqualTo(end.receivable());
        assertThat(statement.aging().credit()).as("credit %s", period).isEqualTo(end.credit());
        assertThat(paged(account, scope)).isEqualTo(listed);
    }

    /** On the last day it is what the balances and the invoices say. */
    private void endsAsStored(Account account, StatementPeriod all) {
        var statement = statement(account, all);
        assertThat(statement.closing()).isEqualTo(account.receivable().minus(account.credit()));
        assertThat(statement.aging().credit()).isEqualTo(account.credit());
        var aging = statement.aging();
        assertThat(
                        List.of(
                                aging.notDue(),
                                aging.days30(),
                                aging.days60(),
                                aging.days90(),
                                aging.older()))
                .as("open invoices by age")
                .isEqualTo(openInvoices(account, all.to()));
    }

    private void everyDocumentOnce(Account account, StatementPeriod all) {
        var listed =
                listed(account, StatementScope.of(account.currency(), all)).stream()
                        .filter(
                                row ->
                                        switch (row.kind()) {
                                            case INVOICE,
                                                    SUPPLEMENTARY_INVOICE,
                                                    CREDIT_NOTE,
                                                    CANCELLATION,
                                                    PAYMENT,
                                                    TOP_UP,
                                                    OPENING_BALANCE ->
                                                    row.number() != null;
                                            default -> false;
                                        })
                        .map(StatementRow::number)
                        .toList();
        assertThat(listed).containsExactlyInAnyOrderElementsOf(documents(account));
    }

    private Statement statement(Account account, StatementPeriod period) {
        var found = statements.of(account.customer(), account.currency(), period).block(PATIENCE);
        assertThat(found).isNotNull();
        return found;
    }

    private List<StatementRow> listed(Account account, StatementScope scope) {
        return rows.all(account.customer(), scope)
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    private List<StatementRow> paged(Account account, StatementScope scope) {
        var found = new ArrayList<StatementRow>();
        List<String> after = List.of();
        while (true) {
            var page =
                    rows.page(List.of(account.customer()), scope, new Page(7, after))
                            .map(Row::row)
                            .collectList()
                            .blockOptional(PATIENCE)
                            .orElseThrow();
            found.addAll(page.subList(0, Math.min(7, page.size())));
            if (page.size() <= 7) {
                return found;
            }
            after = List.of(page.get(6).bookedOn().toString(), page.get(6).place());
        }
    }

    private List<Account> accounts() {
        return db.sql(
                        """
                        select customer_id, currency, receivable_minor, credit_minor from balance
                         order by customer_id, currency
                        """)
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new Account(
                                    column.id("customer_id"),
                                    CurrencyUnit.of(column.text("currency")),
                                    column.money("receivable"),
                                    column.money("credit"));
                        })
                .all()
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    private List<LocalDate> days(Account account) {
        return of(
                        account,
                        null,
                        "select distinct booked_on from transfer where customer_id = :customer and currency = :currency and :day::date is null order by 1")
                .mapValue(LocalDate.class)
                .all()
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    /** What the transfers up to a day leave on both accounts, allocations and all. */
    private Standing standing(Account account, LocalDate day) {
        return of(
                        account,
                        day,
                        """
                        select coalesce(sum(amount_minor * ((debit = 'RECEIVABLE')::integer - (credit = 'RECEIVABLE')::integer)), 0)::bigint as receivable,
                               coalesce(sum(amount_minor * ((credit = 'CUSTOMER_CREDIT')::integer - (debit = 'CUSTOMER_CREDIT')::integer)), 0)::bigint as credit
                          from transfer
                         where customer_id = :customer and currency = :currency and booked_on <= :day
                        """)
                .map(
                        row -> {
                            var column = new Columns(row);
                            var currency = account.currency().getCode();
                            return new Standing(
                                    Amounts.ofMinor(column.number("receivable"), currency),
                                    Amounts.ofMinor(column.number("credit"), currency));
                        })
                .one()
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    private List<Money> openInvoices(Account account, LocalDate day) {
        return of(
                        account,
                        day,
                        """
                        select coalesce(sum(i.total_minor - i.paid_minor), 0)::bigint
                          from (values (1, -100000, 0), (2, 1, 30), (3, 31, 60), (4, 61, 90), (5, 91, 100000)) as b (nth, least, most)
                          left join invoice i
                            on i.customer_id = :customer and i.currency = :currency and i.status = 'OPEN'
                           and :day::date - i.due_on between b.least and b.most
                         group by b.nth order by b.nth
                        """)
                .mapValue(Long.class)
                .all()
                .map(minor -> Money.ofMinor(account.currency(), minor))
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    private List<String> documents(Account account) {
        return of(
                        account,
                        null,
                        """
                        select number from invoice
                         where customer_id = :customer and currency = :currency and number is not null and :day::date is null
                        union all
                        select number from credit_note where customer_id = :customer and currency = :currency
                        union all
                        select number from payment
                         where customer_id = :customer and currency = :currency and number is not null
                        """)
                .mapValue(String.class)
                .all()
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    private DatabaseClient.GenericExecuteSpec of(
            Account account, @Nullable LocalDate day, String sql) {
        var statement =
                db.sql(sql)
                        .bind("customer", account.customer())
                        .bind("currency", account.currency().getCode());
        return day == null
                ? statement.bindNull("day", LocalDate.class)
                : statement.bind("day", day);
    }
}
