package dev.quittance.invoicing;

import dev.quittance.customers.BillableCustomer;
import dev.quittance.organization.TaxTreatment;
import dev.quittance.platform.Amounts;
import dev.quittance.platform.Columns;
import dev.quittance.platform.Ids;
import dev.quittance.platform.JsonText;
import dev.quittance.subscriptions.Explanation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The SQL of invoices that were taken over. */
@Repository
class TakenOverRepository {
    private final DatabaseClient db;

    /** An invoice that was taken back. */
    record Removed(UUID id, UUID customer, String number, Money due) {}

    private record Line(
            TakenOverInvoice invoice, int position, TakenOverInvoice.Part part, boolean taxed) {

        @Nullable String label() {
            return taxed ? rate().label() : null;
        }

        AppliedRate rate() {
            return AppliedRate.of("Tax", part.percent(), treatment());
        }

        TaxTreatment treatment() {
            return part.percent().signum() == 0 ? TaxTreatment.ZERO : TaxTreatment.STANDARD;
        }

        String explanation() {
            return JsonText.write(
                    LineExplanation.of(
                            new Explanation.TakenOver(),
                            taxed ? List.of(rate()) : List.of(),
                            part.net(),
                            null));
        }
    }

    TakenOverRepository(DatabaseClient db) {
        this.db = db;
    }

    Flux<String> taken(List<String> numbers) {
        return db.sql("select number from invoice where number = any(:numbers)")
                .bind("numbers", numbers.toArray(String[]::new))
                .mapValue(String.class)
                .all();
    }

    private static final String INSERT =
            """
            with taken as (
              insert into invoice (id, number, customer_id, billing_group_id, currency, status, net_minor, tax_minor,
                     total_minor, paid_minor, paid_before_minor, issued_on, due_on, seller_id, buyer, payment_reference,
                     taken_over_on)
              select i.id, i.number, i.customer, i.billing_group, i.currency, 'OPEN', i.total - i.tax, i.tax,
                     i.total, i.total - i.due, i.total - i.due, i.issued_on, i.due_on, :seller, i.buyer::jsonb,
                     coalesce(i.reference, i.number), i.taken_over_on
                from unnest(:ids::uuid[], :numbers::text[], :customers::uuid[], :groups::uuid[], :currencies::text[],
                            :totals::bigint[], :taxes::bigint[], :dues::bigint[], :issued::date[], :dueDays::date[],
                            :buyers::text[], :references::text[], :days::date[])
                     as i (id, number, customer, billing_group, currency, total, tax, due, issued_on, due_on, buyer,
                           reference, taken_over_on)
            ), lines as (
              insert into invoice_line (id, invoice_id, position, kind, description, quantity, unit_price, net_minor,
                     tax_label, explanation)
              select l.id, l.invoice, l.position, 'MANUAL', l.description, 1, l.price, l.net, l.label, l.explanation::jsonb
                from unnest(:lineIds::uuid[], :lineInvoices::uuid[], :positions::int[], :descriptions::text[],
                            :prices::numeric[], :nets::bigint[], :labels::text[], :explanations::text[])
                     as l (id, invoice, position, description, price, net, label, explanation)
            )
            insert into invoice_tax (invoice_id, position, label, percent, treatment, base_minor, tax_minor)
            select t.invoice, t.position, t.label, t.percent, t.treatment, t.base, t.tax
              from unnest(:lineInvoices::uuid[], :positions::int[], :labels::text[], :percents::numeric[],
                          :treatments::text[], :nets::bigint[], :lineTaxes::bigint[])
                   as t (invoice, position, label, percent, treatment, base, tax)
             where t.label is not null
            """;

