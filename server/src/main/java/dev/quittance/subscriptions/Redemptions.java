package dev.quittance.subscriptions;

import dev.quittance.catalog.Coupon;
import dev.quittance.catalog.CouponFault;
import dev.quittance.catalog.Coupons;
import dev.quittance.platform.Ids;
import dev.quittance.platform.NotFound;
import dev.quittance.subscriptions.Redemption.CouponRedeemed;
import dev.quittance.subscriptions.Redemption.CouponRefused;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Redeems coupons for subscriptions. Lock the customer before, the unit of serialisation. */
@Service
public class Redemptions {
    private final RedemptionRepository repository;
    private final Coupons coupons;
    private final Chronicle chronicle;

    Redemptions(RedemptionRepository repository, Coupons coupons, Chronicle chronicle) {
        this.repository = repository;
        this.coupons = coupons;
        this.chronicle = chronicle;
    }

    /** Redeems the coupon of this code from the next invoice on, or says why it can't be. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Redemption> redeem(
            SubscriptionContract subscription, String code, LocalDate today) {
        return coupons.coded(code)
                .flatMap(
                        coupon ->
                                fault(subscription, coupon, today)
                                        .flatMap(
                                                fault ->
                                                        fault.isPresent()
                                                                ? refused(code, fault.get())
                                                                : take(
                                                                        subscription,
                                                                        coupon,
                                                                        today)))
                .switchIfEmpty(Mono.defer(() -> refused(code, CouponFault.UNKNOWN)));
    }

    /** Takes a coupon off a subscription; what is billed from now on is billed without it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> remove(
            SubscriptionContract subscription, CouponRedemption redemption, LocalDate today) {
        return repository
                .remove(redemption.id(), today)
                .filter(removed -> removed)
                .flatMap(_ -> coupons.byIds(List.of(redemption.coupon())))
                .mapNotNull(found -> found.get(redemption.coupon()))
                .flatMap(coupon -> tell(subscription, "coupon removed", coupon));
    }

    /** One redemption, or {@link NotFound}. */
    public Mono<CouponRedemption> get(UUID id) {
        return repository
                .find(id)
                .switchIfEmpty(Mono.error(() -> new NotFound("coupon redemption")));
    }

    private Mono<Optional<CouponFault>> fault(
            SubscriptionContract subscription, Coupon coupon, LocalDate today) {
        var acting =
                repository
                        .of(List.of(subscription.id()))
                        .filter(one -> one.removedOn() == null)
                        .any(one -> one.coupon().equals(coupon.id()));
        return Mono.zip(
                acting,
                repository.byCustomer(coupon.id(), subscription.customer()),
                (redeemed, byCustomer) ->
                        redeemed
                                ? Optional.of(CouponFault.REDEEMED)
                                : coupon.fault(
                                        subscription.plan(),
                                        CurrencyUnit.of(subscription.currency()),
                                        byCustomer,
                                        today));
    }

    private Mono<Redemption> take(
            SubscriptionContract subscription, Coupon coupon, LocalDate today) {
        return coupons.take(coupon.id())
                .flatMap(
                        taken ->
                                taken
                                        ? keep(subscription, coupon, today)
                                        : refused(coupon.code(), CouponFault.USED_UP));
    }

    private Mono<Redemption> keep(
            SubscriptionContract subscription, Coupon coupon, LocalDate today) {
        return repository
                .insert(
                        new CouponRedemption(
                                Ids.next(),
                                subscription.id(),
                                coupon.id(),
                                today,
                                coupon.periods(),
                                null))
                .then(tell(subscription, "coupon redeemed", coupon))
                .thenReturn(new CouponRedeemed(subscription));
    }

    private Mono<Void> tell(SubscriptionContract subscription, String what, Coupon coupon) {
        return chronicle.tell(
                List.of(new SubscriptionChange(subscription, subscription, what, coupon.code())));
    }

    private static Mono<Redemption> refused(String code, CouponFault fault) {
        return Mono.just(new CouponRefused(code, fault));
    }
}
