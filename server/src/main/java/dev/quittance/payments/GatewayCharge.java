package dev.quittance.payments;

/**
 * A charge as a gateway named it to us.
 *
 * @param gateway its name
 * @param reference the charge's
 */
public record GatewayCharge(String gateway, String reference) {}
