package dev.quittance.latefees;

import dev.quittance.latefees.LateFeeRule.LateFeeAmounts;
import dev.quittance.platform.Amounts;
import dev.quittance.platform.Faults;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A rule for a plan or a customer; for all when neither is given.
 *
 * @param times how many fees an invoice bears at most; 0 for none
 * @param percent of what is still due; amounts are fixed when left out
 */
record SetLateFeeRuleInput(
        @Nullable UUID planId,
        @Nullable UUID customerId,
        int firstDays,
        int everyDays,
        int times,
        @Nullable BigDecimal percent,
        List<LateFeeAmountInput> amounts) {
    private static final int LONGEST = 365;
    private static final int MOST = 24;
    private static final int PERCENT_SCALE = 4;
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    /** In one currency: the fee, or the limits of a percentage. */
    record LateFeeAmountInput(
            CurrencyUnit currency,
            @Nullable BigDecimal fixed,
            @Nullable BigDecimal least,
            @Nullable BigDecimal most) {

        private LateFeeAmounts checked(boolean percent, Faults faults, String path) {
            faults.check(
                    percent == (fixed == null),
                    path + ".fixed",
                    percent ? "does not go with a percent" : "must be given, without a percent");
            faults.check(percent || least == null, path + ".least", "goes with a percent only");
            faults.check(percent || most == null, path + ".most", "goes with a percent only");
            faults.check(
                    !percent || least != null || most != null,
                    path + ".least",
                    "or a most must be given");
            var fee = money(fixed, faults, path + ".fixed");
            var low = money(least, faults, path + ".least");
            var high = money(most, faults, path + ".most");
            faults.check(
                    low == null || high == null || !low.isGreaterThan(high),
                    path + ".most",
                    "must not be below the least");
            return new LateFeeAmounts(currency, fee, low, high);
        }

        private @Nullable Money money(@Nullable BigDecimal amount, Faults faults, String path) {
            if (amount == null) {
                return null;
            }
            if (amount.signum() <= 0) {
                faults.add(path, "must be above zero");
                return null;
            }
            faults.check(
                    amount.stripTrailingZeros().scale() <= currency.getDecimalPlaces(),
                    path,
                    "must have at most %d decimals, as %s has"
                            .formatted(currency.getDecimalPlaces(), currency.getCode()));
            var money = Money.of(currency, amount, RoundingMode.HALF_UP);
            Amounts.check(faults, path, money);
            return money;
        }
    }

    /** What was entered, checked; it holds from {@code since} on. */
    LateFeeRule rule(UUID id, LocalDate since) {
        var faults = new Faults();
        faults.check(
                planId == null || customerId == null, "customerId", "does not go with a planId");
        within(firstDays, 1, LONGEST, "firstDays", faults);
        within(everyDays, 1, LONGEST, "everyDays", faults);
        within(times, 0, MOST, "times", faults);
        faults.check(
                percent == null
                        || percent.signum() > 0
                                && percent.compareTo(WHOLE) <= 0
                                && percent.stripTrailingZeros().scale() <= PERCENT_SCALE,
                "percent",
                "must be above 0 and at most 100, with at most 4 decimals");
        faults.check(
                times == 0 || percent != null || !amounts.isEmpty(),
                "amounts",
                "must name a fee, or a percent must be given");
        faults.check(
                amounts.stream().map(LateFeeAmountInput::currency).distinct().count()
                        == amounts.size(),
                "amounts",
                "must not name a currency twice");
        var checked = new ArrayList<LateFeeAmounts>();
        for (var i = 0; i < amounts.size(); i++) {
            checked.add(
                    amounts.get(i).checked(percent != null, faults, "amounts[%d]".formatted(i)));
        }
        faults.orThrow();
        return new LateFeeRule(
                id,
                planId,
                customerId,
                times == 0 ? null : new LateFeeDays(firstDays, everyDays, times),
                percent,
                checked,
                since);
    }

    private static void within(int value, int least, int most, String path, Faults faults) {
        faults.check(
                value >= least && value <= most,
                path,
                "must be between %d and %d".formatted(least, most));
    }
}
