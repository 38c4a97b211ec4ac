package dev.quittance.organization;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * How the merchant's documents are taxed. What is posted keeps what it was posted with.
 *
 * @param exchangeDays how many days old a rate of exchange may be; null for any age
 */
public record TaxSetting(
        TaxDate taxDate,
        TaxRounding rounding,
        List<CashRounding> cashRounding,
        List<ReverseChargeWording> reverseCharge,
        @Nullable Integer exchangeDays) {
    private static final String FALLBACK = "en";

    public TaxSetting {
        cashRounding = List.copyOf(cashRounding);
        reverseCharge = List.copyOf(reverseCharge);
    }

    /** How totals in a currency are rounded; null when they are not. */
    public @Nullable CashRounding cash(CurrencyUnit currency) {
        return cashRounding.stream()
                .filter(one -> one.currency().equals(currency))
                .findFirst()
                .orElse(null);
    }

    /** What reverse charge is called in the language of {@code tag}, else in English. */
    public String reverseCharge(String tag) {
        Map<String, String> texts =
                reverseCharge.stream()
                        .collect(
                                Collectors.toMap(
                                        one -> one.language().toLowerCase(Locale.ROOT),
                                        ReverseChargeWording::text));
        var lower = tag.toLowerCase(Locale.ROOT);
        var fallback = texts.getOrDefault(FALLBACK, reverseCharge.getFirst().text());
        var ofLanguage = texts.getOrDefault(lower.split("-", 2)[0], fallback);
        return texts.getOrDefault(lower, ofLanguage);
    }
}
