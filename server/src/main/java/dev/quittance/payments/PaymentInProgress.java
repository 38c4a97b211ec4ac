package dev.quittance.payments;

import dev.quittance.platform.Problem;

/** Another payment of one of these invoices is not finished. */
public record PaymentInProgress(Payment payment) implements Problem {
    @Override
    public String message() {
        return "Another payment of one of these invoices is not finished. Go on with it, or wait for its"
                + " outcome.";
    }
}
