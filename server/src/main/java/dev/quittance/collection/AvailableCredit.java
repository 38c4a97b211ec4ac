package dev.quittance.collection;

import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The account credit of a customer in one currency.
 *
 * @param available what can be spent; below zero after a payment was put back to New
 * @param promised what unfinished payments are about to use
 * @param refunding what is on its way back to the customer
 * @param sources of what it consists, newest first
 */
record AvailableCredit(
        CurrencyUnit currency,
        Money available,
        Money promised,
        Money refunding,
        List<CreditSource> sources) {

    AvailableCredit {
        sources = List.copyOf(sources);
    }
}
