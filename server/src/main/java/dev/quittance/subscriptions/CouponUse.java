package dev.quittance.subscriptions;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A term of a redeemed coupon that is used up by a bill of days before {@code until}; null for
 * none.
 */
record CouponUse(UUID redemption, @Nullable LocalDate until) {

    static List<CouponUse> of(List<DueTerm> terms) {
        return terms.stream()
                .flatMap(
                        term ->
                                term.coupons().stream()
                                        .map(id -> new CouponUse(id, term.billedUntil())))
                .toList();
    }
}
