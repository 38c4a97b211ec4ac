package dev.quittance.invoicing;

import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;

/** A price per unit, which may be finer than the currency's smallest unit. */
public record UnitPrice(BigDecimal amount, CurrencyUnit currency) {

    /** With at least the currency's decimals, and as many more as the price has. */
    public static UnitPrice of(BigDecimal amount, CurrencyUnit currency) {
        var plain = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
        return new UnitPrice(
                plain.scale() < currency.getDecimalPlaces()
                        ? plain.setScale(currency.getDecimalPlaces())
                        : plain,
                currency);
    }
}
