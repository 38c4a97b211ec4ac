package dev.quittance.catalog;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.quittance.platform.NotFound;
import dev.quittance.platform.Page;
import graphql.relay.Edge;
import graphql.relay.PageInfo;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the catalog in GraphQL. */
@Controller
class CatalogController {
    private final ProductRepository products;
    private final PlanRepository plans;
    private final AddonRepository addons;

    CatalogController(ProductRepository products, PlanRepository plans, AddonRepository addons) {
        this.products = products;
        this.plans = plans;
        this.addons = addons;
    }

    /** A page of plans, with what was asked for so that all of them can be counted. */
    record PlanConnection(List<Edge<Plan>> edges, PageInfo pageInfo, PlanFilter filter) {}

    @QueryMapping
    Flux<Product> products() {
        return products.all();
    }

    @QueryMapping
    Mono<PlanConnection> plans(
            @Argument int first,
            @Argument @Nullable String after,
            @Argument @Nullable String search,
            @Argument @Nullable Boolean archived) {
        var filter = new PlanFilter(search == null ? null : search.strip(), archived);
        filter.check();
        var page = Page.of(first, after);
        return plans.page(filter, page)
                .collectList()
                .map(rows -> page.connection(rows, plan -> List.of(plan.id().toString())))
                .map(found -> new PlanConnection(found.getEdges(), found.getPageInfo(), filter));
    }

    @SchemaMapping
    Mono<Long> totalCount(PlanConnection connection) {
        return plans.count(connection.filter());
    }

    @QueryMapping
    Mono<Plan> plan(@Argument UUID id) {
        return plans.find(id).switchIfEmpty(Mono.error(() -> new NotFound("plan")));
    }

    @QueryMapping
    Flux<Addon> addons(@Argument @Nullable Boolean archived) {
        return addons.all(archived);
    }

    @BatchMapping(typeName = "Product", field = "plans")
    Mono<Map<Product, List<Plan>>> plansOfProducts(List<Product> owners) {
        return plans.ofProducts(ids(owners, Product::id))
                .collectMultimap(Plan::productId)
                .map(found -> grouped(owners, found));
    }

    @BatchMapping(typeName = "Product", field = "addons")
    Mono<Map<Product, List<Addon>>> addonsOfProducts(List<Product> owners) {
        return addons.ofProducts(ids(owners, Product::id))
                .collectMultimap(Addon::productId)
                .map(found -> grouped(owners, found));
    }

    @BatchMapping(typeName = "Plan", field = "product")
    Mono<Map<Plan, Product>> productsOfPlans(List<Plan> owners) {
        return one(owners, Plan::productId);
    }

    @BatchMapping(typeName = "Addon", field = "product")
    Mono<Map<Addon, Product>> productsOfAddons(List<Addon> owners) {
        return one(owners, Addon::productId);
    }

    private <O> Mono<Map<O, Product>> one(List<O> owners, Function<O, UUID> product) {
        return products.byIds(ids(owners, product))
                .collectMap(Product::id)
                .map(
                        found ->
                                owners.stream()
                                        .distinct()
                                        .collect(
                                                toMap(
                                                        identity(),
                                                        own -> found.get(product.apply(own)))));
    }

    private static <O> List<UUID> ids(List<O> owners, Function<O, UUID> id) {
        return owners.stream().map(id).distinct().toList();
    }

    private static <T> Map<Product, List<T>> grouped(
            List<Product> owners, Map<UUID, Collection<T>> found) {
        return owners.stream()
                .distinct()
                .collect(
                        toMap(
                                identity(),
                                own -> List.copyOf(found.getOrDefault(own.id(), List.of()))));
    }
}
