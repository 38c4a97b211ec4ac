package dev.quittance.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTests {

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
            CURRENCY, AMOUNT,   ROUNDED
            USD,      1.005,    1.01
            USD,      -1.005,   -1.01
            USD,      1.00499,  1.00
            JPY,      0.5,      1
            JPY,      0.49,     0
            KWD,      0.0005,   0.001
            KWD,      0,        0.000
            """)
    void halvesAreRoundedUp(String currency, BigDecimal amount, String rounded) {
        assertThat(Amounts.round(amount, CurrencyUnit.of(currency)).getAmount().toPlainString())
                .isEqualTo(rounded);
    }

    @ParameterizedTest
    @CsvSource({"USD, 1234, USD 12.34", "JPY, 1234, JPY 1234", "KWD, 1234, KWD 1.234"})
    void minorUnitsAreTheCurrencysOwn(String currency, long minor, String money) {
        assertThat(Amounts.ofMinor(minor, currency)).isEqualTo(Money.parse(money));
        assertThat(Amounts.minor(Money.parse(money))).isEqualTo(minor);
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
            CURRENCY, AMOUNT,             FAULTS
            USD,      0,                  0
            USD,      1.230,              0
            USD,      1.234,              1
            USD,      -0.01,              1
            USD,      100000000000.00,    0
            USD,      100000000000.01,    1
            JPY,      10000000000000,     0
            JPY,      10000000000001,     1
            JPY,      0.1,                1
            KWD,      1.2345,             1
            USD,      999999999999999999, 1
            """)
    void whatIsSentIsChecked(String currency, BigDecimal amount, int count) {
        var faults = new Faults();

        new MoneyInput(amount, CurrencyUnit.of(currency)).money(faults, "price");

        assertThat(faults.found()).hasSize(count);
        assertThat(faults.found()).allMatch(fault -> fault.path().equals("price.amount"));
    }
}
