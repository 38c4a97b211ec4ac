package dev.quittance.subscriptions;

import dev.quittance.catalog.Coupon;
import dev.quittance.catalog.Coupons;
import dev.quittance.platform.Below;
import dev.quittance.platform.Below.Nothing;
import dev.quittance.platform.Page;
import graphql.relay.Connection;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Reads which coupons were redeemed in GraphQL. */
@Controller
class RedemptionController {
    private final RedemptionRepository repository;
    private final Subscriptions subscriptions;
    private final Coupons coupons;

    RedemptionController(
            RedemptionRepository repository,
            Subscriptions subscriptions,
            Coupons coupons,
            BatchLoaderRegistry registry) {
        this.repository = repository;
        this.subscriptions = subscriptions;
        this.coupons = coupons;
        Below.<Nothing, CouponRedemption>register(
                registry,
                "couponRedemptions",
                (parents, _, page) -> repository.below(parents, page),
                redemption -> List.of(redemption.id().toString()));
    }

    @SchemaMapping(typeName = "Coupon", field = "redemptions")
    CompletableFuture<Connection<CouponRedemption>> redemptionsOfCoupon(
            Coupon coupon,
            @Argument int first,
            @Argument @Nullable String after,
            DataLoader<Below<Nothing>, Connection<CouponRedemption>> couponRedemptions) {
        return couponRedemptions.load(Below.of(coupon.id(), Page.of(first, after)));
    }

    @BatchMapping(typeName = "SubscriptionContract", field = "coupons")
    Mono<Map<SubscriptionContract, List<CouponRedemption>>> couponsOfSubscriptions(
            List<SubscriptionContract> contracts) {
        return repository
                .of(contracts.stream().map(SubscriptionContract::id).distinct().toList())
                .collectMultimap(CouponRedemption::subscription)
                .map(found -> each(contracts, found));
    }

    @BatchMapping(typeName = "CouponRedemption", field = "coupon")
    Mono<Map<CouponRedemption, Coupon>> couponsOfRedemptions(List<CouponRedemption> redemptions) {
        return coupons.byIds(ids(redemptions, CouponRedemption::coupon))
                .map(found -> one(redemptions, CouponRedemption::coupon, found));
    }

    @BatchMapping(typeName = "CouponRedemption", field = "subscription")
    Mono<Map<CouponRedemption, SubscriptionContract>> subscriptionsOfRedemptions(
            List<CouponRedemption> redemptions) {
        return subscriptions
                .byIds(ids(redemptions, CouponRedemption::subscription))
                .collectMap(SubscriptionContract::id)
                .map(found -> one(redemptions, CouponRedemption::subscription, found));
    }

    private static List<UUID> ids(
            List<CouponRedemption> redemptions, Function<CouponRedemption, UUID> id) {
        return redemptions.stream().map(id).distinct().toList();
    }

    private static <T> Map<CouponRedemption, T> one(
            List<CouponRedemption> redemptions,
            Function<CouponRedemption, UUID> id,
            Map<UUID, T> found) {
        return redemptions.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), one -> found.get(id.apply(one))));
    }

    private static Map<SubscriptionContract, List<CouponRedemption>> each(
            List<SubscriptionContract> contracts, Map<UUID, Collection<CouponRedemption>> found) {
        return contracts.stream()
                .distinct()
                .collect(
                        Collectors.toMap(
                                Function.identity(),
                                contract ->
                                        List.copyOf(found.getOrDefault(contract.id(), List.of()))));
    }
}
