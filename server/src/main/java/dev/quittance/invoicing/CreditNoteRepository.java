package dev.quittance.invoicing;

import dev.quittance.platform.Columns;
import dev.quittance.platform.Days;
import dev.quittance.platform.Page;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Reads credit notes. */
@Repository
class CreditNoteRepository {
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final UUID LAST_ID = new UUID(-1, -1);

    private static final String NOTES =
            """
            select n.id, n.kind, n.number, n.customer_id, n.invoice_id, i.number as invoice_number, n.currency, n.net_minor,
                   n.tax_minor, n.rounding_minor, n.rounding_increment, n.exchange_currency, n.exchange_rate, n.exchange_on,
                   n.total_minor, n.issued_on, n.reason, n.seller_id, n.buyer
              from credit_note n
              left join invoice i on i.id = n.invoice_id
            """;

    private static final String BY_IDS =
            NOTES + " where n.id = any(:ids) order by n.issued_on, n.id";

    private static final String OF_INVOICES =
            NOTES + " where n.invoice_id = any(:ids) order by n.issued_on, n.id";

    private static final String MATCHING =
            """
            (:customer::uuid is null or n.customer_id = :customer)
            and (:kinds::text[] is null or n.kind = any(:kinds))
            and (:from::date is null or n.issued_on >= :from)
            and (:until::date is null or n.issued_on <= :until)
            and (:search::text is null or n.id = any(array(
                  select s.id from credit_note s where s.number like :number
                  union
                  select s.id from invoice o join credit_note s on s.invoice_id = o.id where o.number like :number
                  union
                  select s.id from customer c join credit_note s on s.customer_id = c.id where lower(c.name) like :search)))
            and (n.issued_on, n.id) < (:afterOn, :afterId)
            """;

    private static final String PAGE =
            NOTES + " where " + MATCHING + " order by n.issued_on desc, n.id desc limit :first + 1";

    private static final String OF_CUSTOMERS =
            """
            select n.id, n.kind, n.number, n.customer_id, n.invoice_id, i.number as invoice_number, n.currency, n.net_minor,
                   n.tax_minor, n.rounding_minor, n.rounding_increment, n.exchange_currency, n.exchange_rate, n.exchange_on,
                   n.total_minor, n.issued_on, n.reason, n.seller_id, n.buyer
              from unnest(:customers::uuid[]) as c (id)
             cross join lateral (select *
                                   from credit_note n
                                  where n.customer_id = c.id
                                    and %s
                                  order by n.issued_on desc, n.id desc
                                  limit :first + 1) n
              left join invoice i on i.id = n.invoice_id
             order by n.customer_id, n.issued_on desc, n.id desc
            """
                    .formatted(MATCHING);

    private final DatabaseClient db;

    CreditNoteRepository(DatabaseClient db) {
        this.db = db;
    }

    Mono<List<CreditNote>> byIds(Collection<UUID> ids) {
        return complete(db.sql(BY_IDS).bind("ids", ids.toArray(UUID[]::new)));
    }

    Mono<List<CreditNote>> ofInvoices(Collection<UUID> invoices) {
        return complete(db.sql(OF_INVOICES).bind("ids", invoices.toArray(UUID[]::new)));
    }

    /** A page, newest first. */
    Mono<List<CreditNote>> page(CreditNoteFilter filter, Page page) {
        return complete(matching(db.sql(PAGE), filter, page));
    }

    /** A page of each customer's, newest first. */
    Mono<List<CreditNote>> ofCustomers(
            Collection<UUID> customers, CreditNoteFilter filter, Page page) {
        return complete(
                matching(db.sql(OF_CUSTOMERS), filter, page)
                        .bind("customers", customers.toArray(UUID[]::new)));
    }

    private static GenericExecuteSpec matching(
            GenericExecuteSpec sql, CreditNoteFilter filter, Page page) {
        return sql.bindValues(filter.bindings())
                .bind("afterOn", Objects.requireNonNullElse(page.day(0), LAST_DAY))
                .bind("afterId", Objects.requireNonNullElse(page.id(1), LAST_ID))
                .bind("first", page.first());
    }

