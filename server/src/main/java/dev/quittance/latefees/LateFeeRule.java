package dev.quittance.latefees;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Which late fees overdue invoices bear.
 *
 * @param plan for whose subscriptions it is; null for all
 * @param customer for whom it is; null for all
 * @param days when fees are made; null for none at all
 * @param percent of what is still due, without trailing zeros; null where amounts are fixed
 * @param amounts one per currency, in the order of their codes
 * @param since fees of earlier days are not made
 */
record LateFeeRule(
        UUID id,
        @Nullable UUID plan,
        @Nullable UUID customer,
        @Nullable LateFeeDays days,
        @Nullable BigDecimal percent,
        List<LateFeeAmounts> amounts,
        LocalDate since) {

    LateFeeRule {
        percent = percent == null ? null : plain(percent);
        amounts =
                amounts.stream()
                        .sorted(Comparator.comparing(each -> each.currency().getCode()))
                        .toList();
    }

    /**
     * In one currency.
     *
     * @param fixed the fee; null where it is a percentage
     * @param least of a percentage; null for no lower limit
     * @param most of a percentage; null for no upper limit
     */
    record LateFeeAmounts(
            CurrencyUnit currency,
            @Nullable Money fixed,
            @Nullable Money least,
            @Nullable Money most) {}

    LateFee fee() {
        return percent == null
                ? new LateFee.Fixed(each(LateFeeAmounts::fixed))
                : new LateFee.Percent(
                        percent, each(LateFeeAmounts::least), each(LateFeeAmounts::most));
    }

    /** The same rule in the place of another: with its id and, if nothing else differs, its day. */
    LateFeeRule insteadOf(LateFeeRule before) {
        var same = as(before.id()).from(before.since());
        return same.equals(before) ? before : as(before.id());
    }

    /** The same under another id. */
    LateFeeRule as(UUID other) {
        return new LateFeeRule(other, plan, customer, days, percent, amounts, since);
    }

    private LateFeeRule from(LocalDate day) {
        return new LateFeeRule(id, plan, customer, days, percent, amounts, day);
    }

    /** Without trailing zeros, and never as a power of ten. */
    static BigDecimal plain(BigDecimal percent) {
        var stripped = percent.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private Map<CurrencyUnit, Money> each(Function<LateFeeAmounts, @Nullable Money> amount) {
        return amounts.stream()
                .map(amount)
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(Money::getCurrencyUnit, Function.identity()));
    }
}
