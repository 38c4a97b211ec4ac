package dev.quittance.catalog;

import static dev.quittance.catalog.NewProduct.LONGEST_NAME;
import static dev.quittance.platform.Given.or;

import dev.quittance.platform.Faults;
import dev.quittance.platform.Texts;
import java.util.List;
import java.util.UUID;
import org.springframework.graphql.data.ArgumentValue;

/** What is to change about an addon. What is left out stays as it is. */
public record AddonChange(
        UUID id,
        ArgumentValue<String> name,
        ArgumentValue<List<AddonPriceInput>> prices,
        ArgumentValue<QuantityLimits> quantity) {

    /** The addon once changed; what can't be accepted is noted in {@code faults}. */
    Addon applied(Addon present, Faults faults) {
        return new Addon(
                present.id(),
                present.productId(),
                present.taxCategoryId(),
                Texts.name(faults, "name", or(name, present.name()), LONGEST_NAME),
                present.code(),
                present.kind(),
                quantity(present, faults),
                prices.isOmitted() ? present.prices() : prices(present, faults),
                present.archived());
    }

    private QuantityLimits quantity(Addon present, Faults faults) {
        var given = quantity.value();
        if (given == null) {
            return present.quantity();
        }
        given.checkThemselves(faults, "quantity");
        return given;
    }

    /** A currency stays once it is sold in: subscriptions may be billed in it. */
    private List<AddonPrice> prices(Addon present, Faults faults) {
        var given = prices.value();
        var after = Prices.ofAddon(faults, given == null ? List.of() : given);
        present.prices().stream()
                .map(AddonPrice::currency)
                .filter(currency -> after.stream().noneMatch(p -> p.currency().equals(currency)))
                .forEach(currency -> faults.add("prices", "must keep a price in " + currency));
        return after;
    }
}