    private Mono<List<CreditNote>> complete(GenericExecuteSpec notes) {
        return notes.map(CreditNoteRepository::note).all().collectList().flatMap(this::complete);
    }

    private Mono<List<CreditNote>> complete(List<CreditNote> notes) {
        var ids = notes.stream().map(CreditNote::id).toArray(UUID[]::new);
        return ids.length == 0
                ? Mono.just(notes)
                : Mono.zip(lines(ids), taxRows(ids))
                        .map(
                                beside ->
                                        notes.stream()
                                                .map(
                                                        note ->
                                                                with(
                                                                        note,
                                                                        beside.getT1(),
                                                                        beside.getT2()))
                                                .toList());
    }

    private static CreditNote with(
            CreditNote note,
            Map<UUID, Collection<CreditNoteLine>> lines,
            Map<UUID, Collection<TaxRow>> taxRows) {
        return note.with(
                List.copyOf(lines.getOrDefault(note.id(), List.of())),
                List.copyOf(taxRows.getOrDefault(note.id(), List.of())));
    }

    private Mono<Map<UUID, Collection<CreditNoteLine>>> lines(UUID[] notes) {
        return db.sql(
                        """
                        select l.credit_note_id, n.currency, l.id, l.position, l.description, l.quantity,
                               l.unit_price, l.net_minor,
                               lower(l.service_period) as from_on, upper(l.service_period) as until_on, l.tax_label,
                               l.explanation
                          from credit_note_line l
                          join credit_note n on n.id = l.credit_note_id
                         where l.credit_note_id = any(:notes)
                         order by l.credit_note_id, l.position
                        """)
                .bind("notes", notes)
                .map(row -> Map.entry(new Columns(row).id("credit_note_id"), line(row)))
                .all()
                .collectMultimap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<Map<UUID, Collection<TaxRow>>> taxRows(UUID[] notes) {
        return db.sql(
                        """
                        select t.credit_note_id, n.currency, t.label, t.percent, t.treatment, t.base_minor, t.tax_minor,
                               t.exchanged_minor, n.exchange_currency
                          from credit_note_tax t
                          join credit_note n on n.id = t.credit_note_id
                         where t.credit_note_id = any(:notes)
                         order by t.credit_note_id, t.position
                        """)
                .bind("notes", notes)
                .map(
                        row -> {
                            var column = new Columns(row);
                            return Map.entry(
                                    column.id("credit_note_id"), InvoiceRows.taxRow(column));
                        })
                .all()
                .collectMultimap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static CreditNoteLine line(Readable row) {
        var column = new Columns(row);
        var quantity = column.decimalOrNull("quantity");
        var price = column.decimalOrNull("unit_price");
        var net = column.money("net");
        return new CreditNoteLine(
                column.id("id"),
                column.integer("position"),
                column.text("description"),
                quantity == null ? null : quantity.stripTrailingZeros(),
                price == null ? null : UnitPrice.of(price, net.getCurrencyUnit()),
                net,
                days(column.dayOrNull("from_on"), column.dayOrNull("until_on")),
                column.textOrNull("tax_label"),
                Objects.requireNonNull(row.get("explanation", Json.class)).asString());
    }

    private static @Nullable Days days(@Nullable LocalDate from, @Nullable LocalDate until) {
        return from == null || until == null ? null : new Days(from, until);
    }

    private static CreditNote note(Readable row) {
        var column = new Columns(row);
        var currency = CurrencyUnit.of(column.text("currency"));
        return new CreditNote(
                column.id("id"),
                column.choice("kind", CreditNoteKind.class),
                column.text("number"),
                column.id("customer_id"),
                column.idOrNull("invoice_id"),
                column.textOrNull("invoice_number"),
                currency,
                column.money("net"),
                column.money("tax"),
                column.money("rounding"),
                InvoiceRows.cashRounding(column, currency),
                InvoiceRows.exchange(column, currency),
                column.money("total"),
                column.day("issued_on"),
                column.text("reason"),
                column.id("seller_id"),
                column.json("buyer", DocumentParty.class),
                List.of(),
                List.of());
    }
}
