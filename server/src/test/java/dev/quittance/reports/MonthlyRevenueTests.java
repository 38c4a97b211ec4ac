package dev.quittance.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.catalog.Interval;
import dev.quittance.catalog.IntervalUnit;
import dev.quittance.reports.MonthlyRevenue.Recurring;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthlyRevenueTests {

    @ParameterizedTest(name = "{0} {1} every {2} {3}: {4}")
    @CsvSource(
            textBlock =
                    """
                    USD, 29.00,  1,  MONTH, 29.00
                    USD, 0,      1,  MONTH, 0.00
                    USD, 100,    3,  MONTH, 33.33
                    USD, 99.99,  1,  YEAR,  8.33
                    USD, 240,    2,  YEAR,  10.00
                    USD, 12,     1,  WEEK,  52.14
                    USD, 12,     2,  WEEK,  26.07
                    USD, 1,      1,  DAY,   30.42
                    JPY, 1000,   1,  YEAR,  83
                    KWD, 1.000,  12, MONTH, 0.083
                    """)
    void broughtToOneMonth(
            String currency, BigDecimal amount, int count, IntervalUnit unit, BigDecimal month) {
        var recurring = List.of(new Recurring(new Interval(count, unit), amount, 1));

        assertThat(MonthlyRevenue.of(recurring, CurrencyUnit.of(currency)))
                .isEqualTo(Money.of(CurrencyUnit.of(currency), month));
    }

    @Test
    void allIsAddedUpBeforeItIsRounded() {
        var third = new Recurring(new Interval(3, IntervalUnit.MONTH), BigDecimal.ONE, 1);

        assertThat(MonthlyRevenue.of(List.of(third, third, third), CurrencyUnit.USD))
                .isEqualTo(Money.of(CurrencyUnit.USD, 1));
        assertThat(MonthlyRevenue.of(List.of(), CurrencyUnit.USD))
                .isEqualTo(Money.zero(CurrencyUnit.USD));
    }

    @Test
    void monthsWithoutFiguresAreShownToo() {
        var month = LocalDate.of(2027, 12, 1);
        var figures =
                new MonthFigures(
                        month, Money.of(CurrencyUnit.USD, 5), Money.zero(CurrencyUnit.USD));
        var today = LocalDate.of(2028, 2, 29);

        assertThat(MonthFigures.filled(Map.of(month, figures), 4, today, CurrencyUnit.USD))
                .extracting(one -> one.month() + " " + one.billed())
                .containsExactly(
                        "2027-11-01 USD 0.00",
                        "2027-12-01 USD 5.00",
                        "2028-01-01 USD 0.00",
                        "2028-02-01 USD 0.00");
        assertThat(MonthFigures.first(1, today)).isEqualTo(LocalDate.of(2028, 2, 1));
    }
}
