package dev.quittance.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.invoicing.Taxation.Buyer;
import dev.quittance.invoicing.Taxation.Place;
import dev.quittance.organization.TaxRate;
import dev.quittance.organization.TaxTreatment;
import dev.quittance.platform.Ids;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxationTests {
    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);
    private static final List<TaxRate> RATES =
            List.of(
                    rate(
                            "VAT",
                            "DE",
                            null,
                            "19",
                            TaxTreatment.STANDARD,
                            "2000-01-01",
                            "2027-04-01"),
                    rate("VAT", "DE", null, "16", TaxTreatment.STANDARD, "2027-04-01", null),
                    rate("TVA", "FR", null, "20", TaxTreatment.STANDARD, "2000-01-01", null),
                    rate("GST", "CA", null, "5", TaxTreatment.STANDARD, "2000-01-01", null),
                    rate("PST", "CA", "BC", "7", TaxTreatment.STANDARD, "2000-01-01", null),
                    rate("MwSt", "CH", null, "0", TaxTreatment.ZERO, "2000-01-01", null));

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    DE, -,  -,           VAT 19 %
                    DE, -,  DE123456789, VAT 19 %
                    FR, -,  -,           TVA 20 %
                    CA, -,  -,           GST 5 %
                    CA, BC, -,           GST 5 % + PST 7 %
                    CH, -,  -,           Zero-rated MwSt 0 %
                    PL, -,  -,           VAT 19 %
                    PL, -,  PL1234567890, Reverse charge: VAT is owed by the recipient (Article 196 of Directive 2006/112/EC)
                    FR, -,  FR12345678901, Reverse charge: VAT is owed by the recipient (Article 196 of Directive 2006/112/EC)
                    US, NY, -,           Outside the scope of tax: supplied to United States
                    US, NY, 12-3456789,  Outside the scope of tax: supplied to United States
                    """)
    void theBuyersRegionAndTaxIdDecide(
            String country, @Nullable String region, @Nullable String taxId, String labels) {
        var buyer = new Buyer(new Place(country, region), taxId, null);

        assertThat(labels(DAY, buyer)).isEqualTo(labels);
    }

    @Test
    void theRateIsTheOneInForceOnTheTaxDate() {
        var buyer = new Buyer(new Place("DE", null), null, null);

        assertThat(labels(LocalDate.of(2027, 3, 31), buyer)).isEqualTo("VAT 19 %");
        assertThat(labels(LocalDate.of(2027, 4, 1), buyer)).isEqualTo("VAT 16 %");
    }

    @Test
    void anExemptionSaysWhy() {
        var buyer = new Buyer(new Place("DE", null), null, "embassy");

        assertThat(labels(DAY, buyer)).isEqualTo("Exempt from tax: embassy");
    }

    @Test
    void withoutACategoryNothingIsTaxed() {
        var buyer = new Buyer(new Place("DE", null), null, null);

        assertThat(taxation(DAY).of(null, buyer)).isEmpty();
    }

    @Test
    void atHomeSomeRateMustBeKnown() {
        var buyer = new Buyer(new Place("DE", null), null, null);

        assertThat(taxation(LocalDate.of(1999, 1, 1)).of(Charges.CATEGORY, buyer)).isNull();
    }

    private static String labels(LocalDate day, Buyer buyer) {
        var rates = taxation(day).of(Charges.CATEGORY, buyer);
        assertThat(rates).isNotNull();
        return String.join(" + ", rates.stream().map(AppliedRate::label).toList());
    }

    private static Taxation taxation(LocalDate day) {
        return new Taxation(new Place("DE", null), RATES, day);
    }

    private static TaxRate rate(
            String name,
            String country,
            @Nullable String region,
            String percent,
            TaxTreatment treatment,
            String from,
            @Nullable String until) {
        return new TaxRate(
                Ids.next(),
                Charges.CATEGORY,
                name,
                country,
                region,
                new BigDecimal(percent),
                treatment,
                LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until));
    }
}
