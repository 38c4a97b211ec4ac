package dev.quittance.catalog;

import dev.quittance.platform.NotFound;
import dev.quittance.platform.Page;
import graphql.relay.Edge;
import graphql.relay.PageInfo;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Coupons in GraphQL. */
@Controller
class CouponController {
    private final CouponRepository repository;
    private final Coupons coupons;
    private final Catalog catalog;

    CouponController(CouponRepository repository, Coupons coupons, Catalog catalog) {
        this.repository = repository;
        this.coupons = coupons;
        this.catalog = catalog;
    }

    /** A page of coupons, with what was asked for so that all of them can be counted. */
    record CouponConnection(List<Edge<Coupon>> edges, PageInfo pageInfo, CouponFilter filter) {}

    /** The coupon that was added. */
    record CouponCreated(Coupon coupon) {}

    /** The coupon as it is now. */
    record CouponUpdated(Coupon coupon) {}

    /** Which coupon to archive or bring back. */
    record SetCouponArchivedInput(UUID id, boolean archived) {}

    @QueryMapping
    Mono<CouponConnection> coupons(
            @Argument int first,
            @Argument @Nullable String after,
            @Argument @Nullable String search,
            @Argument @Nullable Boolean archived) {
        var filter = new CouponFilter(search == null ? null : search.strip(), archived);
        filter.check();
        var page = Page.of(first, after);
        return repository
                .page(filter, page)
                .collectList()
                .map(rows -> page.connection(rows, coupon -> List.of(coupon.id().toString())))
                .map(found -> new CouponConnection(found.getEdges(), found.getPageInfo(), filter));
    }

    @SchemaMapping
    Mono<Long> totalCount(CouponConnection connection) {
        return repository.count(connection.filter());
    }

    @QueryMapping
    Mono<Coupon> coupon(@Argument UUID id) {
        return repository.find(id).switchIfEmpty(Mono.error(() -> new NotFound("coupon")));
    }

    @BatchMapping(typeName = "Coupon", field = "plans")
    Mono<Map<Coupon, List<Plan>>> plansOfCoupons(List<Coupon> owners) {
        return catalog.plans(ids(owners, Coupon::planIds))
                .map(found -> each(owners, Coupon::planIds, found));
    }

    @BatchMapping(typeName = "Coupon", field = "addons")
    Mono<Map<Coupon, List<Addon>>> addonsOfCoupons(List<Coupon> owners) {
        return catalog.addons(ids(owners, Coupon::addonIds))
                .map(found -> each(owners, Coupon::addonIds, found));
    }

    @MutationMapping
    Mono<CouponCreated> createCoupon(@Argument NewCoupon input) {
        return coupons.create(input).map(CouponCreated::new);
    }

    @MutationMapping
    Mono<CouponUpdated> setCouponArchived(@Argument SetCouponArchivedInput input) {
        return coupons.setArchived(input.id(), input.archived()).map(CouponUpdated::new);
    }

    private static List<UUID> ids(List<Coupon> owners, Function<Coupon, List<UUID>> of) {
        return owners.stream().flatMap(owner -> of.apply(owner).stream()).distinct().toList();
    }

    private static <T> Map<Coupon, List<T>> each(
            List<Coupon> owners, Function<Coupon, List<UUID>> of, Map<UUID, T> found) {
        return owners.stream()
                .distinct()
                .collect(
                        Collectors.toMap(
                                Function.identity(),
                                owner ->
                                        of.apply(owner).stream()
                                                .filter(found::containsKey)
                                                .map(found::get)
                                                .toList()));
    }
}
