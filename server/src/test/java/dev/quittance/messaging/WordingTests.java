package dev.quittance.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.messaging.CollectionLetters.FailedCharge;
import dev.quittance.messaging.CollectionLetters.Owed;
import dev.quittance.messaging.CollectionLetters.Reminded;
import dev.quittance.payments.Decline;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What letters say in the customer's language. */
class WordingTests {
    private static final Pattern GIVEN = Pattern.compile("\\{(\\d)");
    private static final Owed OWED =
            new Owed(
                    "42",
                    "INV-7",
                    "Käthe & Co",
                    Money.parse("EUR 1234.50"),
                    LocalDate.of(2030, 3, 1));
    private static final CollectionLetters GERMAN =
            new CollectionLetters(
                    new Letters("Blau & Kessel", "https://billing.example", Wording.ENGLISH)
                            .in("de-DE"));

    @ParameterizedTest
    @ValueSource(strings = "de")
    void everyLanguageSaysEverythingAndLeavesNothingOut(String language) throws IOException {
        var english = texts("");
        var other = texts("_" + language);
        assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (var key : english.stringPropertyNames()) {
            assertThat(given(other.getProperty(key)))
                    .as(key)
                    .isEqualTo(given(english.getProperty(key)));
        }
    }

    @ParameterizedTest
    @EnumSource(Decline.class)
    void aDeclineIsWordedAsThePayerIsToldElsewhere(Decline decline) {
        assertThat(Wording.ENGLISH.why(decline)).isEqualTo(decline.reason());
        assertThat(Wording.of("de").why(decline)).isNotEqualTo(decline.reason());
    }

    @Test
    void aDeclinedChargeIsToldInGerman() {
        var letter =
                GERMAN.failed(
                        new FailedCharge(
                                OWED,
                                "Visa •••• 4242",
                                Decline.INSUFFICIENT_FUNDS,
                                LocalDate.of(2030, 3, 6)));
        assertThat(letter.subject()).isEqualTo("Die Zahlung der Rechnung INV-7 ist fehlgeschlagen");
        assertThat(letter.text())
                .contains(
                        "Guten Tag Käthe & Co,",
                        "Wir konnten EUR 1.234,50 für die Rechnung INV-7 nicht einziehen (Visa •••• 4242). Diese Karte hat nicht genug Guthaben.",
                        "Am 6. März 2030 versuchen wir es noch einmal.",
                        "Im Portal ansehen und bezahlen:\nhttps://billing.example/portal/invoices/42");
        assertThat(letter.html()).contains("<html lang=\"de-DE\">", "the &amp; Co,");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    -3 | Erinnerung: Die Rechnung INV-7 ist in 3 Tagen fällig
                    -1 | Erinnerung: Die Rechnung INV-7 ist in einem Tag fällig
                     0 | Erinnerung: Die Rechnung INV-7 ist heute fällig
                     1 | Erinnerung: Die Rechnung INV-7 ist seit einem Tag überfällig
                    14 | Erinnerung: Die Rechnung INV-7 ist seit 14 Tagen überfällig
                    """)
    void remindersCountDays(int days, String subject) {
        assertThat(GERMAN.reminder(new Reminded(OWED, days)).subject()).isEqualTo(subject);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    de    | JPY 1234567 | JPY 1.234.567
                    de-AT | EUR 0.05    | EUR 0,05
                    de    | KWD 1.250   | KWD 1,250
                    en-US | USD 1234.50 | USD 1,234.50
                    fr    | USD 1234.50 | USD 1,234.50
                    """)
    void amountsAreWrittenAsTheLanguageDoesAndWhatIsUnknownIsEnglish(
            String language, String amount, String written) {
        assertThat(Wording.of(language).amount(Money.parse(amount))).isEqualTo(written);
    }

    private static TreeSet<String> given(String text) {
        return GIVEN.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties texts(String language) throws IOException {
        var name = "/mail/letters%s.properties".formatted(language);
        try (var reader =
                new InputStreamReader(
                        Objects.requireNonNull(WordingTests.class.getResourceAsStream(name)),
                        StandardCharsets.UTF_8)) {
            var texts = new Properties();
            texts.load(reader);
            return texts;
        }
    }
}
