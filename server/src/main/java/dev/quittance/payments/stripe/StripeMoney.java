package dev.quittance.payments.stripe;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Amounts as Stripe writes them: whole numbers of a unit that is not always the currency's own
 * smallest one. Source: docs.stripe.com/currencies.
 */
final class StripeMoney {
    private static final Set<String> NO_DECIMALS =
            Set.of(
                    "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND",
                    "VUV", "XAF", "XOF", "XPF");
    private static final Set<String> THREE_DECIMALS = Set.of("BHD", "JOD", "KWD", "OMR", "TND");
    // Written with two decimals that must be 00.
    private static final Set<String> WHOLE_WITH_DECIMALS = Set.of("ISK", "UGX");
    private static final BigDecimal TEN = BigDecimal.TEN;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private StripeMoney() {}

    /** An amount in Stripe's units; empty if Stripe can't charge it exactly. */
    static Optional<Long> units(Money money) {
        var code = money.getCurrencyUnit().getCode();
        var units = money.getAmount().movePointRight(decimals(code));
        var step =
                THREE_DECIMALS.contains(code)
                        ? TEN
                        : WHOLE_WITH_DECIMALS.contains(code) ? HUNDRED : BigDecimal.ONE;
        return units.remainder(step).signum() == 0
                ? Optional.of(units.longValueExact())
                : Optional.empty();
    }

    /** What Stripe says; half up where it is finer than the currency, as fees may be. */
    static Money money(long units, String currency) {
        var unit = unit(currency);
        return Money.of(
                unit, BigDecimal.valueOf(units, decimals(unit.getCode())), RoundingMode.HALF_UP);
    }

    static CurrencyUnit unit(String currency) {
        return CurrencyUnit.of(currency.toUpperCase(Locale.ROOT));
    }

    /** As Stripe writes it. */
    static String code(CurrencyUnit currency) {
        return currency.getCode().toLowerCase(Locale.ROOT);
    }

    private static int decimals(String code) {
        if (NO_DECIMALS.contains(code)) {
            return 0;
        }
        return THREE_DECIMALS.contains(code) ? 3 : 2;
    }
}
