package dev.quittance.subscriptions;

import dev.quittance.catalog.Coupon;
import dev.quittance.catalog.CouponFault;
import dev.quittance.catalog.Coupons;
import dev.quittance.platform.Faults;
import dev.quittance.platform.Ids;
import dev.quittance.platform.InvalidInput;
import dev.quittance.platform.NotFound;
import dev.quittance.platform.Refused;
import dev.quittance.platform.Texts;
import dev.quittance.subscriptions.CouponStep.Redeemed;
import dev.quittance.subscriptions.CouponsAsked.Asked;
import dev.quittance.subscriptions.Redemption.CouponRedeemed;
import dev.quittance.subscriptions.Redemption.CouponRefused;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Redeems coupons for subscriptions. Lock the customer before, the unit of serialisation. */
@Service
public class Redemptions {
    private static final int LONGEST_CODE = 60;
    private static final int MOST_AT_ONCE = 10;

    private final RedemptionRepository repository;
    private final Coupons coupons;
    private final Chronicle chronicle;

    Redemptions(RedemptionRepository repository, Coupons coupons, Chronicle chronicle) {
        this.repository = repository;
        this.coupons = coupons;
        this.chronicle = chronicle;
    }

    /** Finds the coupons of these codes; what is no code at all is refused. */
    public Mono<CouponsAsked> asked(UUID customer, List<String> codes) {
        return Mono.fromSupplier(() -> checked(codes))
                .flatMapIterable(checked -> checked)
                .concatMap(code -> asked(customer, code))
                .collectList()
                .map(CouponsAsked::new);
    }

    /** All that were redeemed for a subscription, in their order. */
    public Mono<List<CouponRedemption>> of(UUID subscription) {
        return repository.of(List.of(subscription)).collectList();
    }

    /** Redeems and takes off what was decided; a coupon that is used up meanwhile is refused. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> keep(SubscriptionContract subscription, CouponStep step) {
        return Flux.fromIterable(step.removed())
                .concatMap(one -> remove(subscription, one))
                .thenMany(
                        Flux.fromIterable(step.redeemed())
                                .concatMap(one -> take(subscription, one)))
                .then();
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
                                                                : redeem(
                                                                        subscription,
                                                                        coupon,
                                                                        today)))
                .switchIfEmpty(Mono.defer(() -> refused(code, CouponFault.UNKNOWN)));
    }

    /** Takes a coupon off a subscription; what is billed from now on is billed without it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> remove(SubscriptionContract subscription, CouponRedemption removed) {
        return repository
                .remove(removed)
                .filter(done -> done)
                .flatMap(_ -> coupons.byIds(List.of(removed.coupon())))
                .mapNotNull(found -> found.get(removed.coupon()))
                .flatMap(coupon -> tell(subscription, "coupon removed", coupon));
    }

    /** One redemption, or {@link NotFound}. */
    public Mono<CouponRedemption> get(UUID id) {
        return repository
                .find(id)
                .switchIfEmpty(Mono.error(() -> new NotFound("coupon redemption")));
    }

    private static List<String> checked(List<String> codes) {
        var faults = new Faults();
        var most = Math.min(codes.size(), MOST_AT_ONCE);
        faults.check(
                codes.size() <= MOST_AT_ONCE,
                CouponsAsked.FIELD,
                "must be at most %d".formatted(MOST_AT_ONCE));
        var checked =
                IntStream.range(0, most)
                        .mapToObj(
                                i ->
                                        Texts.name(
                                                faults,
                                                "%s[%d]".formatted(CouponsAsked.FIELD, i),
                                                codes.get(i),
                                                LONGEST_CODE))
                        .toList();
        faults.orThrow();
        return checked;
    }

    private Mono<Asked> asked(UUID customer, String code) {
        return coupons.coded(code)
                .flatMap(
                        coupon ->
                                repository
                                        .byCustomer(coupon.id(), customer)
                                        .map(count -> new Asked(code, coupon, count)))
                .defaultIfEmpty(new Asked(code, null, 0));
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

    private Mono<Redemption> redeem(
            SubscriptionContract subscription, Coupon coupon, LocalDate today) {
        var redemption =
                new CouponRedemption(
                        Ids.next(), subscription.id(), coupon.id(), today, coupon.periods(), null);
        return coupons.take(coupon.id())
                .flatMap(
                        taken ->
                                taken
                                        ? insert(subscription, new Redeemed(redemption, coupon))
                                                .thenReturn(new CouponRedeemed(subscription))
                                        : refused(coupon.code(), CouponFault.USED_UP));
    }

    private Mono<Void> take(SubscriptionContract subscription, Redeemed one) {
        return coupons.take(one.coupon().id())
                .filter(taken -> taken)
                .switchIfEmpty(Mono.error(Redemptions::usedUp))
                .then(Mono.defer(() -> insert(subscription, one)));
    }

    private Mono<Void> insert(SubscriptionContract subscription, Redeemed one) {
        return repository
                .insert(one.redemption())
                .then(Mono.defer(() -> tell(subscription, "coupon redeemed", one.coupon())));
    }

    private Mono<Void> tell(SubscriptionContract subscription, String what, Coupon coupon) {
        return chronicle.tell(
                List.of(new SubscriptionChange(subscription, subscription, what, coupon.code())));
    }

    private static Refused usedUp() {
        return new Refused(InvalidInput.of(CouponsAsked.FIELD, CouponFault.USED_UP.sentence()));
    }

    private static Mono<Redemption> refused(String code, CouponFault fault) {
        return Mono.just(new CouponRefused(code, fault));
    }
}
