package dev.quittance.subscriptions;

import dev.quittance.platform.Days;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is paid once, of a subscription whose periods are billed when they are over: the setup fee
 * and addons that are billed once, on the first day.
 */
final class Openings {
    private Openings() {}

    /**
     * What of it is due by {@code day}. Nothing is billed of the period, and it stays the next. A
     * coupon uses up a term only where it acts.
     */
    static Optional<DueTerm> due(BillingBasis basis, LocalDate day) {
        var on = basis.opensOn();
        var days =
                !basis.arrears() || on.isAfter(day)
                        ? null
                        : basis.billable(new Days(on, day.plusDays(1)));
        if (days == null) {
            return Optional.empty();
        }
        var items = basis.free() ? List.<BillingBasis.Item>of() : once(basis, days);
        var fault =
                items.stream()
                        .map(item -> ItemPricing.fault(basis, item.on(on)))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        var acting = DueTerms.acting(basis, 0);
        var charges =
                fault != null || basis.free()
                        ? List.<ItemCharge>of()
                        : Discounting.of(acting, charges(basis, items, on));
        return charges.isEmpty() && fault == null && basis.billedUntil() != null
                ? Optional.empty()
                : Optional.of(opening(basis, on, charges, acting, fault));
    }

    /** The first day on which anything is billed of one of which nothing is yet. */
    static LocalDate firstBill(BillingBasis basis) {
        var on = basis.opensOn();
        return due(basis, on).filter(term -> !term.silent() || term.fault() != null).isPresent()
                ? on
                : basis.dueOn(basis.nextTerm());
    }

    private static List<BillingBasis.Item> once(BillingBasis basis, Days days) {
        return basis.items().stream()
                .filter(item -> item.recurrence() == Recurrence.ONCE)
                .filter(item -> BillingBasis.within(days, item.from(), item.until()) != null)
                .filter(item -> !DueTerms.followed(basis, item, days))
                .toList();
    }

    private static List<ItemCharge> charges(
            BillingBasis basis, List<BillingBasis.Item> items, LocalDate on) {
        var charges = new ArrayList<ItemCharge>();
        for (var item : items) {
            charges.add(ItemPricing.once(basis, item.on(on)));
        }
        if (basis.setupFee() != null) {
            charges.add(DueTerms.setupFee(basis, basis.items().getFirst()));
        }
        return List.copyOf(charges);
    }

    private static DueTerm opening(
            BillingBasis basis,
            LocalDate on,
            List<ItemCharge> charges,
            List<AppliedCoupon> acting,
            @Nullable String fault) {
        var n = basis.nextTerm();
        return new DueTerm(
                basis.subscription(),
                basis.customer(),
                basis.billingGroup(),
                basis.currency(),
                charges,
                BillingDates.term(basis.anchorOn(), basis.interval(), n),
                on,
                basis.billedUntil(),
                n,
                n,
                basis.endsOn() == null || on.isBefore(basis.endsOn()) ? basis.dueOn(n) : null,
                true,
                fault,
                acting.stream()
                        .filter(coupon -> charges.stream().anyMatch(coupon::actsOn))
                        .map(AppliedCoupon::id)
                        .toList());
    }
}
