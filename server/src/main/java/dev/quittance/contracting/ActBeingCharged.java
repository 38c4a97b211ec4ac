package dev.quittance.contracting;

import dev.quittance.platform.Problem;

/** Something else that was asked for of the subscription is being charged just now. */
record ActBeingCharged() implements Problem {
    @Override
    public String message() {
        return "A payment for this subscription is under way. Confirm it if your bank wants that, or wait for its outcome.";
    }
}
