package dev.quittance.organization;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Tax categories and rates in GraphQL. */
@Controller
class TaxController {
    private final TaxRates rates;

    TaxController(TaxRates rates) {
        this.rates = rates;
    }

    /** What a new category is called. */
    record CreateTaxCategoryInput(String name) {}

    /** The category that was added. */
    record TaxCategoryCreated(TaxCategory taxCategory) {}

    /** The category with its rate added. */
    record TaxRateAdded(TaxCategory taxCategory) {}

    @QueryMapping
    Mono<List<TaxCategory>> taxCategories() {
        return rates.categories();
    }

    @BatchMapping
    Mono<Map<TaxCategory, List<TaxRate>>> rates(List<TaxCategory> categories) {
        return rates.all()
                .map(all -> all.stream().collect(groupingBy(TaxRate::category)))
                .map(
                        found ->
                                categories.stream()
                                        .collect(
                                                toMap(
                                                        identity(),
                                                        own ->
                                                                found.getOrDefault(
                                                                        own.id(), List.of()))));
    }

    @MutationMapping
    Mono<TaxCategoryCreated> createTaxCategory(@Argument CreateTaxCategoryInput input) {
        return rates.createCategory(input.name()).map(TaxCategoryCreated::new);
    }

    @MutationMapping
    Mono<TaxRateAdded> addTaxRate(@Argument NewTaxRate input) {
        return rates.add(input).map(TaxRateAdded::new);
    }
}
