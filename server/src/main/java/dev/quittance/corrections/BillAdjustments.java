package dev.quittance.corrections;

import static java.util.Objects.requireNonNull;

import dev.quittance.corrections.AddChargeInput.Adjustment;
import dev.quittance.corrections.AddChargeInput.PreviewAddChargeInput;
import dev.quittance.corrections.CorrectionQuotes.Occasion;
import dev.quittance.corrections.CorrectionQuotes.Quote;
import dev.quittance.invoicing.CreditNote;
import dev.quittance.invoicing.Invoice;
import dev.quittance.invoicing.InvoiceChain;
import dev.quittance.invoicing.InvoiceChains;
import dev.quittance.platform.Idempotency;
import dev.quittance.platform.Problem;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Adds a charge or a discount to a posted bill: a charge is an invoice of its own that belongs to
 * it, a discount is a credit note on it, at most what is left.
 */
@Service
class BillAdjustments {
    private final HeldInvoices held;
    private final Supplementing supplementing;
    private final Discounting discounting;
    private final InvoiceChains chains;
    private final Idempotency idempotency;
    private final CorrectionQuotes quotes;

    BillAdjustments(
            HeldInvoices held,
            Supplementing supplementing,
            Discounting discounting,
            InvoiceChains chains,
            Idempotency idempotency,
            CorrectionQuotes quotes) {
        this.held = held;
        this.supplementing = supplementing;
        this.discounting = discounting;
        this.chains = chains;
        this.idempotency = idempotency;
        this.quotes = quotes;
    }

    /**
     * What an adjustment would come to.
     *
     * @param before the total of the bill's chain now
     * @param after its total then
     * @param token given back with the act, it makes sure that just this is done
     */
    record AdjustmentPreview(
            Money net,
            Money tax,
            Money rounding,
            Money total,
            Money before,
            Money after,
            String token)
            implements Quote<AdjustmentPreview> {

        @Override
        public AdjustmentPreview with(String token) {
            return new AdjustmentPreview(net, tax, rounding, total, before, after, token);
        }

        @Override
        public Problem stale() {
            return new AdjustmentQuoteStale(this);
        }
    }

    /** It has changed since the preview. */
    record AdjustmentQuoteStale(AdjustmentPreview quote) implements Problem {
        @Override
        public String message() {
            return "The amounts have changed since you saw them, or too much time has passed: the bill is %s now and would be %s. Look at them again."
                    .formatted(quote.before(), quote.after());
        }
    }

    /** What came of it, by id: one of both documents. */
    record Adjusted(UUID bill, @Nullable UUID supplement, @Nullable UUID creditNote) {}

    /** The bill as it stands now, and the document that adjusts it. */
    record BillAdjusted(
            Invoice bill, @Nullable Invoice supplement, @Nullable CreditNote creditNote) {}

    Mono<AdjustmentPreview> preview(PreviewAddChargeInput input) {
        return held.read(input.invoiceId())
                .flatMap(bill -> shown(bill, input))
                .flatMap(shown -> quotes.signed(occasion(input), shown));
    }

    Mono<BillAdjusted> add(AddChargeInput input) {
        return idempotency
                .once("addCharge", input.idempotencyKey(), input, Adjusted.class, () -> act(input))
                .flatMap(this::found);
    }

    private Mono<Adjusted> act(AddChargeInput input) {
        return held.hold(input.invoiceId())
                .delayUntil(
                        bill ->
                                quotes.hold(
                                        input.quoteToken(),
                                        occasion(input.wanted()),
                                        shown(bill, input.wanted())))
                .flatMap(
                        bill -> {
                            var wanted = Adjustment.of(input.wanted(), bill);
                            return switch (input.kind()) {
                                case CHARGE ->
                                        supplementing
                                                .post(
                                                        bill,
                                                        wanted,
                                                        input.taxCategoryId(),
                                                        input.mail())
                                                .map(id -> new Adjusted(bill.id(), id, null));
                                case DISCOUNT ->
                                        discounting
                                                .post(bill, wanted, input.mail())
                                                .map(id -> new Adjusted(bill.id(), null, id));
                            };
                        });
    }

    private static Occasion occasion(PreviewAddChargeInput wanted) {
        return new Occasion("addCharge", wanted);
    }

    private Mono<AdjustmentPreview> shown(Invoice bill, PreviewAddChargeInput input) {
        return Mono.zip(amounts(bill, input), total(bill.id()))
                .map(both -> preview(input, both.getT1(), both.getT2()));
    }

    private Mono<Amounts> amounts(Invoice bill, PreviewAddChargeInput input) {
        var wanted = Adjustment.of(input, bill);
        return switch (input.kind()) {
            case CHARGE ->
                    supplementing
                            .draft(bill, wanted, input.taxCategoryId())
                            .map(draft -> new Amounts(draft.net(), draft.tax(), draft.rounding()));
            case DISCOUNT ->
                    discounting
                            .draft(bill, wanted)
                            .map(draft -> new Amounts(draft.net(), draft.tax(), draft.rounding()));
        };
    }

    private record Amounts(Money net, Money tax, Money rounding) {
        Money total() {
            return net.plus(tax).plus(rounding);
        }
    }

    private Mono<Money> total(UUID bill) {
        return chains.of(List.of(bill))
                .map(found -> requireNonNull(found.get(bill)))
                .map(InvoiceChain::total);
    }

    private static AdjustmentPreview preview(
            PreviewAddChargeInput input, Amounts amounts, Money before) {
        var after =
                switch (input.kind()) {
                    case CHARGE -> before.plus(amounts.total());
                    case DISCOUNT -> before.minus(amounts.total());
                };
        return new AdjustmentPreview(
                amounts.net(),
                amounts.tax(),
                amounts.rounding(),
                amounts.total(),
                before,
                after,
                "");
    }

    private Mono<BillAdjusted> found(Adjusted adjusted) {
        var bill = held.own(adjusted.bill());
        if (adjusted.creditNote() != null) {
            return bill.zipWith(discounting.get(adjusted.creditNote()))
                    .map(both -> new BillAdjusted(both.getT1(), null, both.getT2()));
        }
        return bill.zipWith(held.own(requireNonNull(adjusted.supplement())))
                .map(both -> new BillAdjusted(both.getT1(), both.getT2(), null));
    }
}
