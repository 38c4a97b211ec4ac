package dev.quittance.imports;

import dev.quittance.platform.Amounts;
import dev.quittance.platform.Faults;
import dev.quittance.uploads.Excerpt;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Reads an amount as it stands in a cell: digits with a decimal point, no thousands, no symbol. */
interface PriceText {
    Pattern PLAIN = Pattern.compile("[+-]?\\d{1,25}(\\.\\d{1,25})?");
    Pattern WITH_COMMA = Pattern.compile("[+-]?\\d{1,25},\\d{1,25}");

    static @Nullable Money read(
            Faults faults, String path, String cell, CurrencyUnit currency, boolean decimalComma) {
        var text = cell.strip();
        if (decimalComma && WITH_COMMA.matcher(text).matches()) {
            text = text.replace(',', '.');
        }
        if (!faults.check(!text.isEmpty(), path, "must not be empty: every customer needs a price")
                || !faults.check(
                        PLAIN.matcher(text).matches(),
                        path,
                        "%s is not an amount. Write digits with a decimal point, 1234.50, without symbols and thousands separators"
                                .formatted(Excerpt.of(cell)))) {
            return null;
        }
        return inCurrency(faults, path, new BigDecimal(text), currency);
    }

    private static @Nullable Money inCurrency(
            Faults faults, String path, BigDecimal amount, CurrencyUnit currency) {
        int digits = currency.getDecimalPlaces();
        if (!faults.check(
                amount.stripTrailingZeros().scale() <= digits,
                path,
                "%s has %d decimals at most, this is %s"
                        .formatted(currency, digits, amount.toPlainString()))) {
            return null;
        }
        var most = BigDecimal.valueOf(Amounts.MAX_MINOR, digits);
        faults.check(amount.signum() >= 0, path, "must not be negative");
        faults.check(
                amount.compareTo(most) <= 0,
                path,
                "must be at most %s".formatted(most.toPlainString()));
        return amount.signum() < 0 || amount.compareTo(most) > 0
                ? null
                : Money.of(currency, amount, RoundingMode.UNNECESSARY);
    }
}
