package dev.quittance.catalog;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Something billed beside a plan, each interval of that plan, by quantity.
 *
 * @param taxCategoryId its product's
 * @param prices per unit and interval, one per currency
 */
public record Addon(
        UUID id,
        UUID productId,
        @Nullable UUID taxCategoryId,
        String name,
        String code,
        List<Money> prices,
        boolean archived) {

    public Addon {
        prices = List.copyOf(prices);
    }

    /** What it costs in one currency, if it is sold in it. */
    public Optional<Money> priceIn(CurrencyUnit currency) {
        return prices.stream()
                .filter(price -> price.getCurrencyUnit().equals(currency))
                .findFirst();
    }

    Addon coded(String other) {
        return new Addon(id, productId, taxCategoryId, name, other, prices, archived);
    }
}
