package dev.quittance.payments;

import org.joda.money.Money;

/**
 * What a gateway is asked to charge.
 *
 * @param key the same key is the same charge, however often it is asked for
 * @param source what the money is taken from
 * @param description for the payer's bank statement and the merchant's list at the gateway
 */
public record ChargeOrder(String key, Money amount, ChargeSource source, String description) {}
