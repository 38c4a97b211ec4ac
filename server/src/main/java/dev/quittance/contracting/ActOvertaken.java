package dev.quittance.contracting;

import dev.quittance.payments.Payment;
import dev.quittance.platform.Problem;

/** It was paid, but could not be done any more by then; the money is account credit. */
record ActOvertaken(Payment payment) implements Problem {
    @Override
    public String message() {
        return "The subscription was changed otherwise while this was being paid. It stayed as it is, and the money is account credit.";
    }
}
