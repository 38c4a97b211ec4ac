package dev.quittance.contracting;

import dev.quittance.platform.Problem;

/** Something moved since the preview; the fresh one comes with it. */
record QuoteStale(SubscriptionQuote quote) implements Problem {

    @Override
    public String message() {
        return "The amounts have changed, or the preview is older than 15 minutes. Please look at"
                + " them again.";
    }
}
