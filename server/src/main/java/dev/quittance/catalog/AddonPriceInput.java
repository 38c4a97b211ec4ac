package dev.quittance.catalog;

import dev.quittance.platform.MoneyInput;
import java.math.BigDecimal;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** An addon's price in one currency as it was sent. */
public record AddonPriceInput(
        BigDecimal amount,
        CurrencyUnit currency,
        PricingModel model,
        @Nullable Integer packageSize,
        List<PriceTier> tiers) {

    /** So much for each unit. */
    public static AddonPriceInput perUnit(MoneyInput price) {
        return new AddonPriceInput(
                price.amount(), price.currency(), PricingModel.PER_UNIT, null, List.of());
    }

    MoneyInput price() {
        return new MoneyInput(amount, currency);
    }
}
