package dev.quittance.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripeMoneyTests {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    AMOUNT,     UNITS
                    USD 12.34,  1234
                    EUR 0.01,   1
                    USD 0.00,   0
                    JPY 1234,   1234
                    KRW 500,    500
                    KWD 12.340, 12340
                    BHD 0.010,  10
                    ISK 5,      500
                    UGX 5,      500
                    """)
    void anAmountIsWrittenInStripesUnits(String amount, long units) {
        var money = Money.parse(amount);

        assertThat(StripeMoney.units(money)).contains(units);
        assertThat(StripeMoney.money(units, StripeMoney.code(money.getCurrencyUnit())))
                .isEqualTo(money);
    }

    @ParameterizedTest
    @CsvSource({"KWD 12.345", "TND 0.001"})
    void whatStripeCantChargeExactlyIsNotCharged(String amount) {
        assertThat(StripeMoney.units(Money.parse(amount))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1250, isk, ISK 13", "1249, isk, ISK 12", "-387, kwd, KWD -0.387"})
    void aFeeThatIsFinerThanItsCurrencyIsRounded(long units, String currency, String money) {
        assertThat(StripeMoney.money(units, currency)).isEqualTo(Money.parse(money));
    }
}
