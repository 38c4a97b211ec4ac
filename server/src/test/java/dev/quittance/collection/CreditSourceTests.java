package dev.quittance.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of what an account credit consists. */
@Tag("P6")
class CreditSourceTests {

    @ParameterizedTest(name = "{0} of credit: {1}")
    @CsvSource({
        "30, NEW 20 OLD 10",
        "25, NEW 20 OLD 5",
        "20, NEW 20",
        "7,  NEW 7",
        "0,  ''",
        "-5, ''",
        // What came over from another system stands on no document.
        "99, NEW 20 OLD 10",
    })
    void theOldestIsUsedFirst(long credit, String parts) {
        var found =
                CreditSource.attributed(List.of(source("NEW", 20), source("OLD", 10)), usd(credit));

        assertThat(
                        found.stream()
                                .map(one -> one.number() + " " + one.left().getAmountMinorLong())
                                .collect(Collectors.joining(" ")))
                .isEqualTo(parts);
    }

    private static CreditSource source(String number, long minor) {
        return new CreditSource(
                CreditSource.Kind.TOP_UP,
                new UUID(0, minor),
                number,
                LocalDate.of(2030, 1, 1),
                usd(minor),
                usd(0));
    }

    private static Money usd(long minor) {
        return Money.ofMinor(CurrencyUnit.USD, minor);
    }
}
