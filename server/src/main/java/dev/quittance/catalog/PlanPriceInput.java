package dev.quittance.catalog;

import dev.quittance.platform.MoneyInput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plan's price in one currency as it was sent. */
public record PlanPriceInput(
        MoneyInput price,
        @Nullable MoneyInput setupFee,
        PricingModel model,
        @Nullable Integer packageSize,
        List<PriceTier> tiers) {

    /** So much for each unit. */
    public static PlanPriceInput perUnit(MoneyInput price, @Nullable MoneyInput setupFee) {
        return new PlanPriceInput(price, setupFee, PricingModel.PER_UNIT, null, List.of());
    }
}
