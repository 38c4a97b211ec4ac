package dev.quittance.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProrationTests {

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # price,   currency, days, of,  charge
                    31.00,     USD,      31,   31,  31.00
                    31.00,     USD,      0,    31,  0.00
                    31.00,     USD,      1,    31,  1.00
                    10.00,     USD,      10,   30,  3.33
                    10.00,     USD,      20,   30,  6.67
                    0.01,      USD,      1,    2,   0.01
                    0.01,      USD,      15,   31,  0.00
                    1000,      JPY,      1,    3,   333
                    1000,      JPY,      1,    2,   500
                    999,       JPY,      1,    2,   500
                    1.000,     KWD,      1,    3,   0.333
                    2.000,     KWD,      1,    3,   0.667
                    0.00,      USD,      7,    31,  0.00
                    29.00,     USD,      1,    29,  1.00
                    4.505,     USD,      31,   31,  4.51
                    0.0045,    USD,      31,   31,  0.00
                    """)
    void aPartOfAPeriodCostsItsDays(
            BigDecimal price, String currency, long days, long of, BigDecimal charge) {
        assertThat(Proration.charge(price, CurrencyUnit.of(currency), days, of))
                .isEqualTo(Money.of(CurrencyUnit.of(currency), charge));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # billed,  currency, used, days, unused
                    31.00,     USD,      0,    31,   31.00
                    31.00,     USD,      31,   31,   0.00
                    31.00,     USD,      30,   31,   1.00
                    10.00,     USD,      10,   30,   6.67
                    10.00,     USD,      20,   30,   3.33
                    0.01,      USD,      1,    2,    0.00
                    1000,      JPY,      1,    3,    667
                    1.000,     KWD,      2,    3,    0.333
                    0,         JPY,      2,    3,    0
                    """)
    void whatIsNotUsedIsOwedBack(
            BigDecimal billed, String currency, long used, long days, BigDecimal unused) {
        var money = Money.of(CurrencyUnit.of(currency), billed);
        assertThat(Proration.unused(money, used, days))
                .isEqualTo(Money.of(CurrencyUnit.of(currency), unused));
    }

    @Test
    void usedAndUnusedMakeUpWhatWasBilledToTheSmallestUnit() {
        var currencies = List.of("JPY", "USD", "KWD");
        for (var seed = 0; seed < 20_000; seed++) {
            var random = new Random(seed);
            var billed =
                    Money.ofMinor(
                            CurrencyUnit.of(currencies.get(random.nextInt(3))),
                            random.nextLong(10_000_000_000_000L));
            var days = 1 + random.nextInt(366);
            var used = random.nextInt(days + 1);
            assertThat(
                            Proration.used(billed, used, days)
                                    .plus(Proration.unused(billed, used, days)))
                    .as("seed %d", seed)
                    .isEqualTo(billed);
            assertThat(Proration.unused(billed, used, days).isNegative()).isFalse();
        }
    }

    @Test
    void noMoreDaysThanThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Proration.charge(BigDecimal.ONE, CurrencyUnit.USD, 32, 31));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Proration.charge(BigDecimal.ONE, CurrencyUnit.USD, -1, 31));
    }
}
