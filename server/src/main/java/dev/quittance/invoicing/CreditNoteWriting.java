package dev.quittance.invoicing;

import dev.quittance.organization.NumberBlock;
import dev.quittance.platform.Amounts;
import dev.quittance.platform.Ids;
import dev.quittance.platform.JsonText;
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

    /** Writes credit notes; there are as few as invoices of one subscription. */
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
                        insert into credit_note (id, number, customer_id, invoice_id, currency, net_minor, tax_minor,
                               total_minor, issued_on, seller_id, buyer, reason)
                        values (:id, :number, :customer, :invoice, :currency, :net, :tax, :net + :tax, :issuedOn, :seller,
                               :buyer::jsonb, :reason)
                        """)
                .bind("id", draft.id())
                .bind("number", number)
                .bind("customer", draft.customer())
                .bind("invoice", draft.invoice())
                .bind("currency", draft.currency().getCode())
                .bind("net", Amounts.minor(draft.net()))
                .bind("tax", Amounts.minor(draft.tax()))
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
                        insert into credit_note_line (id, credit_note_id, invoice_line_id, position, description, net_minor,
                               service_period, tax_label, explanation)
                        select l.id, :note, l.invoice_line, l.position, l.description, l.net,
                               daterange(l.from_on, l.until_on), l.label, l.explanation::jsonb
                          from unnest(:ids::uuid[], :invoiceLines::uuid[], :positions::int[], :descriptions::text[],
                                      :nets::bigint[], :froms::date[], :untils::date[], :labels::text[],
                                      :explanations::text[])
                               as l (id, invoice_line, position, description, net, from_on, until_on, label, explanation)
                        """)
                .bind("note", draft.id())
                .bind("ids", lines.stream().map(_ -> Ids.next()).toArray(UUID[]::new))
                .bind("invoiceLines", all(draft, CreditDraft.Line::invoiceLine, UUID[]::new))
                .bind(
                        "positions",
                        IntStream.rangeClosed(1, lines.size()).boxed().toArray(Integer[]::new))
                .bind("descriptions", all(draft, CreditDraft.Line::description, String[]::new))
                .bind("nets", all(draft, line -> Amounts.minor(line.net()), Long[]::new))
                .bind("froms", all(draft, line -> line.days().from(), LocalDate[]::new))
                .bind("untils", all(draft, line -> line.days().until(), LocalDate[]::new))
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
                                                       base_minor, tax_minor)
                                                values (:note, :position, :label, :percent, :treatment, :base, :tax)
                                                """)
                                        .bind("note", draft.id())
                                        .bind("position", tax.position())
                                        .bind("label", tax.row().label())
                                        .bind("percent", tax.row().percent())
                                        .bind("treatment", tax.row().treatment().name())
                                        .bind("base", Amounts.minor(tax.row().base()))
                                        .bind("tax", Amounts.minor(tax.row().tax()))
                                        .then())
                .then();
    }

    private static <T> T[] all(
            CreditDraft draft,
            Function<CreditDraft.Line, @Nullable T> value,
            IntFunction<T[]> array) {
        return draft.lines().stream().map(value).toArray(array);
    }
}
