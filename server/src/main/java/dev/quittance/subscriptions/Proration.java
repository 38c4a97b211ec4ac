package dev.quittance.subscriptions;

import dev.quittance.platform.Amounts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Parts of a period, by days. Each amount is rounded half up, once. */
public interface Proration {

    /** {@code price} of a whole period of {@code of} days, for {@code days} of them. */
    static Money charge(BigDecimal price, CurrencyUnit currency, long days, long of) {
        return Amounts.round(exact(price, days, of), currency);
    }

    /** What the used days of a billed line cost. */
    static Money used(Money billed, long usedDays, long days) {
        return charge(billed.getAmount(), billed.getCurrencyUnit(), usedDays, days);
    }

    /**
     * What is owed back of a billed line. Used and unused make up what was billed, to the smallest
     * unit.
     */
    static Money unused(Money billed, long usedDays, long days) {
        return billed.minus(used(billed, usedDays, days));
    }

    /** The amount before rounding. */
    static BigDecimal exact(BigDecimal price, long days, long of) {
        if (days < 0 || days > of || of <= 0) {
            throw new IllegalArgumentException("%d of %d days".formatted(days, of));
        }
        return days == of
                ? price
                : price.multiply(BigDecimal.valueOf(days))
                        .divide(BigDecimal.valueOf(of), PRECISION);
    }

    /** More digits than any amount needs to be rounded rightly. */
    MathContext PRECISION = new MathContext(60, RoundingMode.HALF_UP);
}
