package dev.quittance.latefees;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What late fees come to. */
class LateFeeAmountTests {

    @ParameterizedTest
    @CsvSource({
        // 240.00 × 1.5 % = 3.60
        "EUR 240.00, 1.5,    EUR 3.60",
        // 0.3 × 1.5 % = 0.0045; 0.33 × 1.5 % = 0.00495; 0.34 × 1.5 % = 0.0051
        "EUR 0.33,   1.5,    ",
        "EUR 0.34,   1.5,    EUR 0.01",
        // 33.00 × 1.5 % = 0.495; 32.99 × 1.5 % = 0.49485
        "EUR 33.00,  1.5,    EUR 0.50",
        "EUR 32.99,  1.5,    EUR 0.49",
        // 1000.00 × 0.7625 % = 7.625
        "EUR 1000.00, 0.7625, EUR 7.63",
        // 100 × 1.5 % = 1.5; 99 × 1.5 % = 1.485; 33 × 1.5 % = 0.495
        "JPY 100,    1.5,    JPY 2",
        "JPY 99,     1.5,    JPY 1",
        "JPY 33,     1.5,    ",
        // 12.300 × 1.5 % = 0.1845; 12.299 × 1.5 % = 0.184485
        "KWD 12.300, 1.5,    KWD 0.185",
        "KWD 12.299, 1.5,    KWD 0.184",
        "EUR 0.00,   1.5,    ",
        "EUR -5.00,  1.5,    "
    })
    void aPartOfWhatIsDueIsRoundedOnceHalfUp(String due, BigDecimal percent, String fee) {
        assertThat(new LateFee.Percent(percent, Map.of(), Map.of()).on(Money.parse(due)))
                .map(Money::toString)
                .isEqualTo(Optional.ofNullable(fee));
    }

    @ParameterizedTest
    @CsvSource({
        // 2 %: 2.00 below the least, 5.00 just it, 40.00 just the most, 40.02 above it
        "EUR 100.00,  EUR 5.00",
        "EUR 250.00,  EUR 5.00",
        "EUR 251.00,  EUR 5.02",
        "EUR 2000.00, EUR 40.00",
        "EUR 2001.00, EUR 40.00",
        // rounds to nothing, and is raised
        "EUR 0.01,    EUR 5.00",
        "EUR 0.00,    ",
        // no limits of another currency
        "JPY 100,     JPY 2",
        "JPY 1000000, JPY 20000"
    })
    void aPartIsHeldWithinTheLimitsOfItsCurrency(String due, String fee) {
        var part = new LateFee.Percent(new BigDecimal("2"), per("EUR 5.00"), per("EUR 40.00"));
        assertThat(part.on(Money.parse(due)))
                .map(Money::toString)
                .isEqualTo(Optional.ofNullable(fee));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EUR 100.00  | 2 % of EUR 100.00, at least EUR 5.00",
                "EUR 250.00  | 2 % of EUR 250.00",
                "EUR 2000.00 | 2 % of EUR 2000.00",
                "EUR 2001.00 | 2 % of EUR 2001.00, at most EUR 40.00",
                "JPY 100     | 2 % of JPY 100"
            })
    void aPartSaysHowItCameToItsAmount(String due, String reason) {
        var part = new LateFee.Percent(new BigDecimal("2"), per("EUR 5.00"), per("EUR 40.00"));
        assertThat(part.reason(Money.parse(due))).contains(reason);
    }

    @Test
    void aFixedFeeIsThatOfTheCurrency() {
        var fixed = new LateFee.Fixed(per("EUR 5.00"));
        assertThat(fixed.on(Money.parse("EUR 0.01"))).contains(Money.parse("EUR 5.00"));
        assertThat(fixed.on(Money.parse("EUR 0.00"))).isEmpty();
        assertThat(fixed.on(Money.parse("USD 100.00"))).isEmpty();
    }

    private static Map<CurrencyUnit, Money> per(String amount) {
        var money = Money.parse(amount);
        return Map.of(money.getCurrencyUnit(), money);
    }
}
