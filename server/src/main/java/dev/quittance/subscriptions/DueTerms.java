package dev.quittance.subscriptions;

import static java.util.Objects.requireNonNull;

import dev.quittance.platform.Days;
import dev.quittance.subscriptions.BillingBasis.Item;
import dev.quittance.subscriptions.LifeSetting.FirstPeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a subscription is billed, period by period: in advance, or when they are over. What
 * is paid once is billed on its first day in either case.
 */
public interface DueTerms {

    /** Every period that is due by {@code day} and is not billed yet, the oldest first. */
    static List<DueTerm> due(BillingBasis basis, LocalDate day) {
        var terms = new ArrayList<DueTerm>();
        Openings.due(basis, day).ifPresent(terms::add);
        if (terms.stream().anyMatch(term -> term.fault() != null)) {
            return List.copyOf(terms);
        }
        var own = basis.withCoupons(AppliedCoupon.after(basis.coupons(), terms));
        for (var n = own.nextTerm(); begins(own, n, day) || joined(own, n, day); n++) {
            var term = term(own, n, billed(terms));
            terms.add(term);
            if (term.fault() != null) {
                break;
            }
        }
        return List.copyOf(terms);
    }

    /**
     * What is billed with period {@code n}, the first: it and, by setting, the one it is joined to.
     */
    static List<DueTerm> first(BillingBasis basis, int n) {
        if (basis.arrears()) {
            return Openings.due(basis, basis.opensOn()).stream().toList();
        }
        var first = term(basis, n, 0);
        return joined(basis, n + 1, LocalDate.MAX)
                ? List.of(first, term(basis, n + 1, billed(List.of(first))))
                : List.of(first);
    }

    /**
     * What is billed for the days before {@code on} that wait for the end of their period, because
     * something happens to the subscription that day.
     */
    static List<DueTerm> used(BillingBasis basis, LocalDate on) {
        var end = basis.endsOn();
        var until = end != null && end.isBefore(on) ? end : on;
        return due(basis.endingOn(until), on).stream().filter(term -> !term.opening()).toList();
    }

    /** How many of these periods are billed, and not passed over. */
    static int billed(List<DueTerm> terms) {
        return (int) terms.stream().filter(term -> !term.silent() && !term.opening()).count();
    }

    /**
     * What period {@code n} costs.
     *
     * @param setupFeeSettled whether a period before it will have been billed
     */
    static DueTerm term(BillingBasis basis, int n, boolean setupFeeSettled) {
        return term(basis, n, setupFeeSettled ? 1 : 0);
    }

    /**
     * What period {@code n} costs.
     *
     * @param billed how many periods before it will have been billed by then, and with them the
     *     setup fee and what else is paid once
     */
    static DueTerm term(BillingBasis basis, int n, int billed) {
        var term = BillingDates.term(basis.anchorOn(), basis.interval(), n);
        var days = basis.free() || given(basis, n) ? null : basis.billable(term);
        var fault = days == null ? null : fault(basis, term, days);
        var charges =
                days == null || fault != null
                        ? List.<ItemCharge>of()
                        : charges(basis, term, days, billed);
        return new DueTerm(
                basis.subscription(),
                basis.customer(),
                basis.billingGroup(),
                basis.currency(),
                charges,
                term,
                dueOn(basis, n),
                end(basis, term),
                n,
                n + 1,
                continues(basis, term) ? basis.dueOn(n + 1) : null,
                billed > 0 || basis.free() || !charges.isEmpty(),
                fault,
                charges.isEmpty() ? List.of() : ids(acting(basis, billed)));
    }

    private static boolean begins(BillingBasis basis, int n, LocalDate day) {
        var start = BillingDates.date(basis.anchorOn(), basis.interval(), n);
        return !basis.dueOn(n).isAfter(day)
                && (basis.endsOn() == null || start.isBefore(basis.endsOn()));
    }

