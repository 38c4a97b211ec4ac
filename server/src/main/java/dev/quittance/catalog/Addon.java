package dev.quittance.catalog;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Something billed beside a plan by quantity: each interval of that plan, or once.
 *
 * @param taxCategoryId its product's
 * @param quantity how many units a subscription may have of it
 * @param prices one per currency
 * @param archived whether it can no longer be added to subscriptions
 */
public record Addon(
        UUID id,
        UUID productId,
        @Nullable UUID taxCategoryId,
        String name,
        String code,
        AddonKind kind,
        QuantityLimits quantity,
        List<AddonPrice> prices,
        boolean archived) {

    public Addon {
        prices = List.copyOf(prices);
    }

    public boolean oneTime() {
        return kind == AddonKind.ONE_TIME;
    }

    /** What it costs in one currency, if it is sold in it. */
    public Optional<Pricing> pricingIn(CurrencyUnit currency) {
        return prices.stream()
                .filter(price -> price.currency().equals(currency))
                .map(AddonPrice::pricing)
                .findFirst();
    }

    Addon coded(String other) {
        return new Addon(
                id, productId, taxCategoryId, name, other, kind, quantity, prices, archived);
    }

    Addon archived(boolean other) {
        return new Addon(id, productId, taxCategoryId, name, code, kind, quantity, prices, other);
    }
}
