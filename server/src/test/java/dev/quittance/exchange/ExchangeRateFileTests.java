package dev.quittance.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Faults;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExchangeRateFileTests {
    private final Faults faults = new Faults();

    @Test
    void ratesAreReadInTheOrderOfTheRows() {
        var rates =
                read(
                        """
                        Date;Currency;Rate
                        2027-03-01;usd;0,9234
                        2027-03-01;GBP;1.17
                        2027-03-01;EUR;1
                        """);

        assertThat(faults.found()).isEmpty();
        assertThat(rates)
                .extracting(rate -> rate.on() + " " + rate.currency() + " " + rate.rate())
                .containsExactly("2027-03-01 USD 0.9234", "2027-03-01 GBP 1.17");
    }

    @Test
    void ratesOfCentralBanksAreTurned() {
        var rates =
                ExchangeRateFile.read(
                        "currency,rate,date\nUSD,1.25,2027-03-01\nJPY,160,2027-03-01\n",
                        CurrencyUnit.EUR,
                        true,
                        faults);

        assertThat(faults.found()).isEmpty();
        assertThat(rates)
                .extracting(rate -> rate.rate().toPlainString())
                .containsExactly("0.8", "0.00625");
    }

    @Test
    void everyFaultyLineIsTold() {
        read(
                """
                date,currency,rate
                2027-02-30,USD,0.9
                2027-03-01,XXY,0.9
                2027-03-01,USD,"1,000.50"
                2027-03-01,USD,0
                2027-03-02,USD,0.9
                2027-03-02,USD,0.91
                """);

        assertThat(faults.found())
                .extracting(fault -> fault.path() + " " + fault.message())
                .containsExactly(
                        "line 2 needs a date like 2027-03-31",
                        "line 3 needs a currency code like USD",
                        "line 4 needs a rate like 1.0834, without a thousands separator",
                        "line 5: rate must be above 0 and at most 1000000000",
                        "line 7 repeats the day of a line above");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''                  | has no rows below the line with the columns date, currency, rate
                    date,currency,rate  | has no rows below the line with the columns date, currency, rate
                    """)
    void aFileWithoutRatesIsRefused(String csv, String message) {
        read(csv);

        assertThat(faults.found()).singleElement().extracting("message").isEqualTo(message);
    }

    @Test
    void missingColumnsAreNamed() {
        read("day,currency,price\n2027-03-01,USD,0.9\n");

        assertThat(faults.found())
                .singleElement()
                .extracting("message")
                .asString()
                .endsWith("missing: date, rate");
    }

    @ParameterizedTest
    @CsvSource({
        "USD 190.00, 0.9234,  EUR, EUR 175.45",
        "JPY 1000,   0.00625, EUR, EUR 6.25",
        "KWD 1.005,  2.99,    EUR, EUR 3.00",
        "EUR 10.03,  161.237, JPY, JPY 1617",
        "USD 0.00,   0.9,     EUR, EUR 0.00"
    })
    void anAmountIsExchangedHalfUp(String amount, BigDecimal rate, String base, String exchanged) {
        var money = Money.parse(amount);
        var known =
                new ExchangeRate(
                        CurrencyUnit.of(base),
                        money.getCurrencyUnit(),
                        rate,
                        LocalDate.of(2027, 3, 1));

        assertThat(known.exchanged(money)).isEqualTo(Money.parse(exchanged));
    }

    private List<EnteredRate> read(String csv) {
        return ExchangeRateFile.read(csv, CurrencyUnit.EUR, false, faults);
    }
}
