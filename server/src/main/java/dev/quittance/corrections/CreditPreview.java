package dev.quittance.corrections;

import dev.quittance.corrections.CorrectionQuotes.Quote;
import dev.quittance.invoicing.CreditDraft;
import dev.quittance.invoicing.TaxRow;
import dev.quittance.platform.Problem;
import dev.quittance.subscriptions.Period;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What an act would give back.
 *
 * @param settles what of it pays the invoice
 * @param toAccount what of it becomes account credit
 * @param undone what payments and credit had paid and becomes account credit
 * @param token given back with the act, it makes sure that just this is done
 */
record CreditPreview(
        List<CreditPreviewLine> lines,
        List<TaxRow> taxRows,
        Money net,
        Money tax,
        Money rounding,
        Money total,
        Money settles,
        Money toAccount,
        Money undone,
        String token)
        implements Quote<CreditPreview> {

    /** It has changed since the preview. */
    record CreditQuoteStale(CreditPreview quote) implements Problem {
        @Override
        public String message() {
            return "What is given back has changed since you saw it, or too much time has passed: it is %s now, of which %s pays the invoice. Look at it again."
                    .formatted(quote.total(), quote.settles());
        }
    }

    /** One line, without tax. */
    record CreditPreviewLine(
            String description, Money net, @Nullable Period period, List<String> explanation) {

        static CreditPreviewLine of(CreditDraft.Line line) {
            return new CreditPreviewLine(
                    line.description(),
                    line.net(),
                    Period.ofNullable(line.days()),
                    line.explanation().sentences());
        }
    }

    /** What of {@code due} it settles; the rest is account credit. */
    static CreditPreview of(CreditDraft draft, Money due) {
        var none = Money.zero(draft.currency());
        var settles = draft.total().isGreaterThan(due) ? due : draft.total();
        return of(draft, settles, draft.total().minus(settles), none);
    }

    /** A cancellation settles all that is left; what had been paid becomes account credit. */
    static CreditPreview cancelling(CreditDraft draft, Money undone) {
        return of(draft, draft.total(), Money.zero(draft.currency()), undone);
    }

    private static CreditPreview of(
            CreditDraft draft, Money settles, Money toAccount, Money undone) {
        return new CreditPreview(
                draft.lines().stream().map(CreditPreviewLine::of).toList(),
                draft.taxes().stream().map(CreditDraft.Tax::row).toList(),
                draft.net(),
                draft.tax(),
                draft.rounding(),
                draft.total(),
                settles,
                toAccount,
                undone,
                "");
    }

    @Override
    public CreditPreview with(String token) {
        return new CreditPreview(
                lines, taxRows, net, tax, rounding, total, settles, toAccount, undone, token);
    }

    @Override
    public Problem stale() {
        return new CreditQuoteStale(this);
    }
}
