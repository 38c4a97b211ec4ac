package dev.quittance.catalog;

import static dev.quittance.catalog.NewProduct.LONGEST_DESCRIPTION;
import static dev.quittance.catalog.NewProduct.LONGEST_NAME;
import static java.util.Objects.requireNonNullElse;

import dev.quittance.platform.Faults;
import dev.quittance.platform.Ids;
import dev.quittance.platform.Texts;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A plan to be added.
 *
 * @param code made from the name when missing
 * @param terms the usual ones when missing
 * @param quantity any when missing
 */
public record NewPlan(
        UUID productId,
        String name,
        @Nullable String code,
        @Nullable String description,
        Interval interval,
        boolean taxInclusive,
        List<PlanPriceInput> prices,
        @Nullable PlanTerms terms,
        @Nullable QuantityLimits quantity) {

    Plan checked(Faults faults) {
        interval.check(faults, "interval");
        var checkedName = Texts.name(faults, "name", name, LONGEST_NAME);
        return new Plan(
                Ids.next(),
                productId,
                null,
                checkedName,
                requireNonNullElse(Code.checked(faults, code), Code.from(checkedName)),
                Texts.note(faults, "description", description, LONGEST_DESCRIPTION),
                interval,
                checkedTerms(faults),
                taxInclusive,
                checkedQuantity(faults),
                Prices.ofPlan(faults, prices),
                false);
    }

    private QuantityLimits checkedQuantity(Faults faults) {
        var given = requireNonNullElse(quantity, QuantityLimits.NONE);
        given.checkThemselves(faults, "quantity");
        return given;
    }

    private PlanTerms checkedTerms(Faults faults) {
        var given = requireNonNullElse(terms, PlanTerms.USUAL);
        given.check(faults, "terms", interval);
        return given;
    }
}
