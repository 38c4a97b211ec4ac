package dev.quittance.invoicing;

import dev.quittance.organization.TaxRounding;
import dev.quittance.platform.Columns;
import dev.quittance.platform.Days;
import dev.quittance.subscriptions.Unused;
import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** What of invoices can still be given back. */
@Repository
class CreditBasisRepository {
    private final DatabaseClient db;

    CreditBasisRepository(DatabaseClient db) {
        this.db = db;
    }

    private static final String LINES =
            """
            select l.id, l.invoice_id, i.number, i.customer_id, i.currency, i.buyer, l.description, l.quantity,
                   l.unit_price, l.net_minor, lower(l.service_period) as from_on, upper(l.service_period) as until_on,
                   l.tax_label, l.explanation, coalesce(c.net, 0)::bigint as credited_minor,
                   coalesce(c.quantity, 0) as credited_quantity,
                   i.net_minor + i.tax_minor as exact_minor, i.total_minor, i.rounding_increment,
                   i.exchange_currency, i.exchange_rate, i.exchange_on,
                   coalesce(g.exact, 0)::bigint as given_minor, coalesce(g.rounding, 0)::bigint as given_rounding_minor
              from invoice_line l
              join invoice i on i.id = l.invoice_id
              left join lateral (
                   select sum(n.net_minor + n.tax_minor) as exact, sum(n.rounding_minor) as rounding
                     from credit_note n
                    where n.invoice_id = i.id) g on true
              left join lateral (
                   select sum(n.net_minor) as net, sum(n.quantity) as quantity
                     from credit_note_line n
                    where n.invoice_line_id = l.id) c on true
            """;

    private static final String OF_SUBSCRIPTION =
            LINES
                    + """
                       where l.subscription_id = :subscription
                         and upper(l.service_period) > :from
                         and (:items::uuid[] is null or l.item_id = any(:items))
                         and i.status in ('OPEN', 'PAID')
                       order by i.issued_on, i.id, l.position
                      """;

    private static final String OF_INVOICES =
            LINES + " where l.invoice_id = any(:invoices) order by l.invoice_id, l.position";

    /** Every invoice that bills days of a subscription that are given back, the oldest first. */
    Mono<List<CreditBasis>> of(UUID subscription, Unused unused) {
        return complete(bind(db.sql(OF_SUBSCRIPTION), subscription, unused));
    }

    /** These invoices with all their lines, as far as they have any. */
    Mono<List<CreditBasis>> ofInvoices(Collection<UUID> invoices) {
        return complete(db.sql(OF_INVOICES).bind("invoices", invoices.toArray(UUID[]::new)));
    }

    /** The number of an invoice that is another billing system's. */
    Mono<String> takenOver(UUID invoice) {
        return db.sql("select number from invoice where id = :id and taken_over_on is not null")
                .bind("id", invoice)
                .mapValue(String.class)
                .one();
    }

    private Mono<List<CreditBasis>> complete(GenericExecuteSpec query) {
        return query.map(CreditBasisRepository::billedLine)
                .all()
                .collectList()
                .flatMap(
                        lines ->
                                taxes(lines.stream().map(BilledLine::invoice).distinct().toList())
                                        .map(taxes -> bases(lines, taxes)));
    }

    private record BilledLine(
            UUID invoice,
            String number,
            UUID customer,
            DocumentParty buyer,
            CreditBasis.Line line,
            CreditBasis.Sums sums) {}

    private static BilledLine billedLine(Readable row) {
        var column = new Columns(row);
        var from = column.dayOrNull("from_on");
        var explanation = column.json("explanation", LineExplanation.class);
        return new BilledLine(
                column.id("invoice_id"),
                column.text("number"),
                column.id("customer_id"),
                column.json("buyer", DocumentParty.class),
                new CreditBasis.Line(
                        column.id("id"),
                        column.text("description"),
                        column.decimal("quantity"),
                        column.decimal("unit_price"),
                        column.money("net"),
                        column.money("credited"),
                        column.decimal("credited_quantity"),
                        from == null ? null : new Days(from, column.day("until_on")),
                        explanation.rates(),
                        explanation.taxes(),
                        column.textOrNull("tax_label"),
                        explanation.charge()),
                sums(column, explanation.taxes() != null));
    }

