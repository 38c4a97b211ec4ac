package dev.quittance.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.payments.Allocation;
import dev.quittance.platform.Ids;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where disputed money is taken from. */
class DisputeTermsTests {
    private final UUID first = Ids.next();
    private final UUID second = Ids.next();

    @ParameterizedTest(name = "{0} of which {1} is credit: {2} of the first, {3} of the second")
    @CsvSource(
            textBlock =
                    """
                    USD 30.00, USD 0.00,  USD 10.00, USD 20.00
                    USD 30.00, USD 5.00,  USD 5.00,  USD 20.00
                    USD 20.00, USD 0.00,  USD 0.00,  USD 20.00
                    USD 0.01,  USD 0.00,  USD 0.00,  USD 0.01
                    USD 0.01,  USD 0.01,  USD 0.00,  USD 0.00
                    USD 99.00, USD 0.00,  USD 10.00, USD 20.00
                    """)
    void creditGoesFirstAndThenWhatWasPaidLast(
            String amount, String rest, String ofFirst, String ofSecond) {
        var terms =
                DisputeTerms.of(
                        Money.parse(amount),
                        Money.parse(rest),
                        List.of(paid(first, "USD 10.00"), paid(second, "USD 20.00")));

        var none = Money.parse("USD 0.00");
        assertThat(terms.shares().getOrDefault(first, none)).isEqualTo(Money.parse(ofFirst));
        assertThat(terms.shares().getOrDefault(second, none)).isEqualTo(Money.parse(ofSecond));
        assertThat(terms.fromInvoices())
                .isEqualTo(Money.parse(ofFirst).plus(Money.parse(ofSecond)));
    }

    @ParameterizedTest
    @CsvSource({"JPY 500, JPY 300", "KWD 0.500, KWD 0.300"})
    void everyCurrencyHasItsOwnDigits(String amount, String paid) {
        var terms =
                DisputeTerms.of(
                        Money.parse(amount),
                        Money.zero(Money.parse(amount).getCurrencyUnit()),
                        List.of(paid(first, paid)));

        assertThat(terms.fromInvoices()).isEqualTo(Money.parse(paid));
    }

    @Test
    void twoPartsOfOneInvoiceAreOneShare() {
        var terms =
                DisputeTerms.of(
                        Money.parse("USD 15.00"),
                        Money.parse("USD 0.00"),
                        List.of(paid(first, "USD 10.00"), paid(first, "USD 10.00")));

        assertThat(terms.shares()).containsOnlyKeys(first);
        assertThat(terms.shares().get(first)).isEqualTo(Money.parse("USD 15.00"));
    }

    private static Allocation paid(UUID invoice, String amount) {
        return new Allocation(
                Ids.next(),
                Ids.next(),
                invoice,
                Ids.next(),
                null,
                Money.parse(amount),
                LocalDate.of(2030, 1, 1));
    }
}
