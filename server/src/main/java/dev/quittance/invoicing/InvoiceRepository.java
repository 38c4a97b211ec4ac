package dev.quittance.invoicing;

import dev.quittance.platform.Columns;
import dev.quittance.platform.Page;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads invoices, lines joined: a round trip costs more than a repeated column. */
@Repository
class InvoiceRepository {
    /** Before the first page: later than every invoice. */
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private static final UUID LAST_ID = new UUID(-1, -1);

    /** Behind every text that begins with what stands before it. */
    private static final String LAST_LETTER = Character.toString(Character.MAX_CODE_POINT);

    private static final String COLUMNS =
            """
            i.id, i.number, i.status, i.status = 'OPEN' and i.due_on < :today as overdue, i.customer_id,
            i.billing_group_id, i.currency, i.net_minor, i.tax_minor, i.total_minor, i.paid_minor, i.issued_on, i.due_on,
            i.seller_id, case when :parties then i.buyer end as buyer, i.note, i.purchase_order, i.payment_reference,
            i.mailed_at, l.id as line_id, l.position, l.subscription_id, l.description, l.quantity, l.unit_price,
            l.net_minor as line_net_minor, l.gross_minor, lower(l.service_period) as from_on,
            upper(l.service_period) as until_on, l.tax_label, l.explanation
            """;

    private static final String MATCHING =
            """
            i.number is not null
            and (:statuses::text[] is null or i.status = any(:statuses))
            and (not :outstanding or i.status = 'OPEN')
            and (not :overdue or i.status = 'OPEN' and i.due_on < :today)
            and (:issuedFrom::date is null or i.issued_on >= :issuedFrom)
            and (:issuedUntil::date is null or i.issued_on <= :issuedUntil)
            and (i.issued_on, i.id) < (:afterOn, :afterId)
            """;

    private static final String BY_IDS =
            """
            select %s
              from invoice i
              left join invoice_line l on :lines and l.invoice_id = i.id
             where i.id = any(:ids)
             order by i.id, l.position
            """
                    .formatted(COLUMNS);

    /** A page for each of some customers. */
    private static final String OF_CUSTOMERS =
            """
            select %s
              from unnest(:customers::uuid[]) as c (id)
             cross join lateral (
                   select * from invoice i
                    where i.customer_id = c.id
                      and (:subscription::uuid is null or exists (
                          select from invoice_line s where s.invoice_id = i.id and s.subscription_id = :subscription))
                      and (:search::text is null or starts_with(i.number, :search))
                      and %s
                    order by i.issued_on desc, i.id desc
                    limit :first + 1) i
              left join invoice_line l on :lines and l.invoice_id = i.id
             order by c.id, i.issued_on desc, i.id desc, l.position
            """
                    .formatted(COLUMNS, MATCHING);

    private static final String OF_ALL = list("invoice");

    private static final String OF_CUSTOMER =
            list("(select * from invoice where customer_id = :customer)");

    private static final String OF_SUBSCRIPTION =
            list(
                    """
                    (select * from invoice where id in (
                        select invoice_id from invoice_line where subscription_id = :subscription))
                    """);

    private static final String FOUND =
            list(
                    """
                    (select * from invoice where id in (
                        select id from invoice where number ~>=~ :search and number ~<~ :searchEnd
                        union
                        select o.id from customer c join invoice o on o.customer_id = c.id
                         where lower(c.name) collate "C" >= :name and lower(c.name) collate "C" < :nameEnd))
                    """);

    private static String list(String source) {
        return """
               select %s
                 from (select * from %s i where %s and (:customer::uuid is null or i.customer_id = :customer)
                        order by i.issued_on desc, i.id desc
                        limit :first + 1) i
                 left join invoice_line l on :lines and l.invoice_id = i.id
                order by i.issued_on desc, i.id desc, l.position
               """
                .formatted(COLUMNS, source, MATCHING);
    }

    private final DatabaseClient db;

    InvoiceRepository(DatabaseClient db) {
        this.db = db;
    }

    Mono<InvoiceRows> byIds(Collection<UUID> ids, LocalDate today, Wanted wanted) {
        return rows(
                db.sql(BY_IDS)
                        .bind("ids", ids.toArray(UUID[]::new))
                        .bind("today", today)
                        .bind("lines", wanted.lines())
                        .bind("parties", wanted.parties()));
    }

    /** A page of each customer's invoices, newest first. */
    Mono<InvoiceRows> ofCustomers(
            Collection<UUID> customers,
            InvoiceFilter filter,
            Page page,
            LocalDate today,
            Wanted wanted) {
        var sql =
                matching(db.sql(OF_CUSTOMERS), filter, page, today, wanted)
                        .bind("customers", customers.toArray(UUID[]::new));
        var search = filter.searches() ? filter.prefix() : null;
        return rows(
                bound(
                        bound(sql, "search", search, String.class),
                        "subscription",
                        filter.subscriptionId(),
                        UUID.class));
    }

