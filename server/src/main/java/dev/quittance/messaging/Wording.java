package dev.quittance.messaging;

import dev.quittance.payments.Decline;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.joda.money.Money;
import org.joda.money.format.MoneyFormatterBuilder;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * The words of letters in one language, from {@code mail/letters*.properties}.
 *
 * @param locale of the words, of days and of amounts
 */
record Wording(Locale locale) {
    static final Wording ENGLISH = new Wording(Locale.ENGLISH);

    private static final String FILES = "mail/letters";
    private static final MessageSource TEXTS = texts();

    /** In a customer's language if there is a file of it, else in English. */
    static Wording of(String languageTag) {
        var locale = Locale.forLanguageTag(languageTag);
        return hasFile(locale.getLanguage()) ? new Wording(locale) : ENGLISH;
    }

    /**
     * @param values as they are to be read; numbers only where the text chooses by them
     */
    String say(String key, Object... values) {
        return TEXTS.getMessage(key, values, locale);
    }

    String why(Decline decline) {
        return say("decline." + decline.name());
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(say("day"), locale).format(day);
    }

    String amount(Money amount) {
        return new MoneyFormatterBuilder()
                .appendCurrencyCode()
                .appendLiteral(" ")
                .appendAmountLocalized()
                .toFormatter(locale)
                .print(amount);
    }

    private static boolean hasFile(String language) {
        return Wording.class.getResource("/%s_%s.properties".formatted(FILES, language)) != null;
    }

    private static MessageSource texts() {
        var texts = new ResourceBundleMessageSource();
        texts.setBasename(FILES);
        texts.setDefaultEncoding(StandardCharsets.UTF_8.name());
        texts.setFallbackToSystemLocale(false);
        texts.setAlwaysUseMessageFormat(true);
        return texts;
    }
}
