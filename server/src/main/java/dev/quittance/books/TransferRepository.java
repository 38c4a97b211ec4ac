package dev.quittance.books;

import dev.quittance.books.LedgerTransfer.TransferDocument;
import dev.quittance.ledger.Account;
import dev.quittance.ledger.Booking;
import dev.quittance.ledger.SourceKind;
import dev.quittance.platform.Columns;
import dev.quittance.platform.Page;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** Pages through transfers, oldest first, each with the document that explains it. */
@Repository
class TransferRepository {
    private static final UUID FIRST_ID = new UUID(0, 0);

    /** Each side of each account has its index; a page reads no more of it than a page. */
    private static final String OF_ACCOUNTS =
            """
            select x.* from unnest(:debits::text[]) as side (account)
             cross join lateral (
                   select * from transfer
                    where debit = side.account and currency = :currency and booked_on between :from and :to
                      and (booked_on, id) > (:afterDay, :afterId) and (:source::text is null or source_kind = :source)
                    order by booked_on, id limit :first + 1) x
            union all
            select x.* from unnest(:credits::text[]) as side (account)
             cross join lateral (
                   select * from transfer
                    where credit = side.account and currency = :currency and booked_on between :from and :to
                      and (booked_on, id) > (:afterDay, :afterId) and (:source::text is null or source_kind = :source)
                    order by booked_on, id limit :first + 1) x
            """;

    private static final String OF_CUSTOMER =
            """
            select * from transfer
             where customer_id = :customer and currency = :currency and booked_on between :from and :to
               and (booked_on, id) > (:afterDay, :afterId) and (:source::text is null or source_kind = :source)
               and (debit = any(:debits) or credit = any(:credits))
            """;

    private static final String PAGE =
            """
            select t.id, t.booked_on, t.reason, t.debit, t.credit, t.amount_minor, t.currency, t.customer_id, t.source_kind,
                   lower(t.service_period) as served_from, upper(t.service_period) - 1 as served_through,
                   case when i.id is not null then 'INVOICE' when n.id is not null then 'CREDIT_NOTE'
                        when o.id is not null then 'PAYOUT' when d.id is not null then 'DISPUTE' else 'PAYMENT' end
                     as document_kind,
                   coalesce(i.id, n.id, o.id, d.id, p.id) as document_id,
                   coalesce(i.number, n.number, o.gateway_ref, d.gateway_ref, p.number) as document_number
              from (%s
                     order by booked_on, id limit :first + 1) t
              left join allocation a on t.source_kind = 'ALLOCATION' and a.id = t.source_id
              left join write_off w on t.source_kind = 'WRITE_OFF' and w.id = t.source_id
              left join refund r on t.source_kind = 'REFUND' and r.id = t.source_id
              left join invoice i
                on i.id = case when t.source_kind in ('INVOICE', 'OPENING') then t.source_id else coalesce(a.invoice_id, w.invoice_id) end
              left join credit_note n on t.source_kind in ('CREDIT_NOTE', 'CANCELLATION') and n.id = t.source_id
              left join payout o on t.source_kind = 'PAYOUT' and o.id = t.source_id
              left join dispute d on t.source_kind = 'DISPUTE' and d.id = t.source_id
              left join bank_entry e on t.source_kind = 'BANK_ENTRY' and e.id = t.source_id
              left join refund s on s.id = e.refund_id
              left join payment p
                on p.id = case when t.source_kind = 'PAYMENT' then t.source_id
                               else coalesce(r.payment_id, e.payment_id, e.returned_id, s.payment_id) end
             order by t.booked_on, t.id
            """;

    private final DatabaseClient db;

    TransferRepository(DatabaseClient db) {
        this.db = db;
    }

    Flux<LedgerTransfer> page(TransferFilter filter, Page page) {
        var account = filter.account();
        var customer = filter.customerId();
        var sql = db.sql(PAGE.formatted(customer == null ? OF_ACCOUNTS : OF_CUSTOMER));
        if (customer != null) {
            sql = sql.bind("customer", customer);
        }
        return sql.bind("currency", filter.currency().getCode())
                .bind("from", filter.first())
                .bind("to", filter.last())
                .bind("debits", account == null ? all() : one(account))
                // Every transfer has one debit account: without a wish that side alone is all.
                .bind("credits", account == null ? new String[0] : one(account))
                .bind("source", Parameters.in(R2dbcType.VARCHAR, name(filter.sourceKind())))
                .bind("afterDay", Objects.requireNonNullElse(page.day(0), filter.first()))
                .bind("afterId", Objects.requireNonNullElse(page.id(1), FIRST_ID))
                .bind("first", page.first())
                .map(TransferRepository::transfer)
                .all();
    }

    static List<String> key(LedgerTransfer transfer) {
        return List.of(transfer.bookedOn().toString(), transfer.id().toString());
    }

    private static String[] all() {
        return Arrays.stream(Account.values()).map(Account::name).toArray(String[]::new);
    }

    private static String[] one(Account account) {
        return new String[] {account.name()};
    }

    private static @Nullable String name(@Nullable SourceKind kind) {
        return kind == null ? null : kind.name();
    }

    private static LedgerTransfer transfer(Readable row) {
        var column = new Columns(row);
        return new LedgerTransfer(
                column.id("id"),
                column.day("booked_on"),
                column.choice("reason", Booking.class),
                column.choice("debit", Account.class),
                column.choice("credit", Account.class),
                column.money("amount"),
                column.id("customer_id"),
                column.choice("source_kind", SourceKind.class),
                document(column),
                column.dayOrNull("served_from"),
                column.dayOrNull("served_through"),
                null);
    }

    private static @Nullable TransferDocument document(Columns column) {
        var id = column.idOrNull("document_id");
        return id == null
                ? null
                : new TransferDocument(
                        column.choice("document_kind", TransferDocument.Kind.class),
                        id,
                        column.textOrNull("document_number"));
    }
}
