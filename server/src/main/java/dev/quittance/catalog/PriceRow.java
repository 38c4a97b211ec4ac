package dev.quittance.catalog;

import dev.quittance.platform.JsonText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A price as the database gives it. */
record PriceRow(
        CurrencyUnit currency,
        BigDecimal price,
        @Nullable Long setupFee,
        PricingModel model,
        @Nullable Integer packageSize,
        @Nullable List<PriceTier> tiers) {

    PlanPrice ofPlan() {
        var fee = setupFee == null ? null : Money.ofMinor(currency, setupFee);
        return PlanPrice.of(money(), fee, pricing());
    }

    AddonPrice ofAddon() {
        return AddonPrice.of(money(), pricing());
    }

    static String[] models(List<Pricing> pricings) {
        return pricings.stream().map(pricing -> pricing.model().name()).toArray(String[]::new);
    }

    static @Nullable Integer[] sizes(List<Pricing> pricings) {
        return pricings.stream().map(Pricing::packageSize).toArray(Integer[]::new);
    }

    /** As JSON; null where there are none. */
    static @Nullable String[] tiers(List<Pricing> pricings) {
        return pricings.stream()
                .map(pricing -> pricing.tiers().isEmpty() ? null : JsonText.write(pricing.tiers()))
                .toArray(String[]::new);
    }

    private Money money() {
        return Money.of(currency, price, RoundingMode.UNNECESSARY);
    }

    private Pricing pricing() {
        return new Pricing(model, price, packageSize, Objects.requireNonNullElse(tiers, List.of()));
    }
}
