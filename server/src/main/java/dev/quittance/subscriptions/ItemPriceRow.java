package dev.quittance.subscriptions;

import dev.quittance.catalog.PriceTier;
import dev.quittance.catalog.Pricing;
import dev.quittance.catalog.PricingModel;
import dev.quittance.platform.Columns;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How the price of an item stands in a row. */
final class ItemPriceRow {
    private ItemPriceRow() {}

    /** The former price it keeps; null where it keeps none, or has one of its own. */
    static @Nullable KeptPrice kept(Columns column) {
        var price = column.decimalOrNull("kept_price");
        return price == null || column.decimalOrNull("own_price") != null
                ? null
                : new KeptPrice(pricing(column, price, "kept_"), column.dayOrNull("kept_until"));
    }

    /** The customer's own price per unit, else the catalog's; null where it has none. */
    static @Nullable Pricing of(Columns column) {
        var own = column.decimalOrNull("own_price");
        if (own != null) {
            return Pricing.perUnit(own);
        }
        var price = column.decimalOrNull("price");
        return price == null ? null : pricing(column, price, "");
    }

    private static Pricing pricing(Columns column, BigDecimal price, String prefix) {
        return new Pricing(
                column.choice(prefix + "model", PricingModel.class),
                price,
                column.integerOrNull(prefix + "package_size"),
                List.of(
                        Objects.requireNonNullElse(
                                column.jsonOrNull(prefix + "tiers", PriceTier[].class),
                                new PriceTier[0])));
    }
}
