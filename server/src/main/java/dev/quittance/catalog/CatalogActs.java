package dev.quittance.catalog;

import java.util.UUID;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Changes the catalog in GraphQL. */
@Controller
class CatalogActs {
    private final Plans plans;
    private final Assortment assortment;
    private final Addons addons;

    CatalogActs(Plans plans, Assortment assortment, Addons addons) {
        this.plans = plans;
        this.assortment = assortment;
        this.addons = addons;
    }

    /** The product that was added. */
    record ProductCreated(Product product) {}

    /** The addon that was added. */
    record AddonCreated(Addon addon) {}

    /** Which plan to archive or bring back. */
    record SetPlanArchivedInput(UUID id, boolean archived) {}

    /** Which addon to archive or bring back. */
    record SetAddonArchivedInput(UUID id, boolean archived) {}

    @MutationMapping
    Mono<ProductCreated> createProduct(@Argument NewProduct input) {
        return assortment.create(input).map(ProductCreated::new);
    }

    @MutationMapping
    Mono<PlanOutcome> createPlan(@Argument NewPlan input) {
        return plans.create(input);
    }

    @MutationMapping
    Mono<PlanOutcome> updatePlan(@Argument PlanChange input) {
        return plans.update(input);
    }

    @MutationMapping
    Mono<PlanOutcome> setPlanArchived(@Argument SetPlanArchivedInput input) {
        return plans.setArchived(input.id(), input.archived());
    }

    @MutationMapping
    Mono<AddonCreated> createAddon(@Argument NewAddon input) {
        return assortment.create(input).map(AddonCreated::new);
    }

    @MutationMapping
    Mono<AddonUpdated> updateAddon(@Argument AddonChange input) {
        return addons.update(input).map(AddonUpdated::new);
    }

    @MutationMapping
    Mono<AddonUpdated> setAddonArchived(@Argument SetAddonArchivedInput input) {
        return addons.setArchived(input.id(), input.archived()).map(AddonUpdated::new);
    }
}
