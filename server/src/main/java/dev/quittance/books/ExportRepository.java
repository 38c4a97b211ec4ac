package dev.quittance.books;

import dev.quittance.ledger.Account;
import dev.quittance.platform.Columns;
import dev.quittance.platform.CsvText;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** Reads rows of exports, a thousand at a time, as the texts of their cells. */
@Repository
class ExportRepository {
    static final List<String> JOURNAL =
            List.of(
                    "booked_on",
                    "month",
                    "debit",
                    "credit",
                    "amount",
                    "currency",
                    "booking",
                    "document",
                    "number",
                    "customer_number",
                    "customer",
                    "service_from",
                    "service_until",
                    "transfer_id");
    static final List<String> ACCOUNTS =
            List.of("month", "currency", "account", "debit", "credit", "balance");

    private static final int FETCHED = 1000;

    private final DatabaseClient db;

    ExportRepository(DatabaseClient db) {
        this.db = db;
    }

    /** Every transfer, by day. */
    Flux<List<String>> journal(BooksExport.Order order) {
        return ordered(
                        """
                        select t.booked_on, to_char(t.booked_on, 'YYYY-MM') as month, t.debit, t.credit, t.amount_minor,
                               t.currency, t.reason as booking, t.source_kind as document,
                               coalesce(i.number, n.number, p.number) as number, c.external_id as customer_number,
                               c.name as customer, lower(t.service_period) as service_from,
                               upper(t.service_period) - 1 as service_until, t.id::text as transfer_id
                          from transfer t
                          join customer c on c.id = t.customer_id
                          left join allocation a on t.source_kind = 'ALLOCATION' and a.id = t.source_id
                          left join invoice i on i.id = case when t.source_kind in ('INVOICE', 'OPENING') then t.source_id else a.invoice_id end
                          left join credit_note n on t.source_kind in ('CREDIT_NOTE', 'CANCELLATION') and n.id = t.source_id
                          left join dispute d on t.source_kind = 'DISPUTE' and d.id = t.source_id
                          left join payment p on p.id = case when t.source_kind = 'PAYMENT' then t.source_id else d.payment_id end
                         where t.debit = any(:accounts) and (:currency::text is null or t.currency = :currency)
                           and t.booked_on between :from and :to
                         order by t.booked_on, t.id
                        """,
                        order)
                .bind(
                        "accounts",
                        Arrays.stream(Account.values()).map(Account::name).toArray(String[]::new))
                .filter(statement -> statement.fetchSize(FETCHED))
                .map(ExportRepository::journalCells)
                .all();
    }

    /**
     * What each account was debited and credited, by month, with its balance at the month's end.
     */
    Flux<List<String>> accounts(BooksExport.Order order) {
        return ordered(
                        """
                        select to_char(month, 'YYYY-MM') as month, currency, account, debit_minor, credit_minor, balance_minor
                          from (select date_trunc('month', booked_on::timestamp) as month, currency, account,
                                       coalesce(sum(debit_minor) filter (where booked_on >= :from), 0)::bigint as debit_minor,
                                       coalesce(sum(credit_minor) filter (where booked_on >= :from), 0)::bigint as credit_minor,
                                       sum(sum(debit_minor - credit_minor)) over (
                                         partition by currency, account
                                         order by date_trunc('month', booked_on::timestamp))::bigint as balance_minor
                                  from ledger_sum
                                 where booked_on <= :to and (:currency::text is null or currency = :currency)
                                 group by 1, 2, 3) by_month
                         where debit_minor <> 0 or credit_minor <> 0
                         order by month, currency, account
                        """,
                        order)
                .map(ExportRepository::accountCells)
                .all();
    }

    private DatabaseClient.GenericExecuteSpec ordered(String sql, BooksExport.Order order) {
        var currency = order.currency();
        return db.sql(sql)
                .bind("from", order.from())
                .bind("to", order.to())
                .bind(
                        "currency",
                        Parameters.in(
                                R2dbcType.VARCHAR, currency == null ? null : currency.getCode()));
    }

    private static List<String> journalCells(Readable row) {
        var column = new Columns(row);
        return List.of(
                column.day("booked_on").toString(),
                column.text("month"),
                column.text("debit"),
                column.text("credit"),
                amount(column, "amount"),
                column.text("currency"),
                column.text("booking"),
                column.text("document"),
                text(column, "number"),
                text(column, "customer_number"),
                text(column, "customer"),
                Objects.toString(column.dayOrNull("service_from"), ""),
                Objects.toString(column.dayOrNull("service_until"), ""),
                column.text("transfer_id"));
    }

    private static List<String> accountCells(Readable row) {
        var column = new Columns(row);
        return List.of(
                column.text("month"),
                column.text("currency"),
                column.text("account"),
                amount(column, "debit"),
                amount(column, "credit"),
                amount(column, "balance"));
    }

    private static String text(Columns column, String name) {
        return CsvText.harmless(column.textOrNull(name));
    }

    private static String amount(Columns column, String name) {
        return column.money(name).getAmount().toPlainString();
    }
}
