package dev.quittance.collection;

import dev.quittance.platform.Problem;

/** The invoice is being charged just now. */
record ChargeUnderWay() implements Problem {
    @Override
    public String message() {
        return "It is being charged just now. Wait for the outcome.";
    }
}
