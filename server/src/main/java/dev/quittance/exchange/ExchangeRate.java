package dev.quittance.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What a currency costs in the merchant's own.
 *
 * @param base the merchant's currency
 * @param rate the price of one unit of {@code currency}, up to 12 decimals
 * @param on the day of the rate
 */
public record ExchangeRate(
        CurrencyUnit base, CurrencyUnit currency, BigDecimal rate, LocalDate on) {

    public ExchangeRate {
        rate = rate.stripTrailingZeros();
    }

    /** The amount in the merchant's currency, rounded half up. */
    public Money exchanged(Money amount) {
        return Money.of(base, amount.getAmount().multiply(rate), RoundingMode.HALF_UP);
    }
}
