package dev.quittance.documents;

import dev.quittance.platform.Days;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.joda.money.Money;

/** How amounts, figures and days are written on a document, in the reader's own way. */
public final class Formats {
    /** Languages whose letters our fonts don't have; their dates are written in English. */
    private static final Set<String> OTHER_SCRIPTS =
            Set.of(
                    "ar", "fa", "ur", "he", "ja", "zh", "ko", "th", "hi", "bn", "ta", "te", "mr",
                    "gu", "kn", "ml", "pa", "ka", "hy", "am", "km", "lo", "my", "si", "ne", "ps",
                    "ckb", "yi", "dz", "bo", "ug");

    /** A code in place of a sign, {@code KWD1.500}, wants a space. */
    private static final Pattern LETTER_BY_DIGIT =
            Pattern.compile("(?<=\\p{L})(?=\\d)|(?<=\\d)(?=\\p{L})");

    private final Locale locale;
    private final DateTimeFormatter day;

    private Formats(Locale locale) {
        this.locale = locale;
        this.day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
    }

    /**
     * The way of {@code tag}, a language tag like {@code de-CH}; English where we have no letters.
     */
    public static Formats of(String tag) {
        try {
            var locale = new Locale.Builder().setLanguageTag(tag).build();
            var known = !OTHER_SCRIPTS.contains(locale.getLanguage()) && !tag.isEmpty();
            return new Formats(known ? locale : Locale.ENGLISH);
        } catch (IllformedLocaleException unknown) {
            return new Formats(Locale.ENGLISH);
        }
    }

    public Locale locale() {
        return locale;
    }

    /** {@code $12.50}, {@code 12,50 €}. */
    public String money(Money money) {
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(Currency.getInstance(money.getCurrencyUnit().getCode()));
        var written = digits(format, money).format(money.getAmount());
        return LETTER_BY_DIGIT.matcher(written).replaceAll("\u00a0");
    }

    /** The amount without its currency, {@code 1,012.50}. */
    public String amount(Money money) {
        return digits(NumberFormat.getNumberInstance(locale), money).format(money.getAmount());
    }

    /** A price with at least the currency's decimals and as many more as it has. */
    public String price(BigDecimal price, Money currency) {
        var format = digits(NumberFormat.getNumberInstance(locale), currency);
        var scale = price.stripTrailingZeros().scale();
        format.setMaximumFractionDigits(Math.max(currency.getScale(), scale));
        return format.format(price);
    }

    /** A figure with the decimals it has. */
    public String number(BigDecimal number) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(12);
        return format.format(number.stripTrailingZeros());
    }

    public String day(LocalDate date) {
        return day.format(date);
    }

    /** The first and the last day. */
    public String days(Days days) {
        return day(days.from()) + " – " + day(days.last());
    }

    private static NumberFormat digits(NumberFormat format, Money money) {
        format.setMinimumFractionDigits(money.getScale());
        format.setMaximumFractionDigits(money.getScale());
        return format;
    }
}