    /** A page of everybody's invoices, newest first. */
    Mono<InvoiceRows> list(InvoiceFilter filter, Page page, LocalDate today, Wanted wanted) {
        var sql = matching(source(filter), filter, page, today, wanted);
        return rows(bound(sql, "customer", filter.customerId(), UUID.class));
    }

    private GenericExecuteSpec source(InvoiceFilter filter) {
        if (filter.searches()) {
            var number = filter.prefix();
            var name = number.toLowerCase(Locale.ROOT);
            return db.sql(FOUND)
                    .bind("search", number)
                    .bind("searchEnd", number + LAST_LETTER)
                    .bind("name", name)
                    .bind("nameEnd", name + LAST_LETTER);
        }
        if (filter.subscriptionId() != null) {
            return db.sql(OF_SUBSCRIPTION).bind("subscription", filter.subscriptionId());
        }
        return db.sql(filter.customerId() == null ? OF_ALL : OF_CUSTOMER);
    }

    private static GenericExecuteSpec matching(
            GenericExecuteSpec sql,
            InvoiceFilter filter,
            Page page,
            LocalDate today,
            Wanted wanted) {
        var statuses = filter.statuses();
        var names =
                statuses == null ? null : statuses.stream().map(Enum::name).toArray(String[]::new);
        var spec =
                sql.bind("today", today)
                        .bind("lines", wanted.lines())
                        .bind("parties", wanted.parties())
                        .bind("first", page.first())
                        .bind("afterOn", Objects.requireNonNullElse(page.day(0), LAST_DAY))
                        .bind("afterId", Objects.requireNonNullElse(page.id(1), LAST_ID))
                        .bind("outstanding", Boolean.TRUE.equals(filter.outstanding()))
                        .bind("overdue", Boolean.TRUE.equals(filter.overdue()));
        spec = bound(spec, "statuses", names, String[].class);
        spec = bound(spec, "issuedFrom", filter.issuedFrom(), LocalDate.class);
        return bound(spec, "issuedUntil", filter.issuedUntil(), LocalDate.class);
    }

    private static GenericExecuteSpec bound(
            GenericExecuteSpec sql, String name, @Nullable Object value, Class<?> type) {
        return value == null ? sql.bindNull(name, type) : sql.bind(name, value);
    }

    private static Mono<InvoiceRows> rows(GenericExecuteSpec sql) {
        return Mono.defer(
                () -> {
                    var rows = new InvoiceRows();
                    return sql.map(rows::take).all().then(Mono.fromSupplier(() -> rows));
                });
    }

    Mono<Map<UUID, Collection<TaxRow>>> taxRows(Collection<UUID> invoices) {
        return db.sql(
                        """
                        select t.invoice_id, i.currency, t.label, t.percent, t.treatment, t.base_minor, t.tax_minor
                          from invoice_tax t
                          join invoice i on i.id = t.invoice_id
                         where t.invoice_id = any(:invoices)
                         order by t.invoice_id, t.position
                        """)
                .bind("invoices", invoices.toArray(UUID[]::new))
                .map(
                        row -> {
                            var column = new Columns(row);
                            return Map.entry(column.id("invoice_id"), InvoiceRows.taxRow(column));
                        })
                .all()
                .collectMultimap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Which subscriptions these invoices bill. */
    Mono<Map<UUID, Collection<UUID>>> subscriptions(Collection<UUID> invoices) {
        return db.sql(
                        """
                        select invoice_id, subscription_id
                          from invoice_line
                         where invoice_id = any(:invoices)
                           and subscription_id is not null
                         group by invoice_id, subscription_id
                         order by invoice_id, min(position)
                        """)
                .bind("invoices", invoices.toArray(UUID[]::new))
                .map(
                        row -> {
                            var column = new Columns(row);
                            return Map.entry(column.id("invoice_id"), column.id("subscription_id"));
                        })
                .all()
                .collectMultimap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** What customers have not paid, by currency. */
    Flux<Map.Entry<UUID, Outstanding>> outstanding(Collection<UUID> customers, LocalDate today) {
        return db.sql(
                        """
                        select customer_id, currency, count(*) as invoices, min(due_on) as oldest_due_on,
                               sum(total_minor - paid_minor)::bigint as total_minor,
                               coalesce(sum(total_minor - paid_minor) filter (where due_on < :today), 0)::bigint as overdue_minor,
                               (array_agg(id order by due_on, number))[1 : 1000] as invoice_ids
                          from invoice
                         where customer_id = any(:customers)
                           and status = 'OPEN'
                         group by customer_id, currency
                         order by customer_id, currency
                        """)
                .bind("customers", customers.toArray(UUID[]::new))
                .bind("today", today)
                .map(InvoiceRepository::outstanding)
                .all();
    }

    private static Map.Entry<UUID, Outstanding> outstanding(Readable row) {
        var column = new Columns(row);
        return Map.entry(
                column.id("customer_id"),
                new Outstanding(
                        CurrencyUnit.of(column.text("currency")),
                        Math.toIntExact(column.number("invoices")),
                        column.money("total"),
                        column.day("oldest_due_on"),
                        column.money("overdue"),
                        List.of(Objects.requireNonNull(row.get("invoice_ids", UUID[].class)))));
    }
}
