package dev.quittance.corrections;

import dev.quittance.corrections.CorrectionQuotes.Quote;
import dev.quittance.drafts.InvoicePreview;
import dev.quittance.platform.Problem;
import org.joda.money.Money;

/**
 * What issuing an invoice anew would come to.
 *
 * @param invoice the new one, for the customer with what is put right
 * @param credited the total of the cancellation
 * @param undone what payments and credit had paid of the old one and becomes account credit
 * @param token given back with the act, it makes sure that just this is done
 */
record ReissuePreview(InvoicePreview invoice, Money credited, Money undone, String token)
        implements Quote<ReissuePreview> {

    /** It has changed since the preview. */
    record ReissueQuoteStale(ReissuePreview quote) implements Problem {
        @Override
        public String message() {
            return "The amounts have changed since you saw them, or too much time has passed: the new invoice comes to %s now. Look at it again."
                    .formatted(quote.invoice().total());
        }
    }

    @Override
    public ReissuePreview with(String token) {
        return new ReissuePreview(invoice, credited, undone, token);
    }

    @Override
    public Problem stale() {
        return new ReissueQuoteStale(this);
    }
}
