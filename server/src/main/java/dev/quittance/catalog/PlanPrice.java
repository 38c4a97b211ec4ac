package dev.quittance.catalog;

import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a plan costs in one currency.
 *
 * @param price per unit and interval
 * @param setupFee once, with the first invoice
 */
public record PlanPrice(Money price, @Nullable Money setupFee) {

    public CurrencyUnit currency() {
        return price.getCurrencyUnit();
    }
}