    private static CreditBasis.Sums sums(Columns column, boolean perLine) {
        var currency = CurrencyUnit.of(column.text("currency"));
        var rounding = perLine ? TaxRounding.PER_LINE : TaxRounding.PER_DOCUMENT;
        return new CreditBasis.Sums(
                column.money("exact"),
                column.money("total"),
                column.money("given"),
                column.money("given_rounding"),
                new TaxTerms(
                        rounding,
                        InvoiceRows.cashRounding(column, currency),
                        InvoiceRows.exchange(column, currency)));
    }

    private Mono<Map<UUID, Collection<CreditBasis.Tax>>> taxes(List<UUID> invoices) {
        return db.sql(
                        """
                        select t.invoice_id, t.position, i.currency, t.label, t.percent, t.treatment, t.base_minor, t.tax_minor,
                               coalesce(c.base, 0)::bigint as credited_base_minor, coalesce(c.tax, 0)::bigint as credited_tax_minor,
                               t.exchanged_minor, i.exchange_currency,
                               case when t.exchanged_minor is not null then coalesce(c.exchanged, 0)::bigint end
                                 as credited_exchanged_minor
                          from invoice_tax t
                          join invoice i on i.id = t.invoice_id
                          left join lateral (
                               select sum(ct.base_minor) as base, sum(ct.tax_minor) as tax,
                                      sum(ct.exchanged_minor) as exchanged
                                 from credit_note n
                                 join credit_note_tax ct on ct.credit_note_id = n.id
                                where n.invoice_id = t.invoice_id and ct.position = t.position) c on true
                         where t.invoice_id = any(:invoices)
                         order by t.invoice_id, t.position
                        """)
                .bind("invoices", invoices.toArray(UUID[]::new))
                .map(
                        row -> {
                            var column = new Columns(row);
                            return Map.entry(
                                    column.id("invoice_id"),
                                    new CreditBasis.Tax(
                                            column.integer("position"),
                                            InvoiceRows.taxRow(column),
                                            column.money("credited_base"),
                                            column.money("credited_tax"),
                                            InvoiceRows.exchanged(
                                                    column, "credited_exchanged_minor")));
                        })
                .all()
                .collectMultimap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static List<CreditBasis> bases(
            List<BilledLine> lines, Map<UUID, Collection<CreditBasis.Tax>> taxes) {
        var byInvoice = new LinkedHashMap<UUID, List<BilledLine>>();
        lines.forEach(
                line ->
                        byInvoice
                                .computeIfAbsent(line.invoice(), _ -> new ArrayList<>())
                                .add(line));
        return byInvoice.values().stream()
                .map(
                        own -> {
                            var first = own.getFirst();
                            return new CreditBasis(
                                    first.invoice(),
                                    first.number(),
                                    first.customer(),
                                    first.line().net().getCurrencyUnit(),
                                    first.buyer(),
                                    own.stream().map(BilledLine::line).toList(),
                                    List.copyOf(taxes.getOrDefault(first.invoice(), List.of())),
                                    first.sums());
                        })
                .toList();
    }

    /** Lets all days that an invoice bills be billed anew. */
    Mono<Void> release(UUID invoice) {
        return db.sql(
                        """
                        delete from billed_period
                         where invoice_id = :invoice
                           and subscription_id in (select subscription_id from invoice_line where invoice_id = :invoice)
                        """)
                .bind("invoice", invoice)
                .then();
    }

    /** Lets days that were given back be billed anew, but for those another system billed. */
    Mono<Void> release(UUID subscription, Unused unused) {
        return bind(
                        db.sql(
                                """
                                with gone as (
                                  delete from billed_period
                                   where subscription_id = :subscription and lower(period) >= :from
                                     and invoice_id is not null and (:items::uuid[] is null or item_id = any(:items))
                                )
                                update billed_period
                                   set period = daterange(lower(period), :from)
                                 where subscription_id = :subscription and lower(period) < :from and upper(period) > :from
                                   and invoice_id is not null and (:items::uuid[] is null or item_id = any(:items))
                                """),
                        subscription,
                        unused)
                .then();
    }

    private static GenericExecuteSpec bind(
            GenericExecuteSpec sql, UUID subscription, Unused unused) {
        var items = unused.items();
        var bound = sql.bind("subscription", subscription).bind("from", unused.from());
        return items == null
                ? bound.bindNull("items", UUID[].class)
                : bound.bind("items", items.toArray(UUID[]::new));
    }
}
