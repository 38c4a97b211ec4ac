package dev.quittance.contracting;

import dev.quittance.payments.Payment;
import dev.quittance.platform.Problem;

/**
 * The bank refused to pay for it; everything is as it was.
 *
 * @param message why, and what can be done
 * @param retryable whether another try with the same card makes sense
 */
record ActDeclined(String message, Payment payment, boolean retryable) implements Problem {}
