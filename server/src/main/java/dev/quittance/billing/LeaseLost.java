package dev.quittance.billing;

/** Somebody else has taken the run over; what was under way here is rolled back. */
final class LeaseLost extends RuntimeException {

    LeaseLost() {
        super("The bill run was taken over", null, false, false);
    }
}
