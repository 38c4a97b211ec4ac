package dev.quittance.invoicing;

import dev.quittance.platform.Columns;
import dev.quittance.platform.Days;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What of invoices can still be given back. */
@Repository
class CreditBasisRepository {
    private final DatabaseClient db;

    CreditBasisRepository(DatabaseClient db) {
        this.db = db;
    }

    /** Every invoice that bills days of a subscription from {@code from} on, the oldest first. */
    Mono<List<CreditBasis>> of(UUID subscription, LocalDate from) {
        return lines(subscription, from)
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
            CreditBasis.Line line) {}

    private Flux<BilledLine> lines(UUID subscription, LocalDate from) {
        return db.sql(
                        """
                        select l.id, l.invoice_id, i.number, i.customer_id, i.currency, i.buyer, l.description, l.net_minor,
                               lower(l.service_period) as from_on, upper(l.service_period) as until_on, l.tax_label,
                               l.explanation,
                               coalesce((select sum(c.net_minor) from credit_note_line c
                                          where c.invoice_line_id = l.id), 0)::bigint as credited_minor
                          from invoice_line l
                          join invoice i on i.id = l.invoice_id
                         where l.subscription_id = :subscription
                           and upper(l.service_period) > :from
                           and i.status in ('OPEN', 'PAID')
                         order by i.issued_on, i.id, l.position
                        """)
                .bind("subscription", subscription)
                .bind("from", from)
                .map(CreditBasisRepository::billedLine)
                .all();
    }

    private static BilledLine billedLine(Readable row) {
        var column = new Columns(row);
        return new BilledLine(
                column.id("invoice_id"),
                column.text("number"),
                column.id("customer_id"),
                column.json("buyer", DocumentParty.class),
                new CreditBasis.Line(
                        column.id("id"),
                        column.text("description"),
                        column.money("net"),
                        column.money("credited"),
                        new Days(column.day("from_on"), column.day("until_on")),
                        column.json("explanation", LineExplanation.class).rates(),
                        column.textOrNull("tax_label")));
    }

    private Mono<Map<UUID, Collection<CreditBasis.Tax>>> taxes(List<UUID> invoices) {
        return db.sql(
                        """
                        select t.invoice_id, t.position, i.currency, t.label, t.percent, t.treatment, t.base_minor, t.tax_minor,
                               coalesce(c.base, 0)::bigint as credited_base_minor, coalesce(c.tax, 0)::bigint as credited_tax_minor
                          from invoice_tax t
                          join invoice i on i.id = t.invoice_id
                          left join lateral (
                               select sum(ct.base_minor) as base, sum(ct.tax_minor) as tax
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
                                            column.money("credited_tax")));
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
                                    first.buyer(),
                                    own.stream().map(BilledLine::line).toList(),
                                    List.copyOf(taxes.getOrDefault(first.invoice(), List.of())));
                        })
                .toList();
    }

    /** Lets days that were given back be billed anew. */
    Mono<Void> release(UUID subscription, LocalDate from) {
        return db.sql(
                        """
                        with gone as (
                          delete from billed_period
                           where subscription_id = :subscription and lower(period) >= :from
                        )
                        update billed_period
                           set period = daterange(lower(period), :from)
                         where subscription_id = :subscription and lower(period) < :from and upper(period) > :from
                        """)
                .bind("subscription", subscription)
                .bind("from", from)
                .then();
    }
}
