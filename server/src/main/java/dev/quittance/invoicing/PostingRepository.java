package dev.quittance.invoicing;

import dev.quittance.exchange.ExchangeRate;
import dev.quittance.invoicing.Drafting.InvoiceDraft;
import dev.quittance.organization.NumberBlock;
import dev.quittance.platform.Amounts;
import dev.quittance.platform.Columns;
import dev.quittance.platform.Days;
import dev.quittance.platform.Ids;
import dev.quittance.platform.JsonText;
import dev.quittance.subscriptions.ItemCharge;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes posted invoices, hundreds in a statement. */
@Repository
class PostingRepository {
    private final DatabaseClient db;

    PostingRepository(DatabaseClient db) {
        this.db = db;
    }

    /** An item's days that could be claimed: nobody had billed any of them. */
    record Claim(UUID invoice, UUID item, String kind, @Nullable LocalDate from) {
        /** Null for what bills no days of an item. */
        static @Nullable Claim of(UUID invoice, ItemCharge charge) {
            var item = charge.item();
            var days = charge.period();
            return item == null
                    ? null
                    : new Claim(
                            invoice, item, charge.kind().name(), days == null ? null : days.from());
        }
    }

    /**
     * Claims the days of every charge. What is paid once has no days and claims all time. Those
     * that somebody else has billed are left out.
     */
    Flux<Claim> claim(List<InvoiceDraft> drafts) {
        var charges = rows(drafts, PostingRepository::claiming);
        if (charges.isEmpty()) {
            return Flux.empty();
        }
        return db.sql(
                        """
                        insert into billed_period (invoice_id, subscription_id, item_id, kind, period)
                        select c.invoice_id, c.subscription_id, c.item_id, c.kind, daterange(c.from_on, c.until_on)
                          from unnest(:invoices::uuid[], :subscriptions::uuid[], :items::uuid[], :kinds::text[],
                                      :froms::date[], :untils::date[])
                               as c (invoice_id, subscription_id, item_id, kind, from_on, until_on)
                            on conflict do nothing
                        returning invoice_id, item_id, kind, lower(period) as from_on
                        """)
                .bind("invoices", ids(charges, row -> row.draft().id()))
                .bind("subscriptions", ids(charges, row -> row.part().subscription()))
                .bind("items", ids(charges, row -> row.part().item()))
                .bind("kinds", texts(charges, row -> row.part().kind().name()))
                .bind("froms", days(charges, row -> from(row.part().period())))
                .bind("untils", days(charges, row -> until(row.part().period())))
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new Claim(
                                    column.id("invoice_id"),
                                    column.id("item_id"),
                                    column.text("kind"),
                                    column.dayOrNull("from_on"));
                        })
                .all();
    }

    private static List<ItemCharge> claiming(InvoiceDraft draft) {
        return draft.order().charges().stream().filter(charge -> charge.item() != null).toList();
    }

    /** Writes invoices with their lines and tax rows in one statement. */
    Mono<Void> insert(
            List<InvoiceDraft> drafts,
            NumberBlock numbers,
            UUID seller,
            LocalDate issuedOn,
            @Nullable UUID billRun) {
        var lines = rows(drafts, InvoiceDraft::lines);
        var taxes = rows(drafts, InvoiceDraft::taxRows);
        var sql =
                db.sql(INSERT)
                        .bind("issuedOn", issuedOn)
                        .bind("seller", seller)
                        .bind("ids", ids(drafts, InvoiceDraft::id))
                        .bind("numbers", numbers(drafts.size(), numbers))
                        .bind("customers", ids(drafts, draft -> draft.order().customer()))
                        .bind("groups", ids(drafts, draft -> draft.order().billingGroup()))
                        .bind("currencies", texts(drafts, draft -> draft.order().currency()))
                        .bind("nets", minors(drafts, draft -> Amounts.minor(draft.net())))
                        .bind("taxes", minors(drafts, draft -> Amounts.minor(draft.tax())))
                        .bind("roundings", minors(drafts, draft -> Amounts.minor(draft.rounding())))
                        .bind("increments", increments(drafts))
                        .bind(
                                "exchangeCurrencies",
                                texts(
                                        drafts,
                                        draft -> exchange(draft, rate -> rate.base().getCode())))
                        .bind("exchangeRates", rates(drafts))
                        .bind(
                                "exchangeDays",
                                days(drafts, draft -> exchange(draft, ExchangeRate::on)))
                        .bind("dueDays", dueDays(drafts))
                        .bind(
                                "buyers",
                                texts(
                                        drafts,
                                        draft ->
                                                JsonText.write(DocumentParty.of(draft.customer()))))
                        .bind("notes", texts(drafts, InvoiceDraft::note))
                        .bind("orders", texts(drafts, InvoiceDraft::purchaseOrder))
                        .bind(
                                "supplements",
                                ids(drafts, draft -> draft.order().terms().supplements()))
                        .bind("replaced", ids(drafts, draft -> draft.order().terms().replaces()));
        sql = billRun == null ? sql.bindNull("billRun", UUID.class) : sql.bind("billRun", billRun);
        return sql.bind("lineIds", ids(lines, _ -> Ids.next()))
                .bind("lineInvoices", ids(lines, row -> row.draft().id()))
                .bind("linePositions", positions(lines))
                .bind("subscriptions", ids(lines, row -> row.part().charge().subscription()))
                .bind("items", ids(lines, row -> row.part().charge().item()))
                .bind("kinds", texts(lines, row -> row.part().charge().kind().name()))
                .bind("descriptions", texts(lines, row -> row.part().charge().description()))
                .bind("quantities", decimals(lines, row -> row.part().charge().quantity()))
                .bind("prices", decimals(lines, row -> row.part().unitPrice()))
                .bind("lineNets", minors(lines, row -> Amounts.minor(row.part().net())))
                .bind("grosses", minors(lines, row -> gross(row.part())))
                .bind("froms", days(lines, row -> from(row.part().charge().period())))
                .bind("untils", days(lines, row -> until(row.part().charge().period())))
                .bind("categories", ids(lines, row -> row.part().charge().taxCategory()))
                .bind("lineLabels", texts(lines, row -> row.part().taxLabel()))
                .bind("explanations", texts(lines, row -> JsonText.write(row.part().explanation())))
                .bind("taxInvoices", ids(taxes, row -> row.draft().id()))
                .bind("taxPositions", positions(taxes))
                .bind("taxLabels", texts(taxes, row -> row.part().label()))
                .bind("percents", decimals(taxes, row -> row.part().percent()))
                .bind("treatments", texts(taxes, row -> row.part().treatment().name()))
                .bind("bases", minors(taxes, row -> Amounts.minor(row.part().base())))
                .bind("taxMinors", minors(taxes, row -> Amounts.minor(row.part().tax())))
                .bind("exchanged", minors(taxes, row -> minor(row.part().exchanged())))
                .then();
    }

    private static final String INSERT =
            """
            with posted as (
              insert into invoice (id, number, customer_id, billing_group_id, currency, status, net_minor, tax_minor,
                     total_minor, issued_on, due_on, seller_id, buyer, note, purchase_order, payment_reference, bill_run_id,
                     supplements_id, replaces_id, rounding_minor, rounding_increment, exchange_currency, exchange_rate,
                     exchange_on)
              select i.id, i.number, i.customer, i.billing_group, i.currency,
                     case when i.net + i.tax + i.rounding = 0 then 'PAID' else 'OPEN' end, i.net, i.tax,
                     i.net + i.tax + i.rounding, :issuedOn, :issuedOn + i.due_days, :seller, i.buyer::jsonb, i.note, i.purchase_order,
                     i.number, :billRun, i.supplements, i.replaced, i.rounding, i.increment, i.exchange_currency,
                     i.exchange_rate, i.exchange_on
                from unnest(:ids::uuid[], :numbers::text[], :customers::uuid[], :groups::uuid[], :currencies::text[],
                            :nets::bigint[], :taxes::bigint[], :dueDays::int[], :buyers::text[], :notes::text[],
                            :orders::text[], :supplements::uuid[], :replaced::uuid[], :roundings::bigint[],
                            :increments::int[], :exchangeCurrencies::text[], :exchangeRates::numeric[],
                            :exchangeDays::date[])
                     as i (id, number, customer, billing_group, currency, net, tax, due_days, buyer, note, purchase_order,
                           supplements, replaced, rounding, increment, exchange_currency, exchange_rate, exchange_on)
            ), lines as (
              insert into invoice_line (id, invoice_id, position, subscription_id, item_id, kind, description, quantity,
                     unit_price, net_minor, gross_minor, service_period, tax_category_id, tax_label, explanation)
              select l.id, l.invoice, l.position, l.subscription, l.item, l.kind, l.description, l.quantity, l.price,
                     l.net, l.gross, case when l.from_on is not null then daterange(l.from_on, l.until_on) end,
                     l.category, l.label, l.explanation::jsonb
                from unnest(:lineIds::uuid[], :lineInvoices::uuid[], :linePositions::int[], :subscriptions::uuid[],
                            :kinds::text[], :descriptions::text[], :quantities::numeric[], :prices::numeric[],
                            :lineNets::bigint[], :grosses::bigint[], :froms::date[], :untils::date[],
                            :categories::uuid[], :lineLabels::text[], :explanations::text[], :items::uuid[])
                     as l (id, invoice, position, subscription, kind, description, quantity, price, net, gross, from_on,
                           until_on, category, label, explanation, item)
            )
            insert into invoice_tax (invoice_id, position, label, percent, treatment, base_minor, tax_minor,
                   exchanged_minor)
            select t.invoice, t.position, t.label, t.percent, t.treatment, t.base, t.tax, t.exchanged
              from unnest(:taxInvoices::uuid[], :taxPositions::int[], :taxLabels::text[], :percents::numeric[],
                          :treatments::text[], :bases::bigint[], :taxMinors::bigint[], :exchanged::bigint[])
                   as t (invoice, position, label, percent, treatment, base, tax, exchanged)
            """;

    /** A line or tax row with its invoice; positions count from one. */
    record Row<P>(InvoiceDraft draft, int position, P part) {}

    static <P> List<Row<P>> rows(List<InvoiceDraft> drafts, Function<InvoiceDraft, List<P>> parts) {
        return drafts.stream()
                .flatMap(
                        draft -> {
                            var own = parts.apply(draft);
                            return IntStream.range(0, own.size())
                                    .mapToObj(i -> new Row<>(draft, i + 1, own.get(i)));
                        })
                .toList();
    }

    private static String[] numbers(int count, NumberBlock block) {
        return IntStream.range(0, count).mapToObj(block::number).toArray(String[]::new);
    }

    private static Integer[] dueDays(List<InvoiceDraft> drafts) {
        return drafts.stream().map(InvoiceDraft::dueDays).toArray(Integer[]::new);
    }

    private static @Nullable Long gross(DraftLine line) {
        return minor(line.gross());
    }

    private static @Nullable Long minor(@Nullable Money money) {
        return money == null ? null : Amounts.minor(money);
    }

    private static Integer[] increments(List<InvoiceDraft> drafts) {
        return drafts.stream()
                .map(draft -> draft.terms().cash())
                .map(cash -> cash == null ? null : Math.toIntExact(cash.minor()))
                .toArray(Integer[]::new);
    }

    private static BigDecimal[] rates(List<InvoiceDraft> drafts) {
        return drafts.stream()
                .map(draft -> exchange(draft, ExchangeRate::rate))
                .toArray(BigDecimal[]::new);
    }

    private static <T> @Nullable T exchange(InvoiceDraft draft, Function<ExchangeRate, T> part) {
        var rate = draft.terms().exchange();
        return rate == null ? null : part.apply(rate);
    }

    private static @Nullable LocalDate from(@Nullable Days days) {
        return days == null ? null : days.from();
    }

    private static @Nullable LocalDate until(@Nullable Days days) {
        return days == null ? null : days.until();
    }

    private static <T> Integer[] positions(List<Row<T>> rows) {
        return rows.stream().map(Row::position).toArray(Integer[]::new);
    }

    private static <T> UUID[] ids(List<T> rows, Function<T, @Nullable UUID> id) {
        return rows.stream().map(id).toArray(UUID[]::new);
    }

    private static <T> String[] texts(List<T> rows, Function<T, @Nullable String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }

    private static <T> Long[] minors(List<T> rows, Function<T, @Nullable Long> minor) {
        return rows.stream().map(minor).toArray(Long[]::new);
    }

    private static <T> LocalDate[] days(List<T> rows, Function<T, @Nullable LocalDate> day) {
        return rows.stream().map(day).toArray(LocalDate[]::new);
    }

    private static <T> BigDecimal[] decimals(List<T> rows, Function<T, BigDecimal> number) {
        return rows.stream().map(number).toArray(BigDecimal[]::new);
    }
}
