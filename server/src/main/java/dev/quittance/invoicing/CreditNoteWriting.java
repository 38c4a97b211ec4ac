package dev.quittance.invoicing;

import dev.quittance.exchange.ExchangeRate;
import dev.quittance.organization.NumberBlock;
import dev.quittance.platform.Amounts;
import dev.quittance.platform.Days;
import dev.quittance.platform.Given;
import dev.quittance.platform.Ids;
import dev.quittance.platform.JsonText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes credit notes. */
@Repository
class CreditNoteWriting {
    private final DatabaseClient db;

    CreditNoteWriting(DatabaseClient db) {
        this.db = db;
    }

    /** Writes credit notes and cancellations; there are few at a time. */
    Mono<Void> insert(
            List<CreditDraft> drafts,
            NumberBlock numbers,
            UUID seller,
            LocalDate issuedOn,
            String reason) {
        return Flux.range(0, drafts.size())
                .concatMap(
                        i ->
                                insert(drafts.get(i), numbers.number(i), seller, issuedOn, reason)
                                        .then(insertLines(drafts.get(i)))
                                        .then(insertTaxes(drafts.get(i))))
                .then();
    }

    private Mono<Void> insert(
            CreditDraft draft, String number, UUID seller, LocalDate issuedOn, String reason) {
        return db.sql(
                        """
                        insert into credit_note (id, kind, number, customer_id, invoice_id, currency, net_minor, tax_minor,
                               total_minor, issued_on, seller_id, buyer, reason, rounding_minor, rounding_increment, exchange_currency,
                               exchange_rate, exchange_on)
                        values (:id, :kind, :number, :customer, :invoice, :currency, :net, :tax, :net + :tax + :rounding,
                               :issuedOn, :seller, :buyer::jsonb, :reason, :rounding, :increment, :exchangeCurrency,
                               :exchangeRate, :exchangeOn)
                        """)
                .bind("id", draft.id())
                .bind("kind", draft.kind().name())
                .bind("number", number)
                .bind("customer", draft.customer())
                .bind("invoice", Given.sql(draft.invoice(), UUID.class))
                .bind("currency", draft.currency().getCode())
                .bind("net", Amounts.minor(draft.net()))
                .bind("tax", Amounts.minor(draft.tax()))
                .bind("rounding", Amounts.minor(draft.rounding()))
                .bind("increment", Given.sql(increment(draft), Integer.class))
                .bind(
                        "exchangeCurrency",
                        Given.sql(exchange(draft, rate -> rate.base().getCode()), String.class))
                .bind(
                        "exchangeRate",
                        Given.sql(exchange(draft, ExchangeRate::rate), BigDecimal.class))
                .bind("exchangeOn", Given.sql(exchange(draft, ExchangeRate::on), LocalDate.class))
                .bind("issuedOn", issuedOn)
                .bind("seller", seller)
                .bind("buyer", JsonText.write(draft.buyer()))
                .bind("reason", reason)
                .then();
    }

    private Mono<Void> insertLines(CreditDraft draft) {
        var lines = draft.lines();
        return db.sql(
                        """
                        insert into credit_note_line (id, credit_note_id, invoice_line_id, position, description, quantity, unit_price,
                               net_minor, service_period, tax_label, explanation)
                        select l.id, :note, l.invoice_line, l.position, l.description, l.quantity, l.price, l.net,
                               case when l.from_on is not null then daterange(l.from_on, l.until_on) end, l.label,
                               l.explanation::jsonb
                          from unnest(:ids::uuid[], :invoiceLines::uuid[], :positions::int[], :descriptions::text[],
                                      :quantities::numeric[], :prices::numeric[], :nets::bigint[], :froms::date[],
                                      :untils::date[], :labels::text[], :explanations::text[])
                               as l (id, invoice_line, position, description, quantity, price, net, from_on, until_on, label,
                                     explanation)
                        """)
                .bind("note", draft.id())
                .bind("ids", lines.stream().map(_ -> Ids.next()).toArray(UUID[]::new))
                .bind("invoiceLines", all(draft, CreditDraft.Line::invoiceLine, UUID[]::new))
                .bind(
                        "positions",
                        IntStream.rangeClosed(1, lines.size()).boxed().toArray(Integer[]::new))
                .bind("descriptions", all(draft, CreditDraft.Line::description, String[]::new))
                .bind("nets", all(draft, line -> Amounts.minor(line.net()), Long[]::new))
                .bind("quantities", all(draft, CreditDraft.Line::quantity, BigDecimal[]::new))
                .bind("prices", all(draft, CreditDraft.Line::unitPrice, BigDecimal[]::new))
                .bind("froms", days(draft, Days::from))
                .bind("untils", days(draft, Days::until))
                .bind("labels", all(draft, CreditDraft.Line::taxLabel, String[]::new))
                .bind(
                        "explanations",
                        all(draft, line -> JsonText.write(line.explanation()), String[]::new))
                .then();
    }

    private Mono<Void> insertTaxes(CreditDraft draft) {
        return Flux.fromIterable(draft.taxes())
                .concatMap(
                        tax ->
                                db.sql(
                                                """
                                                insert into credit_note_tax (credit_note_id, position, label, percent, treatment,
                                                       base_minor, tax_minor, exchanged_minor)
                                                values (:note, :position, :label, :percent, :treatment, :base, :tax, :exchanged)
                                                """)
                                        .bind("note", draft.id())
                                        .bind("position", tax.position())
                                        .bind("label", tax.row().label())
                                        .bind("percent", tax.row().percent())
                                        .bind("treatment", tax.row().treatment().name())
                                        .bind("base", Amounts.minor(tax.row().base()))
                                        .bind("tax", Amounts.minor(tax.row().tax()))
                                        .bind("exchanged", Given.sql(exchanged(tax), Long.class))
                                        .then())
                .then();
    }

    private static @Nullable Integer increment(CreditDraft draft) {
        var cash = draft.terms().cash();
        return cash == null ? null : Math.toIntExact(cash.minor());
    }

    private static <T> @Nullable T exchange(CreditDraft draft, Function<ExchangeRate, T> part) {
        var rate = draft.terms().exchange();
        return rate == null ? null : part.apply(rate);
    }

    private static @Nullable Long exchanged(CreditDraft.Tax tax) {
        var amount = tax.row().exchanged();
        return amount == null ? null : Amounts.minor(amount);
    }

    private static LocalDate[] days(CreditDraft draft, Function<Days, LocalDate> day) {
        return all(
                draft,
                line -> line.days() == null ? null : day.apply(line.days()),
                LocalDate[]::new);
    }

    private static <T> T[] all(
            CreditDraft draft,
            Function<CreditDraft.Line, @Nullable T> value,
            IntFunction<T[]> array) {
        return draft.lines().stream().map(value).toArray(array);
    }
}
