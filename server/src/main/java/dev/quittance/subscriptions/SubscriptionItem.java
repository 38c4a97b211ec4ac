package dev.quittance.subscriptions;

import dev.quittance.platform.Amounts;
import java.math.BigDecimal;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * One thing a subscription is billed for, in its present version.
 *
 * @param price per unit and period: the customer's own, else the catalog's, else zero
 */
public record SubscriptionItem(
        UUID id,
        UUID subscription,
        ItemKind kind,
        String name,
        int quantity,
        String currency,
        BigDecimal price,
        boolean ownPrice) {

    public Money unitPrice() {
        return Amounts.round(price, CurrencyUnit.of(currency));
    }

    /** What a whole period of it costs, rounded once. */
    Money recurring() {
        return Amounts.round(
                price.multiply(BigDecimal.valueOf(quantity)), CurrencyUnit.of(currency));
    }
}
