package dev.quittance.catalog;

import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a plan costs in one currency.
 *
 * @param price per interval, see {@link Pricing#price}
 * @param setupFee once, with the first invoice
 */
public record PlanPrice(
        Money price,
        @Nullable Money setupFee,
        PricingModel model,
        @Nullable Integer packageSize,
        List<PriceTier> tiers) {

    public PlanPrice {
        tiers = List.copyOf(tiers);
    }

    static PlanPrice of(Money price, @Nullable Money setupFee, Pricing pricing) {
        return new PlanPrice(
                price, setupFee, pricing.model(), pricing.packageSize(), pricing.tiers());
    }

    public CurrencyUnit currency() {
        return price.getCurrencyUnit();
    }

    public Pricing pricing() {
        return new Pricing(model, price.getAmount(), packageSize, tiers);
    }
}
