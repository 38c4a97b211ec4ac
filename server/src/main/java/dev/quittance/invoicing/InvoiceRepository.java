package dev.quittance.invoicing;

import dev.quittance.platform.Columns;
import dev.quittance.platform.Page;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Reads invoices and their lines in one statement: a round trip costs more than a longer one. */
@Repository
class InvoiceRepository {
    /** Before the first page: later than every invoice. */
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private static final UUID LAST_ID = new UUID(-1, -1);

    /** Behind every text that begins with what stands before it. */
    private static final String LAST_LETTER = Character.toString(Character.MAX_CODE_POINT);

    /**
     * A row for each invoice, its lines in arrays beside it: the driver takes longer for a row than
     * for what stands in it.
     */
    private static final String ROWS =
            """
            with page as (%s)
            select i.id, i.customer_id, i.issued_on, i.number, i.status,
                   i.status = 'OPEN' and i.due_on < :today as overdue, i.billing_group_id, i.currency, i.net_minor,
                   i.tax_minor, i.rounding_minor, i.rounding_increment, i.exchange_currency, i.exchange_rate,
                   i.exchange_on, i.total_minor, i.paid_minor, i.due_on, i.seller_id,
                   case when :parties then i.buyer end as buyer, i.note, i.purchase_order, i.payment_reference,
                   i.mailed_at, i.taken_over_on, l.*
              from page i
              left join lateral (
                   select array_agg(id) as line_ids, array_agg(position) as positions,
                          array_agg(subscription_id) as subscriptions, array_agg(description) as descriptions,
                          array_agg(quantity) as quantities, array_agg(unit_price) as unit_prices,
                          array_agg(net_minor) as line_nets, array_agg(gross_minor) as grosses,
                          array_agg(lower(service_period)) as from_days, array_agg(upper(service_period)) as until_days,
                          array_agg(tax_label) as tax_labels,
                          array_agg(explanation::text) filter (where :explanations) as explanations
                     from (select * from invoice_line where invoice_id = i.id order by position) of_invoice) l on :lines
             order by %s
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
            ROWS.formatted("select * from invoice where id = any(:ids)", "id");

    /** A page for each of some customers. */
    private static final String OF_CUSTOMERS =
            ROWS.formatted(
                    """
            select i.*
              from unnest(:customers::uuid[]) as c (id)
             cross join lateral (
                   select * from invoice i
                    where i.customer_id = c.id
                      and (:subscription::uuid is null or exists (
                          select from invoice_line s where s.invoice_id = i.id and s.subscription_id = :subscription))
                      and (:search::text is null or starts_with(i.number, :search) or exists (
                          select from customer o where o.id = c.id and starts_with(lower(o.name), lower(:search))))
                      and %s
                    order by i.issued_on desc, i.id desc
                    limit :first + 1) i
            """
                            .formatted(MATCHING),
                    "customer_id, issued_on desc, id desc");

    private static final String OF_ALL = list("invoice");

    private static final String OF_CUSTOMER =
            list("(select * from invoice where customer_id = :customer)");

    private static final String OF_SUBSCRIPTION =
            list(
                    """
                    (select * from invoice where id in (
                        select invoice_id from invoice_line where subscription_id = :subscription))
                    """);

    /**
     * Each way to be found gives a page at most: a beginning that many share is soon at its end.
     */
    private static final String FOUND =
            list(
                    """
                    (select * from invoice where id in (
                        (select i.id from invoice i
                          where i.number ~>=~ :search and i.number ~<~ :searchEnd and %1$s
                            and (:customer::uuid is null or i.customer_id = :customer)
                          order by i.issued_on desc, i.id desc limit :first + 1)
                        union
                        (select i.id from customer c join invoice i on i.customer_id = c.id
                          where lower(c.name) collate "C" >= :name and lower(c.name) collate "C" < :nameEnd and %1$s
                            and (:customer::uuid is null or i.customer_id = :customer)
                          order by i.issued_on desc, i.id desc limit :first + 1)))
                    """
                            .formatted(MATCHING));

    private static String list(String source) {
        return ROWS.formatted(
                """
                select * from %s i
                 where %s
                   and (:customer::uuid is null or i.customer_id = :customer)
                 order by i.issued_on desc, i.id desc
                 limit :first + 1
                """
                        .formatted(source, MATCHING),
                "issued_on desc, id desc");
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
                        .bind("explanations", wanted.explanations())
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
                        .bind("explanations", wanted.explanations())
                        .bind("parties", wanted.parties())
                        .bind("first", page.first())
                        .bind("afterOn", Objects.requireNonNullElse(page.day(0), LAST_DAY))
                        .bind("afterId", Objects.requireNonNullElse(page.id(1), LAST_ID))
                        .bind("outstanding", Boolean.TRUE.equals(filter.outstanding()))
                        .bind("overdue", filter.onlyOverdue());
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
                        select t.invoice_id, i.currency, t.label, t.percent, t.treatment, t.base_minor, t.tax_minor, t.exchanged_minor,
                               i.exchange_currency
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
}