    /** Whether period {@code n} is billed together with a part of one before it. */
    private static boolean joined(BillingBasis basis, int n, LocalDate day) {
        return !basis.arrears()
                && basis.firstPeriod() == FirstPeriod.JOINED
                && basis.beforeFirst(n - 1)
                && begins(basis, n - 1, day)
                && !basis.paidFrom().isAfter(day)
                && begins(basis, n, LocalDate.MAX);
    }

    /** With the part before it where it is joined to that; a part on its own first day. */
    private static LocalDate dueOn(BillingBasis basis, int n) {
        var due = joined(basis, n, LocalDate.MAX) ? basis.dueOn(n - 1) : basis.dueOn(n);
        return due.isBefore(basis.paidFrom()) ? basis.paidFrom() : due;
    }

    private static boolean given(BillingBasis basis, int n) {
        return basis.firstPeriod() == FirstPeriod.FREE && basis.beforeFirst(n);
    }

    private static boolean continues(BillingBasis basis, Days term) {
        return basis.endsOn() == null || term.until().isBefore(basis.endsOn());
    }

    private static LocalDate end(BillingBasis basis, Days term) {
        var end = basis.endsOn();
        return end != null && end.isBefore(term.until()) ? end : term.until();
    }

    /**
     * @param billed how many periods were billed before, and with them what is paid once
     */
    private static List<ItemCharge> charges(BillingBasis basis, Days term, Days days, int billed) {
        var begun = billed > 0 || basis.arrears();
        var charges = new ArrayList<ItemCharge>();
        for (var item : basis.items()) {
            var served = BillingBasis.within(days, item.from(), item.until());
            if (served != null && !(begun && item.recurrence() == Recurrence.ONCE)) {
                charge(basis, item.on(term.from()), served, term, days).ifPresent(charges::add);
            }
        }
        if (!begun && !charges.isEmpty() && basis.setupFee() != null) {
            charges.add(setupFee(basis, basis.items().getFirst()));
        }
        return Discounting.of(acting(basis, billed), List.copyOf(charges));
    }

    /** Whether a later version of it stands on the same bill. */
    static boolean followed(BillingBasis basis, Item item, Days days) {
        return basis.items().stream()
                .filter(other -> other.id().equals(item.id()))
                .filter(other -> other.from().isAfter(item.from()))
                .anyMatch(other -> BillingBasis.within(days, other.from(), other.until()) != null);
    }

    static List<AppliedCoupon> acting(BillingBasis basis, int billed) {
        return basis.coupons().stream()
                .filter(coupon -> coupon.holdsFor(basis.plan()) && coupon.actsAfter(billed))
                .toList();
    }

    private static List<UUID> ids(List<AppliedCoupon> coupons) {
        return coupons.stream().map(AppliedCoupon::id).toList();
    }

    private static Optional<ItemCharge> charge(
            BillingBasis basis, Item item, Days served, Days term, Days days) {
        return switch (item.recurrence()) {
            case EACH_PERIOD -> Optional.of(ItemPricing.charge(basis, item, served, term));
            case ONCE ->
                    followed(basis, item, days)
                            ? Optional.empty()
                            : Optional.of(ItemPricing.once(basis, item));
            case BILLED -> Optional.empty();
        };
    }

    static ItemCharge setupFee(BillingBasis basis, Item plan) {
        var fee = requireNonNull(basis.setupFee());
        return new ItemCharge(
                basis.subscription(),
                plan.id(),
                ChargeKind.SETUP_FEE,
                "Setup fee, " + plan.name(),
                BigDecimal.ONE,
                fee.getAmount(),
                fee,
                null,
                plan.taxCategory(),
                plan.taxInclusive(),
                new Explanation.SetupFee(basis.currency(), fee.getAmount()));
    }

    /** Why these days can't be billed. */
    private static @Nullable String fault(BillingBasis basis, Days term, Days days) {
        return basis.items().stream()
                .filter(item -> BillingBasis.within(days, item.from(), item.until()) != null)
                .map(item -> ItemPricing.fault(basis, item.on(term.from())))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
