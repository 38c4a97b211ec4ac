package dev.quittance.collection;

import org.joda.money.Money;

/**
 * What adding funds will take.
 *
 * @param amount what is charged to the card; nothing is taken on top of it
 * @param creditBefore the account credit that is free to be used
 * @param creditAfter the same with the funds
 * @param token given back with the act, it makes sure that nothing else is charged
 */
record TopUpQuote(Money amount, Money creditBefore, Money creditAfter, String token) {}
