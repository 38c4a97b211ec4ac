package dev.quittance.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.customers.TaxExemption;
import dev.quittance.invoicing.Taxation.Buyer;
import dev.quittance.organization.ReverseChargeWording;
import dev.quittance.organization.TaxDate;
import dev.quittance.organization.TaxPlace;
import dev.quittance.organization.TaxRate;
import dev.quittance.organization.TaxRounding;
import dev.quittance.organization.TaxSetting;
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
    private static final TaxPlace HOME = new TaxPlace("DE", null, null);
    private static final String ENGLISH =
            "Reverse charge: VAT is owed by the recipient (Article 196 of Directive 2006/112/EC)";
    private static final TaxSetting SETTING =
            new TaxSetting(
                    TaxDate.ISSUE_DATE,
                    TaxRounding.PER_DOCUMENT,
                    List.of(),
                    List.of(
                            new ReverseChargeWording("en", ENGLISH),
                            new ReverseChargeWording(
                                    "de", "Steuerschuldnerschaft des Leistungsempfängers")),
                    7);
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
                    DE, -,  DE123456788, VAT 19 %
                    FR, -,  -,           TVA 20 %
                    CA, -,  -,           GST 5 %
                    CA, BC, -,           GST 5 % + PST 7 %
                    CH, -,  -,           Zero-rated MwSt 0 %
                    PL, -,  -,           VAT 19 %
                    PL, -,  PL1234563218, Reverse charge: VAT is owed by the recipient (Article 196 of Directive 2006/112/EC)
                    FR, -,  FR32123456789, Reverse charge: VAT is owed by the recipient (Article 196 of Directive 2006/112/EC)
                    US, NY, -,           Outside the scope of tax: supplied to United States
                    US, NY, 12-3456789,  Outside the scope of tax: supplied to United States
                    """)
    void theBuyersRegionAndTaxIdDecide(
            String country, @Nullable String region, @Nullable String taxId, String labels) {
        var buyer = new Buyer(new TaxPlace(country, region, null), taxId, null, "en");

        assertThat(labels(DAY, buyer)).isEqualTo(labels);
    }

    @Test
    void theRateIsTheOneInForceOnTheTaxDate() {
        var buyer = buyer();

        assertThat(labels(LocalDate.of(2027, 3, 31), buyer)).isEqualTo("VAT 19 %");
        assertThat(labels(LocalDate.of(2027, 4, 1), buyer)).isEqualTo("VAT 16 %");
    }

    @Test
    void onePeriodsEndAnotherRateMayBeInForceThanOnTheDayOfIssue() {
        var atPeriodsEnd =
                new TaxSetting(
                        TaxDate.PERIOD_END,
                        TaxRounding.PER_DOCUMENT,
                        List.of(),
                        SETTING.reverseCharge(),
                        7);
        var taxation = new Taxation(HOME, RATES, atPeriodsEnd, LocalDate.of(2027, 4, 5));
        var march = Charges.of("EUR 10.00");
        var april = Charges.during(march, LocalDate.of(2027, 4, 1), LocalDate.of(2027, 5, 1));

        assertThat(taxation.taxDate(march)).isEqualTo(LocalDate.of(2027, 3, 31));
        assertThat(taxation.of(march, buyer()))
                .extracting(AppliedRate::label)
                .containsExactly("VAT 19 %");
        assertThat(taxation.of(april, buyer()))
                .extracting(AppliedRate::label)
                .containsExactly("VAT 16 %");
        assertThat(taxation.taxDate(Charges.onceOff(march))).isEqualTo(LocalDate.of(2027, 4, 5));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    2027-02-28, VAT 19 %
                    2027-03-01, 'Exempt from tax: charity, certificate 12/7'
                    2027-05-31, 'Exempt from tax: charity, certificate 12/7'
                    2027-06-01, VAT 16 %
                    """)
    void outsideItsDaysAnExemptionIsNone(LocalDate day, String label) {
        var exemption =
                new TaxExemption(
                        "charity", "12/7", LocalDate.of(2027, 3, 1), LocalDate.of(2027, 5, 31));

        assertThat(labels(day, new Buyer(HOME, null, exemption, "en"))).isEqualTo(label);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    de,    Steuerschuldnerschaft des Leistungsempfängers
                    de-AT, Steuerschuldnerschaft des Leistungsempfängers
                    en,    Reverse charge: VAT is owed by the recipient (Article 196 of Directive 2006/112/EC)
                    fr,    Reverse charge: VAT is owed by the recipient (Article 196 of Directive 2006/112/EC)
                    """)
    void reverseChargeIsWordedInTheLanguageOfTheDocument(String locale, String wording) {
        var buyer = new Buyer(new TaxPlace("PL", null, null), "PL 123-456-32-18", null, locale);

        assertThat(labels(DAY, buyer)).isEqualTo(wording);
    }

    @Test
    void anIdThatIsNoneReversesNothing() {
        var buyer = new Buyer(new TaxPlace("PL", null, null), "PL1234567890", null, "en");

        assertThat(labels(DAY, buyer)).isEqualTo("VAT 19 %");
    }

    @Test
    void anExemptionSaysWhy() {
        var buyer = new Buyer(HOME, null, new TaxExemption("embassy", null, null, null), "en");

        assertThat(labels(DAY, buyer)).isEqualTo("Exempt from tax: embassy");
    }

    @Test
    void withoutACategoryNothingIsTaxed() {
        var buyer = buyer();

        assertThat(taxation(DAY).of(null, DAY, buyer)).isEmpty();
    }

    @Test
    void atHomeSomeRateMustBeKnown() {
        var buyer = buyer();

        assertThat(taxation(DAY).of(Charges.CATEGORY, LocalDate.of(1999, 1, 1), buyer)).isNull();
    }

    private static Buyer buyer() {
        return new Buyer(HOME, null, null, "en");
    }

    private static String labels(LocalDate day, Buyer buyer) {
        var rates = taxation(day).of(Charges.CATEGORY, day, buyer);
        assertThat(rates).isNotNull();
        return String.join(" + ", rates.stream().map(AppliedRate::label).toList());
    }

    private static Taxation taxation(LocalDate day) {
        return new Taxation(HOME, RATES, SETTING, day);
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
                null,
                new BigDecimal(percent),
                treatment,
                false,
                LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until));
    }
}
