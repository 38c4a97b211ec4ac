package dev.quittance.collection;

import dev.quittance.invoicing.Invoice;
import dev.quittance.payments.Payment;
import dev.quittance.platform.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What comes of paying invoices. */
sealed interface PayInvoicesResult {

    /** Paid; without a payment when account credit paid all. */
    record PaymentSucceeded(@Nullable Payment payment, List<Invoice> invoices)
            implements PayInvoicesResult {}

    /** The payer's bank wants a confirmation first. */
    record PaymentRequiresAction(Payment payment, String actionUrl) implements PayInvoicesResult {}

    /** The outcome will come. */
    record PaymentProcessing(Payment payment) implements PayInvoicesResult {}

    /** The bank refused; nothing was paid. */
    record PaymentDeclined(String message, Payment payment, boolean retryable)
            implements PayInvoicesResult, Problem {}

    /** There is nothing left to pay on these invoices. */
    record NothingDue() implements Problem {
        @Override
        public String message() {
            return "There is nothing left to pay on these invoices.";
        }
    }

    /** Something moved since the preview. */
    record PaymentQuoteStale(PaymentQuote quote) implements Problem {
        @Override
        public String message() {
            return "The amounts have changed since you saw them, or too much time has passed. Look at them again.";
        }
    }
}
