package dev.quittance.organization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.organization.NumberSetting.Sequence;
import dev.quittance.platform.Faults;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberSettingTests {
    private static final NumberSetting CREDIT_NOTES =
            new NumberSetting(
                    SeriesKind.CREDIT_NOTE,
                    new NumberPattern("CN-{year}-{number:6}"),
                    2030,
                    1,
                    false);

    @ParameterizedTest(name = "{0} from {1} is {2}")
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    RE{year}/{number:4},      -,    RE2030/0008
                    INV-{year}-{number},      -,    INV-2030-8
                    {number:3}-{year},        8,    008-2030
                    """)
    void theNextNumberGoesOnInTheYear(String pattern, @Nullable Integer first, String next) {
        var setting = wanted(invoices(2030, 8, true), pattern, first, new Sequence(2030, 8, true));

        assertThat(setting.next(2030)).isEqualTo(next);
    }

    @Test
    void withoutAYearNumbersGoOnAboveAllThatWereGiven() {
        var setting =
                wanted(
                        invoices(2030, 8, true),
                        "INV-2030-{number:6}",
                        null,
                        new Sequence(2029, 120, true),
                        new Sequence(2030, 8, true));

        assertThat(setting.next(2030)).isEqualTo("INV-2030-000120");
        assertThat(setting.year()).isZero();
    }

    @Test
    void theFirstNumberIsFreeBeforeTheFirstDocumentOfTheYear() {
        assertThat(wanted(invoices(2030, 1, false), "INV-{year}-{number:6}", 500).next(2030))
                .isEqualTo("INV-2030-000500");
        assertThat(fault(invoices(2030, 8, true), "INV-{year}-{number:6}", 500))
                .startsWith("firstNumber can't be chosen once numbers of the series");
        assertThat(fault(invoices(2030, 8, true), "INV-{year}-{number:6}", 7))
                .startsWith("firstNumber can't be chosen");
        assertThat(fault(invoices(2030, 1, false), "INV-{year}-{number:6}", 0))
                .startsWith("firstNumber must be between 1");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            quoteCharacter = '"',
            textBlock =
                    """
                    INV-{year},               pattern must have {number}
                    INV-{number}-{number},    pattern must have {number}
                    INV-{year}-{number:0},    pattern must have a width
                    INV-{year}-{number:13},   pattern must have a width
                    INV-{month}-{number},     pattern must be made of
                    INV-{year}-{year}-{number}, pattern must be made of
                    INV#{number},             pattern must be made of
                    CN-{year}-{number:6},     pattern must not make numbers like those of another kind
                    CN-{year}-{number},       pattern must not make numbers like those of another kind
                    CN-2027-{number:3},       pattern must not make numbers like those of another kind
                    " INV-{number}",          pattern must have at most 40 characters
                    """)
    void whatWouldRepeatNumbersIsRefused(String pattern, String fault) {
        assertThat(fault(invoices(2030, 1, false), pattern, null)).startsWith(fault);
    }

    private static NumberSetting wanted(
            NumberSetting present, String pattern, @Nullable Integer first, Sequence... sequences) {
        var faults = new Faults();
        var setting =
                NumberSetting.wanted(
                        present,
                        pattern,
                        first,
                        List.of(CREDIT_NOTES),
                        List.of(sequences),
                        2030,
                        faults);
        assertThat(faults.found()).isEmpty();
        assertThat(setting).isNotNull();
        return setting;
    }

    private static String fault(NumberSetting present, String pattern, @Nullable Integer first) {
        var faults = new Faults();
        NumberSetting.wanted(
                present,
                pattern,
                first,
                List.of(CREDIT_NOTES),
                List.of(new Sequence(2030, present.nextNumber(), present.begun())),
                2030,
                faults);
        var found = faults.found().getFirst();
        return found.path() + " " + found.message();
    }

    private static NumberSetting invoices(int year, long next, boolean begun) {
        return new NumberSetting(
                SeriesKind.INVOICE, new NumberPattern("INV-{year}-{number:6}"), year, next, begun);
    }
}
