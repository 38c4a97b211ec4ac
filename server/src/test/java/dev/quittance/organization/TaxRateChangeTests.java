package dev.quittance.organization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Faults;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxRateChangeTests {
    private static final UUID GOODS = new UUID(1, 1);
    private static final TaxRate VAT = rate("VAT", null, null, "19", false, "2007-01-01", null);

    @Test
    void nineteenPercentBecomeSixteenFromJulyOn() {
        var step = change(VAT, "16", "2020-07-01").applied(VAT, new Faults());

        assertThat(step.before()).isEqualTo(VAT.during(VAT.validFrom(), day("2020-07-01")));
        assertThat(step.after()).isNotNull();
        assertThat(step.after().percent()).isEqualByComparingTo("16");
        assertThat(step.after().validFrom()).isEqualTo(day("2020-07-01"));
        assertThat(step.after().validUntil()).isNull();
        assertThat(TaxRateOverlaps.find(List.of(step.before()), step.after())).isNull();
    }

    @Test
    void theNewPercentageLastsAsLongAsTheOldOneWouldHave() {
        var ends = VAT.during(day("2007-01-01"), day("2021-01-01"));
        var step = change(ends, "16", "2020-07-01").applied(ends, new Faults());

        assertThat(step.after()).isNotNull();
        assertThat(step.after().validUntil()).isEqualTo(day("2021-01-01"));
    }

    @Test
    void aRateChangedOnItsFirstDayNeverWas() {
        var step = change(VAT, "16", "2007-01-01").applied(VAT, new Faults());

        assertThat(step.before()).isNull();
        assertThat(step.after()).isNotNull();
        assertThat(TaxRateChange.end(VAT, VAT.validFrom(), new Faults()).before()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"2006-12-31, true", "2007-01-01, false", "2020-12-31, false", "2021-01-01, true"})
    void aRateChangesOnlyWhileItIsInForce(String from, boolean refused) {
        var ends = VAT.during(day("2007-01-01"), day("2021-01-01"));
        var faults = new Faults();
        change(ends, "16", from).applied(ends, faults);
        TaxRateChange.end(ends, day(from), faults);

        assertThat(faults.found())
                .extracting(fault -> fault.path())
                .containsExactly(refused ? new String[] {"from", "on"} : new String[0]);
    }

    @Test
    void aPercentageIsChecked() {
        var faults = new Faults();
        change(VAT, "100.5", "2020-07-01").applied(VAT, faults);

        assertThat(faults.found()).singleElement().extracting("path").isEqualTo("percent");
    }

    @ParameterizedTest(name = "{0} {1} {2} {3} stacked {4} from {5}: {6}")
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    VAT,      -,    -,   20, false, 2027-01-01, is in force
                    vat,      -,    -,   20, false, 2000-01-01, is in force
                    VAT,      Bonn, -,   20, false, 2027-01-01, -
                    VAT,      -,    53,  20, false, 2027-01-01, -
                    City tax, -,    -,   19, false, 2027-01-01, -
                    VAT,      -,    -,   2,  true,  2027-01-01, -
                    VAT,      -,    -,   19, true,  2027-01-01, reads the same
                    VAT,      Bonn, -,   19, true,  2027-01-01, reads the same
                    """)
    void inOnePlaceThereIsOneRateOfANameAtATime(
            String name,
            @Nullable String region,
            @Nullable String prefix,
            String percent,
            boolean stacked,
            String from,
            @Nullable String refusal) {
        var found =
                TaxRateOverlaps.find(
                        List.of(VAT), rate(name, region, prefix, percent, stacked, from, null));

        if (refusal == null) {
            assertThat(found).isNull();
        } else {
            assertThat(found).isNotNull();
            assertThat(found.message()).startsWith("VAT 19 % in Germany").contains(refusal);
        }
    }

    @Test
    void ratesThatNeverMeetAreNotInTheWay() {
        var before = rate("VAT", null, null, "16", false, "1998-04-01", "2007-01-01");

        assertThat(TaxRateOverlaps.find(List.of(VAT), before)).isNull();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    -,        State tax 6.5
                    98101,    State tax 6.5 + City tax 2.5
                    ' 98-1 02 ', State tax 6.5 + City tax 2.5
                    98012,    State tax 6.5 + City tax 3.1
                    99201,    State tax 6.5
                    """)
    void stateAndCityTaxAreStackedByThePostalCode(@Nullable String code, String labels) {
        var rates =
                List.of(
                        us("State tax", "WA", null, "6.5"),
                        us("City tax", "WA", "98", "2.5"),
                        us("City tax", "WA", "98012", "3.1"));
        var place = new TaxPlace("US", "WA", code);

        assertThat(TaxRates.inForce(rates, GOODS, place, day("2027-01-01")))
                .extracting(rate -> rate.name() + " " + rate.percent().toPlainString())
                .containsExactly(labels.split(" \\+ "));
    }

    @Test
    void whatIsStackedStandsBesideItsName() {
        var rates =
                List.of(
                        us("Sales tax", "WA", null, "6.5"),
                        stacked(us("Sales tax", "WA", "98", "2.5")));
        var place = new TaxPlace("US", "WA", "98101");

        assertThat(TaxRates.inForce(rates, GOODS, place, day("2027-01-01")))
                .extracting(rate -> rate.percent().toPlainString())
                .containsExactly("6.5", "2.5");
    }

    private static TaxRate stacked(TaxRate rate) {
        return new TaxRate(
                rate.id(),
                rate.category(),
                rate.name(),
                rate.country(),
                rate.region(),
                rate.postalPrefix(),
                rate.percent(),
                rate.treatment(),
                true,
                rate.validFrom(),
                rate.validUntil());
    }

    private static TaxRate us(String name, String region, @Nullable String prefix, String percent) {
        return rate("US", name, region, prefix, percent, false, "2000-01-01", null);
    }

    private static TaxRate rate(
            String name,
            @Nullable String region,
            @Nullable String prefix,
            String percent,
            boolean stacked,
            String from,
            @Nullable String until) {
        return rate("DE", name, region, prefix, percent, stacked, from, until);
    }

    private static TaxRate rate(
            String country,
            String name,
            @Nullable String region,
            @Nullable String prefix,
            String percent,
            boolean stacked,
            String from,
            @Nullable String until) {
        return new TaxRate(
                UUID.randomUUID(),
                GOODS,
                name,
                country,
                region,
                prefix,
                new BigDecimal(percent),
                TaxTreatment.STANDARD,
                stacked,
                day(from),
                until == null ? null : day(until));
    }

    private static TaxRateChange change(TaxRate rate, String percent, String from) {
        return new TaxRateChange(rate.id(), new BigDecimal(percent), null, day(from));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
