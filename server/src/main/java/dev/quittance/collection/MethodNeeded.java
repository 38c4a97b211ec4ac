package dev.quittance.collection;

import dev.quittance.platform.Problem;

/** There is no payment method that the subscription could be charged to. */
record MethodNeeded() implements Problem {
    @Override
    public String message() {
        return "No payment method is chosen for this subscription. Choose one first, or let a card be kept when you pay.";
    }
}
