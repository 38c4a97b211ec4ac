package dev.quittance.organization;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Tax categories, rates and settings in GraphQL. */
@Controller
class TaxController {
    private final TaxRates rates;
    private final TaxSettings settings;

    TaxController(TaxRates rates, TaxSettings settings) {
        this.rates = rates;
        this.settings = settings;
    }

    /** What a new category is called, and how it is usually classed. */
    record CreateTaxCategoryInput(String name, TaxTreatment treatment) {}

    /** What a category is to be called, and how it is usually classed. */
    record UpdateTaxCategoryInput(UUID id, String name, TaxTreatment treatment) {}

    /** The first day on which a rate is no longer in force. */
    record EndTaxRateInput(UUID taxRateId, LocalDate on) {}

    /** The category that was added. */
    record TaxCategoryCreated(TaxCategory taxCategory) {}

    /** The category once changed. */
    record TaxCategoryUpdated(TaxCategory taxCategory) {}

    /** The category with its rate added. */
    record TaxRateAdded(TaxCategory taxCategory) {}

    /** The category with its rate changed. */
    record TaxRateChanged(TaxCategory taxCategory) {}

    /** The category with its rate ended. */
    record TaxRateEnded(TaxCategory taxCategory) {}

    /** The settings once changed. */
    record TaxSettingsUpdated(TaxSetting taxSettings) {}

    @QueryMapping
    Mono<List<TaxCategory>> taxCategories() {
        return rates.categories();
    }

    @QueryMapping
    Mono<TaxSetting> taxSettings() {
        return settings.current();
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
        return rates.createCategory(input.name(), input.treatment()).map(TaxCategoryCreated::new);
    }

    @MutationMapping
    Mono<TaxCategoryUpdated> updateTaxCategory(@Argument UpdateTaxCategoryInput input) {
        return rates.updateCategory(input.id(), input.name(), input.treatment())
                .map(TaxCategoryUpdated::new);
    }

    @MutationMapping
    Mono<TaxRateAdded> addTaxRate(@Argument NewTaxRate input) {
        return rates.add(input).map(TaxRateAdded::new);
    }

    @MutationMapping
    Mono<TaxRateChanged> changeTaxRate(@Argument TaxRateChange input) {
        return rates.change(input).map(TaxRateChanged::new);
    }

    @MutationMapping
    Mono<TaxRateEnded> endTaxRate(@Argument EndTaxRateInput input) {
        return rates.end(input.taxRateId(), input.on()).map(TaxRateEnded::new);
    }

    @MutationMapping
    Mono<TaxSettingsUpdated> updateTaxSettings(@Argument TaxSettingChange input) {
        return settings.update(input).map(TaxSettingsUpdated::new);
    }
}
