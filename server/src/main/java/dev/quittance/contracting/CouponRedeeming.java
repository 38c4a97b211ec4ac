package dev.quittance.contracting;

import dev.quittance.customers.Customers;
import dev.quittance.platform.Faults;
import dev.quittance.platform.Refused;
import dev.quittance.platform.Texts;
import dev.quittance.subscriptions.Cancellation.SubscriptionOver;
import dev.quittance.subscriptions.CouponRedemption;
import dev.quittance.subscriptions.Redemption;
import dev.quittance.subscriptions.Redemptions;
import dev.quittance.subscriptions.SubscriptionContract;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Redeems coupons for subscriptions that run, and takes them off again. */
@Service
class CouponRedeeming {
    private static final int LONGEST_CODE = 60;

    private final CancelPlanning subscriptions;
    private final Redemptions redemptions;
    private final Customers customers;
    private final BusinessDays days;
    private final TransactionalOperator transaction;

    CouponRedeeming(
            CancelPlanning subscriptions,
            Redemptions redemptions,
            Customers customers,
            BusinessDays days,
            TransactionalOperator transaction) {
        this.subscriptions = subscriptions;
        this.redemptions = redemptions;
        this.customers = customers;
        this.days = days;
        this.transaction = transaction;
    }

    Mono<Redemption> redeem(UUID subscription, String given) {
        return Mono.fromSupplier(() -> code(given))
                .flatMap(
                        code ->
                                running(subscription)
                                        .flatMap(
                                                found ->
                                                        today(found)
                                                                .flatMap(
                                                                        today ->
                                                                                redemptions.redeem(
                                                                                        found, code,
                                                                                        today))))
                .as(transaction::transactional);
    }

    Mono<SubscriptionContract> remove(UUID redemption) {
        return redemptions
                .get(redemption)
                .flatMap(
                        one ->
                                subscriptions
                                        .lock(one.subscription())
                                        .delayUntil(found -> remove(found, one)))
                .as(transaction::transactional);
    }

    private Mono<Void> remove(SubscriptionContract from, CouponRedemption redemption) {
        return today(from).flatMap(today -> redemptions.remove(from, redemption.removed(today)));
    }

    private Mono<SubscriptionContract> running(UUID id) {
        return subscriptions
                .lock(id)
                .doOnNext(
                        found -> {
                            if (found.endedOn() != null) {
                                throw new Refused(new SubscriptionOver(found.endedOn()));
                            }
                        });
    }

    private Mono<LocalDate> today(SubscriptionContract of) {
        return customers.get(of.customer()).flatMap(days::of).map(BusinessDays.Today::today);
    }

    private static String code(String given) {
        var faults = new Faults();
        var code = Texts.name(faults, "code", given, LONGEST_CODE);
        faults.orThrow();
        return code;
    }
}
