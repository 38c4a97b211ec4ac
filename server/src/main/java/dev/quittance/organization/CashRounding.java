package dev.quittance.organization;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Totals in a currency that has no smaller coin.
 *
 * @param increment of which totals are multiples: {@code 0.05} for Swiss francs
 */
public record CashRounding(CurrencyUnit currency, BigDecimal increment) {

    /** So many minor units. */
    public static CashRounding ofMinor(CurrencyUnit currency, long increment) {
        return new CashRounding(currency, Money.ofMinor(currency, increment).getAmount());
    }

    /** The increment in minor units. */
    public long minor() {
        return Money.of(currency, increment).getAmountMinorLong();
    }

    /** The nearest multiple; half way up. */
    public Money nearest(Money total) {
        var step = BigDecimal.valueOf(minor());
        var times = total.getAmountMinor().divide(step, 0, RoundingMode.HALF_UP);
        return Money.ofMinor(currency, times.multiply(step).longValueExact());
    }
}
