package dev.quittance.payouts;

import org.joda.money.Money;

/**
 * What a gateway holds for the merchant in one currency.
 *
 * @param count how many charges and refunds are not paid out yet
 * @param refunded above zero
 * @param amount what will be paid out
 */
record GatewayBalance(
        String gateway, int count, Money charged, Money refunded, Money fees, Money amount) {}
