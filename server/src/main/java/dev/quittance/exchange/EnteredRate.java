package dev.quittance.exchange;

import dev.quittance.platform.Faults;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;

/** A rate of exchange as somebody gives it. */
record EnteredRate(CurrencyUnit currency, LocalDate on, BigDecimal rate) {
    static final int DECIMALS = 12;
    private static final BigDecimal MOST = new BigDecimal("1000000000");
    private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2200, 1, 1);

    /** Notes what can't be accepted, by paths below {@code path}. */
    void check(CurrencyUnit base, Faults faults, String path) {
        faults.check(
                rate.signum() > 0 && rate.compareTo(MOST) <= 0,
                path + "rate",
                "must be above 0 and at most 1000000000");
        faults.check(
                rate.stripTrailingZeros().scale() <= DECIMALS,
                path + "rate",
                "must have at most 12 decimals");
        faults.check(
                !currency.equals(base),
                path + "currency",
                "must be another than %s, the organisation's own".formatted(base));
        faults.check(
                !on.isBefore(FIRST) && on.isBefore(LAST),
                path + "on",
                "must be between the years 1970 and 2199");
    }

    /** The same rate the other way round, for lists that say what the own currency costs. */
    EnteredRate turned() {
        return rate.signum() <= 0
                ? this
                : new EnteredRate(
                        currency,
                        on,
                        BigDecimal.ONE
                                .divide(rate, DECIMALS, RoundingMode.HALF_UP)
                                .stripTrailingZeros());
    }
}
