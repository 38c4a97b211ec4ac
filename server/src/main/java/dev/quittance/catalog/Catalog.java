package dev.quittance.catalog;

import dev.quittance.platform.InvalidInput;
import dev.quittance.platform.NotFound;
import dev.quittance.platform.Refused;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads what is sold. */
@Service
public class Catalog {
    private final ProductRepository products;
    private final PlanRepository plans;
    private final AddonRepository addons;

    Catalog(ProductRepository products, PlanRepository plans, AddonRepository addons) {
        this.products = products;
        this.plans = plans;
        this.addons = addons;
    }

    /** One plan, archived or not; {@code NotFound} when there is none. */
    public Mono<Plan> plan(UUID id) {
        return plans.find(id).switchIfEmpty(Mono.error(() -> new NotFound("plan")));
    }

    /** Plans by id, archived or not. */
    public Mono<Map<UUID, Plan>> plans(Collection<UUID> ids) {
        return plans.byIds(ids).collectMap(Plan::id);
    }

    /** The plans of these products, archived or not. */
    public Flux<Plan> plansOfProducts(Collection<UUID> ids) {
        return plans.ofProducts(ids);
    }

    /** The addons of these products, archived or not. */
    public Flux<Addon> addonsOfProducts(Collection<UUID> ids) {
        return addons.ofProducts(ids);
    }

    /** Addons by id, archived or not. */
    public Mono<Map<UUID, Addon>> addons(Collection<UUID> ids) {
        return addons.byIds(ids).collectMap(Addon::id);
    }

    /** The plan of that name that is not archived, upper and lower case alike. */
    public Mono<Plan> planNamed(String name) {
        return plans.named(name, new UUID(0, 0));
    }

    /** Addons of these names that are not archived, upper and lower case alike. */
    public Flux<Addon> addonsNamed(Collection<String> names) {
        return addons.named(names);
    }

    /** The product of that name. */
    public Mono<Product> productNamed(String name) {
        return products.named(name);
    }

    /** The product, or a fault of the field that names it. */
    Mono<Product> product(UUID id) {
        return products.find(id)
                .switchIfEmpty(
                        Mono.error(
                                () ->
                                        new Refused(
                                                InvalidInput.of("productId", "is not a product"))));
    }
}
