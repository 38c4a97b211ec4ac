package dev.quittance.payments;

import org.joda.money.Money;

/**
 * What a gateway is asked to send back.
 *
 * @param key the same key is the same refund, however often it is asked for
 * @param charge the gateway's reference of the charge that took the money
 */
public record RefundOrder(String key, String charge, Money amount) {}
