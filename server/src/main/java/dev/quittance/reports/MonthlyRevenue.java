package dev.quittance.reports;

import dev.quittance.catalog.Interval;
import dev.quittance.platform.Amounts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Brings what is billed in intervals to one month. A year has 12 months and 365 days; all is added
 * up before it is rounded.
 */
final class MonthlyRevenue {
    private static final BigDecimal MONTHS = new BigDecimal(12);
    private static final BigDecimal DAYS = new BigDecimal(365);
    private static final BigDecimal WEEK = new BigDecimal(7);
    private static final int DIGITS = 12;

    private MonthlyRevenue() {}

    /** What is billed each interval, over all subscriptions that have this interval. */
    record Recurring(Interval interval, BigDecimal amount, int subscriptions) {}

    static Money of(List<Recurring> recurring, CurrencyUnit currency) {
        var sum =
                recurring.stream()
                        .map(one -> perMonth(one.interval(), one.amount()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Amounts.round(sum, currency);
    }

    private static BigDecimal perMonth(Interval interval, BigDecimal amount) {
        var count = new BigDecimal(interval.count());
        return switch (interval.unit()) {
            case DAY -> divided(amount.multiply(DAYS), MONTHS.multiply(count));
            case WEEK -> divided(amount.multiply(DAYS), MONTHS.multiply(WEEK).multiply(count));
            case MONTH -> divided(amount, count);
            case YEAR -> divided(amount, MONTHS.multiply(count));
        };
    }

    private static BigDecimal divided(BigDecimal amount, BigDecimal by) {
        return amount.divide(by, DIGITS, RoundingMode.HALF_UP);
    }
}
