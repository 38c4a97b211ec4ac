package dev.quittance.platform;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Amounts between Java, where they are {@link Money}, and the database, where they are minor units.
 */
public final class Amounts {

    /** The largest amount accepted, in minor units. */
    public static final long MAX_MINOR = 10_000_000_000_000L;

    private Amounts() {}

    public static Money ofMinor(long minor, String currency) {
        return Money.ofMinor(CurrencyUnit.of(currency), minor);
    }

    public static long minor(Money money) {
        return money.getAmountMinorLong();
    }

    /** Rounds half up to the currency's own digits; once per line. */
    public static Money round(BigDecimal amount, CurrencyUnit currency) {
        return Money.of(currency, amount, RoundingMode.HALF_UP);
    }

    /** Whether the amount may be kept at all. */
    public static boolean inBounds(Money money) {
        return money.getAmountMinor().abs().compareTo(BigDecimal.valueOf(MAX_MINOR)) <= 0;
    }

    /** Notes a fault unless the amount is at least zero and not too large. */
    public static void check(Faults faults, String path, Money money) {
        faults.check(!money.isNegative(), path, "must not be negative");
        faults.check(
                inBounds(money),
                path,
                "must be at most %s".formatted(Money.ofMinor(money.getCurrencyUnit(), MAX_MINOR)));
    }
}
