package dev.quittance.collection;

import dev.quittance.platform.Amounts;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * How the merchant takes money.
 *
 * @param partialByContacts whether contacts may pay a part of what is due
 * @param overpaymentOffline whether more than is due may be confirmed; the rest becomes credit
 * @param topUpByContacts whether contacts may add funds by card
 * @param topUpLimits what a contact may add at a time, by currency; others are not bounded
 */
record PaymentRules(
        boolean partialByContacts,
        boolean overpaymentOffline,
        boolean topUpByContacts,
        List<TopUpLimit> topUpLimits) {

    /** The least and the most that is added at a time. */
    record TopUpLimit(CurrencyUnit currency, Money least, Money most) {}

    PaymentRules {
        topUpLimits = List.copyOf(topUpLimits);
    }

    /** What may be added in this currency; a single unit and the largest amount if not bounded. */
    TopUpLimit limit(CurrencyUnit currency) {
        return topUpLimits.stream()
                .filter(limit -> limit.currency().equals(currency))
                .findFirst()
                .orElseGet(
                        () ->
                                new TopUpLimit(
                                        currency,
                                        Money.ofMinor(currency, 1),
                                        Money.ofMinor(currency, Amounts.MAX_MINOR)));
    }
}
