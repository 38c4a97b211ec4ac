package dev.quittance.catalog;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a customer subscribes to: prices for an interval.
 *
 * @param taxCategoryId its product's
 * @param code short, for imports and the API
 * @param terms how subscriptions of it run
 * @param quantity how many units a subscription may have of it
 * @param prices one per currency
 * @param archived whether new subscriptions can no longer be started
 */
public record Plan(
        UUID id,
        UUID productId,
        @Nullable UUID taxCategoryId,
        String name,
        String code,
        @Nullable String description,
        Interval interval,
        PlanTerms terms,
        boolean taxInclusive,
        QuantityLimits quantity,
        List<PlanPrice> prices,
        boolean archived) {

    public Plan {
        prices = List.copyOf(prices);
    }

    /** What it costs in one currency, if it is sold in it. */
    public Optional<PlanPrice> priceIn(CurrencyUnit currency) {
        return prices.stream().filter(price -> price.currency().equals(currency)).findFirst();
    }

    /** What any quantity of it costs in one currency, if it is sold in it. */
    public Optional<Pricing> pricingIn(CurrencyUnit currency) {
        return priceIn(currency).map(PlanPrice::pricing);
    }

    Plan coded(String other) {
        return new Plan(
                id,
                productId,
                taxCategoryId,
                name,
                other,
                description,
                interval,
                terms,
                taxInclusive,
                quantity,
                prices,
                archived);
    }

    Plan archived(boolean other) {
        return new Plan(
                id,
                productId,
                taxCategoryId,
                name,
                code,
                description,
                interval,
                terms,
                taxInclusive,
                quantity,
                prices,
                other);
    }
}
