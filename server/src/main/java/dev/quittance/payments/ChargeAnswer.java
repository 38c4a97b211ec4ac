package dev.quittance.payments;

import org.jspecify.annotations.Nullable;

/**
 * How a payment stands that was charged, as far as the gateway has said.
 *
 * @param actionUrl where the payer's bank wants the confirmation, while it does
 */
public record ChargeAnswer(Payment payment, @Nullable String actionUrl) {}
