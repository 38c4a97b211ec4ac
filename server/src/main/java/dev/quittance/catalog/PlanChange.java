package dev.quittance.catalog;

import static dev.quittance.catalog.NewProduct.LONGEST_DESCRIPTION;
import static dev.quittance.catalog.NewProduct.LONGEST_NAME;
import static dev.quittance.platform.Given.or;

import dev.quittance.platform.Faults;
import dev.quittance.platform.Texts;
import java.util.List;
import java.util.UUID;
import org.springframework.graphql.data.ArgumentValue;

/** What is to change about a plan. What is left out stays as it is. */
public record PlanChange(
        UUID id,
        ArgumentValue<String> name,
        ArgumentValue<String> description,
        ArgumentValue<List<PlanPriceInput>> prices,
        ArgumentValue<PlanTerms> terms,
        ArgumentValue<QuantityLimits> quantity) {

    /** New prices, and nothing else. */
    public static PlanChange prices(UUID id, List<PlanPriceInput> prices) {
        return new PlanChange(
                id,
                ArgumentValue.omitted(),
                ArgumentValue.omitted(),
                ArgumentValue.ofNullable(prices),
                ArgumentValue.omitted(),
                ArgumentValue.omitted());
    }

    /** The plan once changed; what can't be accepted is noted in {@code faults}. */
    Plan applied(Plan present, Faults faults) {
        return new Plan(
                present.id(),
                present.productId(),
                present.taxCategoryId(),
                Texts.name(faults, "name", or(name, present.name()), LONGEST_NAME),
                present.code(),
                Texts.note(
                        faults,
                        "description",
                        or(description, present.description()),
                        LONGEST_DESCRIPTION),
                present.interval(),
                terms(present, faults),
                present.taxInclusive(),
                quantity(present, faults),
                prices.isOmitted() ? present.prices() : prices(present, faults),
                present.archived());
    }

    private QuantityLimits quantity(Plan present, Faults faults) {
        var given = quantity.value();
        if (given == null) {
            return present.quantity();
        }
        given.checkThemselves(faults, "quantity");
        return given;
    }

    private PlanTerms terms(Plan present, Faults faults) {
        var given = terms.value();
        if (given == null) {
            return present.terms();
        }
        given.check(faults, "terms", present.interval());
        return given;
    }

    /** A currency stays once it is sold in: subscriptions may be billed in it. */
    private List<PlanPrice> prices(Plan present, Faults faults) {
        var given = prices.value();
        var after = Prices.ofPlan(faults, given == null ? List.of() : given);
        present.prices().stream()
                .map(PlanPrice::currency)
                .filter(currency -> after.stream().noneMatch(p -> p.currency().equals(currency)))
                .forEach(currency -> faults.add("prices", "must keep a price in " + currency));
        return after;
    }
}
