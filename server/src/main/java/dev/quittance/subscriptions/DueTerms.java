package dev.quittance.subscriptions;

import static java.util.Objects.requireNonNull;

import dev.quittance.platform.Amounts;
import dev.quittance.platform.Days;
import dev.quittance.subscriptions.BillingBasis.Item;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Decides what a subscription is billed, period by period, in advance. */
public interface DueTerms {

    /** Every period that has begun by {@code day} and is not billed yet, the oldest first. */
    static List<DueTerm> due(BillingBasis basis, LocalDate day) {
        var terms = new ArrayList<DueTerm>();
        for (var n = basis.nextTerm(); begins(basis, n, day); n++) {
            var before = terms.isEmpty() ? null : terms.getLast();
            var term = term(basis, n, before != null && before.setupFeeSettled());
            terms.add(term);
            if (term.fault() != null) {
                break;
            }
        }
        return List.copyOf(terms);
    }

    /** What period {@code n} costs. */
    static DueTerm term(BillingBasis basis, int n, boolean setupFeeSettled) {
        var term = BillingDates.term(basis.anchorOn(), basis.interval(), n);
        var days = basis.free() ? null : basis.billable(term);
        var fault = days == null ? null : fault(basis, days);
        var charges =
                days == null || fault != null
                        ? List.<ItemCharge>of()
                        : charges(basis, term, days, setupFeeSettled);
        return new DueTerm(
                basis.subscription(),
                basis.customer(),
                basis.billingGroup(),
                basis.currency(),
                charges,
                term,
                end(basis, term),
                n,
                n + 1,
                continues(basis, term) ? term.until() : null,
                setupFeeSettled || basis.free() || !charges.isEmpty(),
                fault);
    }

    private static boolean begins(BillingBasis basis, int n, LocalDate day) {
        var start = BillingDates.date(basis.anchorOn(), basis.interval(), n);
        return !start.isAfter(day) && (basis.endsOn() == null || start.isBefore(basis.endsOn()));
    }

    private static boolean continues(BillingBasis basis, Days term) {
        return basis.endsOn() == null || term.until().isBefore(basis.endsOn());
    }

    private static LocalDate end(BillingBasis basis, Days term) {
        var end = basis.endsOn();
        return end != null && end.isBefore(term.until()) ? end : term.until();
    }

    private static List<ItemCharge> charges(
            BillingBasis basis, Days term, Days days, boolean setupFeeSettled) {
        var charges = new ArrayList<ItemCharge>();
        for (var item : basis.items()) {
            var served = BillingBasis.within(days, item.from(), item.until());
            if (served != null) {
                charges.add(charge(basis, item, served, term));
            }
        }
        if (!setupFeeSettled && !charges.isEmpty() && basis.setupFee() != null) {
            charges.add(setupFee(basis, basis.items().getFirst()));
        }
        return List.copyOf(charges);
    }

    private static ItemCharge charge(BillingBasis basis, Item item, Days served, Days term) {
        var currency = CurrencyUnit.of(basis.currency());
        var quantity = BigDecimal.valueOf(item.quantity());
        var price = requireNonNull(item.price());
        var exact = Proration.exact(price.multiply(quantity), served.count(), term.count());
        return new ItemCharge(
                basis.subscription(),
                item.id(),
                item.kind() == ItemKind.PLAN ? ChargeKind.PLAN : ChargeKind.ADDON,
                item.name(),
                quantity,
                price,
                Amounts.round(exact, currency),
                served,
                item.taxCategory(),
                item.taxInclusive(),
                new Explanation.Recurring(
                        basis.currency(),
                        quantity,
                        price,
                        item.ownPrice(),
                        basis.interval(),
                        served.count(),
                        term.count(),
                        exact));
    }

    private static ItemCharge setupFee(BillingBasis basis, Item plan) {
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
    private static @Nullable String fault(BillingBasis basis, Days days) {
        for (var item : basis.items()) {
            if (BillingBasis.within(days, item.from(), item.until()) == null) {
                continue;
            }
            if (item.price() == null) {
                return "%s has no price in %s. Add one to the catalog."
                        .formatted(item.name(), basis.currency());
            }
            if (tooMuch(basis, item)) {
                return "%s costs more than can be billed at once.".formatted(item.name());
            }
        }
        return null;
    }

    private static boolean tooMuch(BillingBasis basis, Item item) {
        var most =
                BigDecimal.valueOf(
                        Amounts.MAX_MINOR, CurrencyUnit.of(basis.currency()).getDecimalPlaces());
        return requireNonNull(item.price())
                        .multiply(BigDecimal.valueOf(item.quantity()))
                        .compareTo(most)
                > 0;
    }
}
