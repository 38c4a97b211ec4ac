package dev.quittance.catalog;

import static dev.quittance.catalog.NewProduct.LONGEST_NAME;
import static java.util.Objects.requireNonNullElse;

import dev.quittance.platform.Faults;
import dev.quittance.platform.Ids;
import dev.quittance.platform.MoneyInput;
import dev.quittance.platform.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A coupon to be added: a percentage or amounts, never both. */
public record NewCoupon(
        String code,
        String name,
        @Nullable BigDecimal percent,
        List<MoneyInput> amounts,
        CouponDuration duration,
        @Nullable Integer terms,
        List<UUID> planIds,
        boolean recurringAddons,
        List<UUID> addonIds,
        boolean setupFees,
        @Nullable LocalDate expiresOn,
        @Nullable Integer mostRedemptions,
        @Nullable Integer mostPerCustomer) {

    private static final int MOST = 50;
    private static final int MOST_NAMED = 200;
    private static final int FINEST = 4;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    Coupon checked(Faults faults, LocalDate today) {
        percent(faults);
        terms(faults);
        faults.check(planIds.size() <= MOST_NAMED, "planIds", "must be at most " + MOST_NAMED);
        faults.check(addonIds.size() <= MOST_NAMED, "addonIds", "must be at most " + MOST_NAMED);
        faults.check(
                expiresOn == null || !expiresOn.isBefore(today), "expiresOn", "lies in the past");
        atLeastOne(faults, "mostRedemptions", mostRedemptions);
        atLeastOne(faults, "mostPerCustomer", mostPerCustomer);
        return new Coupon(
                Ids.next(),
                requireNonNullElse(Code.checked(faults, code), ""),
                Texts.name(faults, "name", name, LONGEST_NAME),
                percent,
                amounts(faults),
                duration,
                terms,
                planIds.stream().distinct().toList(),
                recurringAddons,
                addonIds.stream().distinct().toList(),
                setupFees,
                expiresOn,
                mostRedemptions,
                mostPerCustomer,
                0,
                false);
    }

    private void percent(Faults faults) {
        faults.check(!code.isBlank(), "code", "must not be empty");
        faults.check(
                (percent == null) != amounts.isEmpty(),
                "percent",
                "must be given unless amounts are, and only then");
        faults.check(
                percent == null
                        || (percent.signum() > 0
                                && percent.compareTo(HUNDRED) <= 0
                                && percent.stripTrailingZeros().scale() <= FINEST),
                "percent",
                "must be above 0, at most 100, with at most %d decimals".formatted(FINEST));
    }

    private void terms(Faults faults) {
        if (duration == CouponDuration.TERMS) {
            faults.check(
                    terms != null && terms >= 1 && terms <= PlanTerms.MOST_CYCLES,
                    "terms",
                    "must be between 1 and %d".formatted(PlanTerms.MOST_CYCLES));
        } else {
            faults.check(terms == null, "terms", "are for a coupon of so many terms only");
        }
    }

    private List<Money> amounts(Faults faults) {
        faults.check(amounts.size() <= MOST, "amounts", "must be at most %d".formatted(MOST));
        var seen = new HashSet<CurrencyUnit>();
        return IntStream.range(0, Math.min(amounts.size(), MOST))
                .mapToObj(
                        i -> {
                            var path = "amounts[%d]".formatted(i);
                            var amount = amounts.get(i).money(faults, path);
                            faults.check(
                                    !amount.isZero(),
                                    path + ".amount",
                                    "must be more than nothing");
                            faults.check(
                                    seen.add(amount.getCurrencyUnit()),
                                    path + ".currency",
                                    "has an amount already");
                            return amount;
                        })
                .toList();
    }

    private static void atLeastOne(Faults faults, String path, @Nullable Integer number) {
        faults.check(number == null || number >= 1, path, "must be at least 1");
    }
}