    Mono<Void> insert(
            List<TakenOverInvoice> invoices, Map<UUID, BillableCustomer> customers, UUID seller) {
        var lines = invoices.stream().flatMap(one -> lines(one).stream()).toList();
        return db.sql(INSERT)
                .bind("seller", seller)
                .bind("ids", ids(invoices, TakenOverInvoice::id))
                .bind("numbers", texts(invoices, TakenOverInvoice::number))
                .bind("customers", ids(invoices, TakenOverInvoice::customer))
                .bind("groups", ids(invoices, one -> of(customers, one).defaultBillingGroup()))
                .bind("currencies", texts(invoices, one -> one.total().getCurrencyUnit().getCode()))
                .bind("totals", minors(invoices, TakenOverInvoice::total))
                .bind("taxes", minors(invoices, TakenOverInvoice::tax))
                .bind("dues", minors(invoices, TakenOverInvoice::due))
                .bind("issued", days(invoices, TakenOverInvoice::issuedOn))
                .bind("dueDays", days(invoices, TakenOverInvoice::dueOn))
                .bind("buyers", texts(invoices, one -> buyer(of(customers, one))))
                .bind("references", texts(invoices, TakenOverInvoice::paymentReference))
                .bind("days", days(invoices, TakenOverInvoice::takenOverOn))
                .bind("lineIds", ids(lines, _ -> Ids.next()))
                .bind("lineInvoices", ids(lines, line -> line.invoice().id()))
                .bind("positions", lines.stream().map(Line::position).toArray(Integer[]::new))
                .bind("descriptions", texts(lines, line -> line.invoice().description()))
                .bind("prices", decimals(lines, line -> line.part().net().getAmount()))
                .bind("nets", minors(lines, line -> line.part().net()))
                .bind("labels", texts(lines, Line::label))
                .bind("explanations", texts(lines, Line::explanation))
                .bind("percents", decimals(lines, line -> line.part().percent()))
                .bind("treatments", texts(lines, line -> line.treatment().name()))
                .bind("lineTaxes", minors(lines, line -> line.part().tax()))
                .then();
    }

    /** Removes those that nothing has happened to. They were never documents of ours. */
    Flux<Removed> remove(List<UUID> ids) {
        return db.sql(
                        """
                        with untouched as (
                          select i.id, i.customer_id, i.number, i.currency, i.total_minor - i.paid_minor as due_minor
                            from invoice i
                           where i.id = any(:ids) and i.taken_over_on is not null and i.status = 'OPEN'
                             and i.paid_minor = i.paid_before_minor
                             for update),
                        lines as (delete from invoice_line where invoice_id in (select id from untouched)),
                        taxes as (delete from invoice_tax where invoice_id in (select id from untouched)),
                        gone as (delete from invoice where id in (select id from untouched))
                        select * from untouched
                        """)
                .bind("ids", ids.toArray(UUID[]::new))
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new Removed(
                                    column.id("id"),
                                    column.id("customer_id"),
                                    column.text("number"),
                                    column.money("due"));
                        })
                .all();
    }

    private static List<Line> lines(TakenOverInvoice invoice) {
        var parts = invoice.lines();
        var taxed = !invoice.parts().isEmpty();
        return IntStream.range(0, parts.size())
                .mapToObj(i -> new Line(invoice, i + 1, parts.get(i), taxed))
                .toList();
    }

    private static BillableCustomer of(
            Map<UUID, BillableCustomer> customers, TakenOverInvoice one) {
        return Objects.requireNonNull(customers.get(one.customer()));
    }

    private static String buyer(BillableCustomer customer) {
        return JsonText.write(DocumentParty.of(customer.customer()));
    }

    private static <T> UUID[] ids(List<T> rows, Function<T, @Nullable UUID> id) {
        return rows.stream().map(id).toArray(UUID[]::new);
    }

    private static <T> String[] texts(List<T> rows, Function<T, @Nullable String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }

    private static <T> Long[] minors(List<T> rows, Function<T, Money> money) {
        return rows.stream().map(row -> Amounts.minor(money.apply(row))).toArray(Long[]::new);
    }

    private static <T> LocalDate[] days(List<T> rows, Function<T, LocalDate> day) {
        return rows.stream().map(day).toArray(LocalDate[]::new);
    }

    private static <T> BigDecimal[] decimals(List<T> rows, Function<T, BigDecimal> number) {
        return rows.stream().map(number).toArray(BigDecimal[]::new);
    }
}
