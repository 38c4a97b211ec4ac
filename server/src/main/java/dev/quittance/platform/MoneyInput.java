package dev.quittance.platform;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** An amount as it was sent: perhaps with more decimals than its currency has. */
public record MoneyInput(BigDecimal amount, CurrencyUnit currency) {

    /** The amount, with a fault noted if it is negative, too large or too fine for its currency. */
    public Money money(Faults faults, String path) {
        var digits = currency.getDecimalPlaces();
        faults.check(
                amount.stripTrailingZeros().scale() <= digits,
                path + ".amount",
                "%s has %d decimals".formatted(currency.getCode(), digits));
        var money = Money.of(currency, amount, RoundingMode.HALF_UP);
        Amounts.check(faults, path + ".amount", money);
        return money;
    }
}
