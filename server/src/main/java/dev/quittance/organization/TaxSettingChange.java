package dev.quittance.organization;

import static dev.quittance.platform.Given.or;

import dev.quittance.platform.Faults;
import dev.quittance.platform.Texts;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.ArgumentValue;

/** What is to change about how documents are taxed. What is left out stays as it is. */
record TaxSettingChange(
        ArgumentValue<TaxDate> taxDate,
        ArgumentValue<TaxRounding> rounding,
        ArgumentValue<List<CashRounding>> cashRounding,
        ArgumentValue<List<ReverseChargeWording>> reverseCharge,
        ArgumentValue<Integer> exchangeDays) {
    private static final int MOST_DAYS = 366;
    private static final int MOST_ENTRIES = 100;
    private static final int LONGEST_WORDING = 300;
    private static final BigDecimal MOST_MINOR = BigDecimal.valueOf(100_000);

    /** The settings once changed; what can't be accepted is noted in {@code faults}. */
    TaxSetting applied(TaxSetting present, Faults faults) {
        var days = or(exchangeDays, present.exchangeDays());
        faults.check(
                days == null || days >= 0 && days <= MOST_DAYS,
                "exchangeDays",
                "must be between 0 and 366, or empty for any age");
        return new TaxSetting(
                kept("taxDate", taxDate, present.taxDate(), faults),
                kept("rounding", rounding, present.rounding(), faults),
                cash(kept("cashRounding", cashRounding, present.cashRounding(), faults), faults),
                wordings(
                        kept("reverseCharge", reverseCharge, present.reverseCharge(), faults),
                        faults),
                days);
    }

    private static List<CashRounding> cash(List<CashRounding> given, Faults faults) {
        var known = new HashSet<String>();
        for (var i = 0; i < given.size(); i++) {
            var one = given.get(i);
            var path = "cashRounding[%d]".formatted(i);
            var digits = one.currency().getDecimalPlaces();
            var minor = one.increment().movePointRight(Math.max(digits, 0));
            faults.check(
                    minor.compareTo(BigDecimal.ONE) > 0
                            && minor.compareTo(MOST_MINOR) <= 0
                            && minor.stripTrailingZeros().scale() <= 0,
                    path + ".increment",
                    "must be a multiple of the smallest unit of %s, such as 0.05"
                            .formatted(one.currency()));
            faults.check(
                    known.add(one.currency().getCode()),
                    path + ".currency",
                    "must not be named twice");
        }
        return given;
    }

    private static List<ReverseChargeWording> wordings(
            List<ReverseChargeWording> given, Faults faults) {
        faults.check(
                !given.isEmpty() && given.size() <= MOST_ENTRIES,
                "reverseCharge",
                "must have at least one wording and at most 100");
        var cleaned =
                IntStream.range(0, Math.min(given.size(), MOST_ENTRIES))
                        .mapToObj(i -> wording(given.get(i), i, faults))
                        .toList();
        var known = new HashSet<String>();
        for (var i = 0; i < cleaned.size(); i++) {
            faults.check(
                    known.add(cleaned.get(i).language()),
                    "reverseCharge[%d].language".formatted(i),
                    "must not be named twice");
        }
        return cleaned;
    }

    private static ReverseChargeWording wording(
            ReverseChargeWording given, int index, Faults faults) {
        var path = "reverseCharge[%d]".formatted(index);
        return new ReverseChargeWording(
                Particulars.locale(faults, path + ".language", given.language()),
                Texts.name(faults, path + ".text", given.text(), LONGEST_WORDING));
    }

    private static <T> T kept(String path, ArgumentValue<T> given, T present, Faults faults) {
        @Nullable T value = or(given, present);
        faults.check(value != null, path, "must not be empty");
        return value == null ? present : value;
    }
}
