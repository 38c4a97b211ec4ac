package dev.quittance.catalog;

import java.math.BigDecimal;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What an addon costs in one currency, for an interval of the plan it stands beside or once.
 *
 * @param amount see {@link Pricing#price}
 */
public record AddonPrice(
        BigDecimal amount,
        CurrencyUnit currency,
        PricingModel model,
        @Nullable Integer packageSize,
        List<PriceTier> tiers) {

    public AddonPrice {
        tiers = List.copyOf(tiers);
    }

    static AddonPrice of(Money price, Pricing pricing) {
        return new AddonPrice(
                price.getAmount(),
                price.getCurrencyUnit(),
                pricing.model(),
                pricing.packageSize(),
                pricing.tiers());
    }

    public Pricing pricing() {
        return new Pricing(model, amount, packageSize, tiers);
    }
}
