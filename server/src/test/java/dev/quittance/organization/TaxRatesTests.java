package dev.quittance.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxRatesTests {
    private static final UUID GOODS = new UUID(1, 1);
    private static final UUID BOOKS = new UUID(2, 2);

    private static final List<TaxRate> RATES =
            List.of(
                    rate(GOODS, "VAT", "DE", null, "19", "2007-01-01", "2020-07-01"),
                    rate(GOODS, "VAT", "DE", null, "16", "2020-07-01", "2021-01-01"),
                    rate(GOODS, "VAT", "DE", null, "19", "2021-01-01", null),
                    rate(BOOKS, "VAT", "DE", null, "7", "2007-01-01", null),
                    rate(GOODS, "VAT", "AT", null, "20", "1995-01-01", null),
                    rate(GOODS, "vat", "AT", "Mittelberg", "19", "1995-01-01", null),
                    rate(GOODS, "GST", "CA", null, "5", "2008-01-01", null),
                    rate(GOODS, "PST", "CA", "BC", "7", "2013-04-01", null),
                    rate(GOODS, "State tax", "US", "NY", "4", "2005-06-01", null),
                    rate(GOODS, "City tax", "US", "NY", "4.5", "2009-08-01", null));

    @ParameterizedTest(name = "{0} in {1} {2} on {3}: {4}")
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    goods, DE, -,          2020-06-30, 19
                    goods, DE, -,          2020-07-01, 16
                    goods, DE, -,          2020-12-31, 16
                    goods, DE, -,          2021-01-01, 19
                    goods, DE, Bavaria,    2028-02-29, 19
                    goods, DE, -,          2006-12-31, ''
                    books, DE, -,          2020-08-01, 7
                    books, AT, -,          2020-08-01, ''
                    goods, AT, -,          2027-01-01, 20
                    goods, AT, Mittelberg, 2027-01-01, 19
                    goods, AT, MITTELBERG, 2027-01-01, 19
                    goods, AT, ' mittelberg ', 2027-01-01, 19
                    goods, AT, Vienna,     2027-01-01, 20
                    goods, CA, -,          2027-01-01, 5
                    goods, CA, BC,         2027-01-01, 5+7
                    goods, CA, BC,         2013-03-31, 5
                    goods, US, NY,         2027-01-01, 4.5+4
                    goods, US, -,          2027-01-01, ''
                    goods, US, TX,         2027-01-01, ''
                    goods, FR, -,          2027-01-01, ''
                    """)
    void theRatesInForce(
            String category, String country, @Nullable String region, LocalDate day, String found) {
        var id = category.equals("books") ? BOOKS : GOODS;

        assertThat(TaxRates.inForce(RATES, id, new TaxPlace(country, region, null), day))
                .extracting(rate -> rate.percent().toPlainString())
                .containsExactly(found.isEmpty() ? new String[0] : found.split("\\+"));
    }

    @Test
    void aRegionsOwnRateGoesBeforeTheCountrysWhateverTheirOrder() {
        var rates = List.of(RATES.get(5), RATES.get(4));

        assertThat(
                        TaxRates.inForce(
                                rates,
                                GOODS,
                                new TaxPlace("AT", "Mittelberg", null),
                                LocalDate.of(2027, 1, 1)))
                .singleElement()
                .extracting(TaxRate::region)
                .isEqualTo("Mittelberg");
    }

    private static TaxRate rate(
            UUID category,
            String name,
            String country,
            @Nullable String region,
            String percent,
            String from,
            @Nullable String until) {
        return new TaxRate(
                UUID.randomUUID(),
                category,
                name,
                country,
                region,
                null,
                new BigDecimal(percent),
                TaxTreatment.STANDARD,
                false,
                LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until));
    }
}
