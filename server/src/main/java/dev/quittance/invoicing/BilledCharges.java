package dev.quittance.invoicing;

import dev.quittance.platform.Columns;
import dev.quittance.platform.Days;
import dev.quittance.subscriptions.ChargeKind;
import dev.quittance.subscriptions.Discounted;
import dev.quittance.subscriptions.Explanation;
import dev.quittance.subscriptions.Explanation.Credited;
import dev.quittance.subscriptions.Explanation.Entered;
import dev.quittance.subscriptions.Explanation.Priced;
import dev.quittance.subscriptions.Explanation.Recurring;
import dev.quittance.subscriptions.Explanation.SetupFee;
import dev.quittance.subscriptions.Explanation.TakenOver;
import dev.quittance.subscriptions.Explanation.Unused;
import dev.quittance.subscriptions.ItemCharge;
import dev.quittance.subscriptions.Proration;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.Money;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Makes of an invoice's lines what they were charged from, so that they can be charged again. They
 * claim no days: those are the old invoice's until it is cancelled.
 */
@Service
public class BilledCharges {
    private final DatabaseClient db;

    BilledCharges(DatabaseClient db) {
        this.db = db;
    }

    private record Billed(ItemCharge charge, Money credited, Money net) {}

    /** Every line as it was billed. */
    public Mono<List<ItemCharge>> of(UUID invoice) {
        return billed(invoice).map(Billed::charge).collectList();
    }

    /** What has not been given back: lines of which a part has are one unit of the rest. */
    public Mono<List<ItemCharge>> left(UUID invoice) {
        return billed(invoice)
                .filter(line -> line.net().isZero() || !line.credited().isEqual(line.net()))
                .map(line -> line.credited().isZero() ? line.charge() : rest(line))
                .collectList();
    }

    /**
     * The days that {@code invoice} bills are billed by {@code instead} from now on. Call inside
     * the transaction that cancels the one and posts the other.
     */
    public Mono<Void> handOver(UUID invoice, UUID instead) {
        return db.sql(
                        """
                        with lines as (
                          update invoice_line n
                             set item_id = o.item_id
                            from invoice_line o
                           where n.invoice_id = :instead and o.invoice_id = :invoice and o.item_id is not null
                             and n.subscription_id = o.subscription_id and n.kind = o.kind
                             and n.description = o.description and n.service_period is not distinct from o.service_period)
                        update billed_period
                           set invoice_id = :instead
                         where invoice_id = :invoice
                           and subscription_id in (select subscription_id from invoice_line where invoice_id = :invoice)
                        """)
                .bind("invoice", invoice)
                .bind("instead", instead)
                .then();
    }

    private Flux<Billed> billed(UUID invoice) {
        return db.sql(
                        """
                        select l.subscription_id, l.kind, l.description, l.quantity, l.net_minor, l.gross_minor, i.currency,
                               lower(l.service_period) as from_on, upper(l.service_period) as until_on, l.tax_category_id,
                               l.explanation,
                               coalesce((select sum(c.net_minor) from credit_note_line c
                                          where c.invoice_line_id = l.id), 0)::bigint as credited_minor
                          from invoice_line l
                          join invoice i on i.id = l.invoice_id
                         where l.invoice_id = :invoice
                         order by l.position
                        """)
                .bind("invoice", invoice)
                .map(BilledCharges::line)
                .all();
    }

    private static Billed line(Readable row) {
        var column = new Columns(row);
        var net = column.money("net");
        var gross = column.moneyOrNull("gross");
        var from = column.dayOrNull("from_on");
        var explanation = column.json("explanation", LineExplanation.class).charge();
        var amount = Objects.requireNonNullElse(gross, net);
        var quantity = column.decimal("quantity").stripTrailingZeros();
        var charge =
                new ItemCharge(
                        column.idOrNull("subscription_id"),
                        null,
                        column.choice("kind", ChargeKind.class),
                        column.text("description"),
                        quantity,
                        unitPrice(explanation, amount, quantity),
                        amount,
                        from == null ? null : new Days(from, column.day("until_on")),
                        column.idOrNull("tax_category_id"),
                        gross != null,
                        explanation);
        return new Billed(charge, column.money("credited"), net);
    }

    /** In the price's own basis, as it was before any tax was taken out of it. */
    private static BigDecimal unitPrice(
            Explanation explanation, Money amount, BigDecimal quantity) {
        return switch (explanation) {
            case Recurring recurring -> recurring.unitPrice();
            case Priced priced -> priced.whole().divide(quantity, Proration.PRECISION);
            case Discounted discounted -> unitPrice(discounted.charge(), amount, quantity);
            case SetupFee fee -> fee.amount();
            case Entered entered -> entered.unitPrice();
            case Unused _, Credited _, TakenOver _ ->
                    amount.getAmount().divide(quantity, Proration.PRECISION);
        };
    }

    private static ItemCharge rest(Billed line) {
        var left = line.net().minus(line.credited());
        var charge = line.charge();
        return new ItemCharge(
                charge.subscription(),
                null,
                charge.kind(),
                charge.description(),
                BigDecimal.ONE,
                left.getAmount(),
                left,
                charge.period(),
                charge.taxCategory(),
                false,
                new Entered(
                        left.getCurrencyUnit().getCode(),
                        BigDecimal.ONE,
                        left.getAmount(),
                        null,
                        left.getAmount(),
                        List.of()));
    }
}
