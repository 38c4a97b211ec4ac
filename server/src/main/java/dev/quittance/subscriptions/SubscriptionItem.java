package dev.quittance.subscriptions;

import dev.quittance.catalog.Pricing;
import dev.quittance.catalog.PricingModel;
import dev.quittance.platform.Amounts;
import java.math.BigDecimal;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * One thing a subscription is billed for, in its present version.
 *
 * @param price for a period, or once: the customer's own, else the catalog's, else nothing
 * @param oneTime whether it is billed once and not each period
 */
public record SubscriptionItem(
        UUID id,
        UUID subscription,
        ItemKind kind,
        String name,
        int quantity,
        String currency,
        Pricing price,
        boolean ownPrice,
        boolean oneTime) {

    /** Where units have no price of their own: what each costs on average. */
    public Money unitPrice() {
        return Amounts.round(
                price.model() == PricingModel.PER_UNIT
                        ? price.price()
                        : price.of(quantity)
                                .divide(BigDecimal.valueOf(quantity), Proration.PRECISION),
                CurrencyUnit.of(currency));
    }

    /** What all of it costs for a whole period, or once; rounded once. */
    public Money total() {
        return Amounts.round(price.of(quantity), CurrencyUnit.of(currency));
    }

    /** What a whole period of it costs. */
    Money recurring() {
        return oneTime ? Money.zero(CurrencyUnit.of(currency)) : total();
    }
}
