package dev.quittance.subscriptions;

import dev.quittance.catalog.PriceTier;
import dev.quittance.catalog.Pricing;
import dev.quittance.catalog.PricingModel;
import dev.quittance.platform.Columns;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How the price of an item stands in a row. */
final class ItemPriceRow {
    private ItemPriceRow() {}

    /** The customer's own price per unit, else the catalog's; null where it has none. */
    static @Nullable Pricing of(Columns column) {
        var own = column.decimalOrNull("own_price");
        if (own != null) {
            return Pricing.perUnit(own);
        }
        var price = column.decimalOrNull("price");
        return price == null
                ? null
                : new Pricing(
                        column.choice("model", PricingModel.class),
                        price,
                        column.integerOrNull("package_size"),
                        List.of(
                                Objects.requireNonNullElse(
                                        column.jsonOrNull("tiers", PriceTier[].class),
                                        new PriceTier[0])));
    }
}
