package dev.quittance.banking;

import dev.quittance.platform.Amounts;
import dev.quittance.uploads.Excerpt;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Amounts, days and currencies as a bank's XML writes them. */
interface CamtValues {

    static @Nullable CurrencyUnit currency(@Nullable String code) {
        try {
            return code == null ? null : CurrencyUnit.of(code.toUpperCase(Locale.ROOT));
        } catch (IllegalCurrencyException e) {
            return null;
        }
    }

    /** The day of a date, or of a time with its own offset. */
    static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null || text.length() < 10
                    ? null
                    : LocalDate.parse(text.substring(0, 10));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The amount at {@code path}, exact; null with a fault noted if it can't be. */
    static @Nullable Money amount(XmlNode node, String path, boolean zero, List<FileFault> faults) {
        var found = node.first(path);
        if (found == null) {
            faults.add(new FileFault(node.line(), path, "The amount is missing."));
            return null;
        }
        var currency = currency(found.attributes().get("Ccy"));
        if (currency == null) {
            faults.add(new FileFault(found.line(), path, "The currency is missing or unknown."));
            return null;
        }
        String reason;
        try {
            var text = found.text().strip();
            var number = text.length() > 30 ? BigDecimal.ONE.negate() : new BigDecimal(text);
            if (number.scale() >= -20 && (number.signum() > 0 || zero && number.signum() == 0)) {
                var exact = number.stripTrailingZeros();
                if (exact.scale() <= currency.getDecimalPlaces()) {
                    var money = Money.of(currency, number.setScale(currency.getDecimalPlaces()));
                    if (Amounts.inBounds(money)) {
                        return money;
                    }
                    reason = "%s is larger than any amount we can keep.";
                } else {
                    reason =
                            "%%s has more than the %d decimals of %s."
                                    .formatted(currency.getDecimalPlaces(), currency);
                }
            } else {
                reason = "%s is no amount above zero.";
            }
        } catch (NumberFormatException e) {
            reason = "%s is no amount.";
        }
        faults.add(new FileFault(found.line(), path, reason.formatted(Excerpt.of(found.text()))));
        return null;
    }
}
