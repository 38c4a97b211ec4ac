package dev.quittance.catalog;

import static dev.quittance.catalog.NewProduct.LONGEST_NAME;
import static java.util.Objects.requireNonNullElse;

import dev.quittance.platform.Faults;
import dev.quittance.platform.Ids;
import dev.quittance.platform.Texts;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An addon to be added.
 *
 * @param code made from the name when missing
 * @param quantity any when missing
 */
public record NewAddon(
        UUID productId,
        String name,
        @Nullable String code,
        List<AddonPriceInput> prices,
        AddonKind kind,
        @Nullable QuantityLimits quantity) {

    /** Of a recurring one, in any quantity. */
    public static NewAddon recurring(UUID productId, String name, List<AddonPriceInput> prices) {
        return new NewAddon(productId, name, null, prices, AddonKind.RECURRING, null);
    }

    Addon checked(Faults faults) {
        var checkedName = Texts.name(faults, "name", name, LONGEST_NAME);
        var limits = requireNonNullElse(quantity, QuantityLimits.NONE);
        limits.checkThemselves(faults, "quantity");
        return new Addon(
                Ids.next(),
                productId,
                null,
                checkedName,
                requireNonNullElse(Code.checked(faults, code), Code.from(checkedName)),
                kind,
                limits,
                Prices.ofAddon(faults, prices),
                false);
    }
}
