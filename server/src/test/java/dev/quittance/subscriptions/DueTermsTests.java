package dev.quittance.subscriptions;

import static dev.quittance.subscriptions.BasisOf.addon;
import static dev.quittance.subscriptions.BasisOf.item;
import static dev.quittance.subscriptions.BasisOf.monthly;
import static dev.quittance.subscriptions.BasisOf.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.catalog.IntervalUnit;
import dev.quittance.platform.Days;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.joda.money.Money;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueTermsTests {

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # currency, quantity, price,  amount
                    USD,        1,        20.00,  USD 20.00
                    USD,        12,       4.50,   USD 54.00
                    USD,        3,        0.335,  USD 1.01
                    USD,        1000,     0.0045, USD 4.50
                    USD,        1,        0,      USD 0.00
                    JPY,        3,        100.5,  JPY 302
                    KWD,        7,        0.0005, KWD 0.004
                    """)
    void aWholePeriodCostsPriceTimesQuantityRoundedOnce(
            String currency, int quantity, String price, String amount) {
        var due = monthly(currency, "2027-01-31", plan(quantity, price)).due("2027-01-31");

        assertThat(due).singleElement();
        assertThat(amounts(due.getFirst())).containsExactly(amount);
        assertThat(due.getFirst().charges().getFirst().period())
                .isEqualTo(days("2027-01-31", "2027-02-28"));
        assertThat(due.getFirst().nextBillOn()).isEqualTo("2027-02-28");
    }

    @Test
    void nothingIsDueBeforeTheFirstDay() {
        assertThat(monthly("USD", "2027-02-01", plan(1, "20")).due("2027-01-31")).isEmpty();
    }

    @Test
    void addonsStandBesideThePlanAndTheSetupFeeIsPaidOnce() {
        var due =
                monthly("USD", "2027-01-15", plan(1, "20"), addon(2, "5"), addon(1, "0"))
                        .setupFee("9.90")
                        .due("2027-02-15");

        assertThat(due).hasSize(2);
        assertThat(amounts(due.get(0)))
                .containsExactly("USD 20.00", "USD 10.00", "USD 0.00", "USD 9.90");
        assertThat(amounts(due.get(1))).containsExactly("USD 20.00", "USD 10.00", "USD 0.00");
        assertThat(due.get(0).charges().getLast().period()).isNull();
        assertThat(due.get(0).charges().getLast().kind()).isEqualTo(ChargeKind.SETUP_FEE);
    }

    @Test
    void afterAnOutageEveryPeriodIsBilledWithItsOwnDays() {
        var due = monthly("USD", "2027-01-31", plan(1, "31")).due("2027-04-30");

        assertThat(due)
                .extracting(DueTerm::period)
                .containsExactly(
                        days("2027-01-31", "2027-02-28"),
                        days("2027-02-28", "2027-03-31"),
                        days("2027-03-31", "2027-04-30"),
                        days("2027-04-30", "2027-05-31"));
        assertThat(due).extracting(DueTerm::term).containsExactly(0, 1, 2, 3);
        assertThat(due.getLast().nextBillOn()).isEqualTo("2027-05-31");
    }

    @Test
    @Tag("T12")
    void aSubscriptionThatEndsIsNotRenewed() {
        var ending = monthly("USD", "2027-01-01", plan(1, "31")).ending("2027-03-01");

        assertThat(ending.due("2027-05-01")).hasSize(2);
        assertThat(ending.due("2027-05-01").getLast().nextBillOn()).isNull();
        assertThat(ending.billed("2027-03-01", 2).due("2027-05-01")).isEmpty();
    }

    @Test
    void anEndWithinAPeriodIsBilledByDays() {
        var due =
                monthly("USD", "2027-01-01", plan(1, "31")).ending("2027-01-11").due("2027-01-01");

        assertThat(amounts(due.getFirst())).containsExactly("USD 10.00");
        assertThat(due.getFirst().billedUntil()).isEqualTo("2027-01-11");
        assertThat(due.getFirst().charges().getFirst().explanation().sentences())
                .contains("10 of 31 days");
    }

    @Test
    @Tag("L17")
    void daysOutsideTheCustomersDatesAreNotBilled() {
        var due =
                monthly("USD", "2027-01-01", plan(1, "31"))
                        .customer("2027-02-15", "2027-04-11")
                        .due("2027-05-01");

        assertThat(due)
                .extracting(DueTerm::silent)
                .containsExactly(true, false, false, false, true);
        assertThat(due.stream().flatMap(term -> term.charges().stream()))
                .extracting(ItemCharge::period)
                .containsExactly(
                        days("2027-02-15", "2027-03-01"),
                        days("2027-03-01", "2027-04-01"),
                        days("2027-04-01", "2027-04-11"));
    }

    @Test
    void theSetupFeeComesWithTheFirstPeriodThatIsBilled() {
        var due =
                monthly("USD", "2027-01-01", plan(1, "31"))
                        .setupFee("5")
                        .customer("2027-02-01", null)
                        .due("2027-02-01");

        assertThat(due).extracting(DueTerm::setupFeeSettled).containsExactly(false, true);
        assertThat(amounts(due.getLast())).containsExactly("USD 31.00", "USD 5.00");
    }

    @Test
    @Tag("L10")
    void aFreeCustomerIsPassedOverInSilence() {
        var due = monthly("USD", "2027-01-01", plan(1, "31")).forFree().due("2027-02-01");

        assertThat(due).hasSize(2).allMatch(DueTerm::silent).allMatch(term -> term.fault() == null);
        assertThat(due.getLast().nextBillOn()).isEqualTo("2027-03-01");
    }

    @Test
    void aMissingPriceIsAFaultInWordsAndNothingAfterItIsDue() {
        var due = monthly("EUR", "2027-01-01", plan(1, null)).due("2027-03-01");

        assertThat(due)
                .singleElement()
                .extracting(DueTerm::fault)
                .isEqualTo("Gold has no price in EUR. Add one to the catalog.");
    }

    @Test
    void anAmountBeyondAllBoundsIsAFault() {
        var due = monthly("USD", "2027-01-01", plan(2_000_000_000, "99999")).due("2027-01-01");

        assertThat(due.getFirst().fault()).isEqualTo("Gold costs more than can be billed at once.");
    }

    @Test
    void aChargeExplainsItself() {
        var due =
                monthly("USD", "2027-03-01", item(ItemKind.PLAN, "Gold", 12, "4.50", true))
                        .due("2027-03-01");

        assertThat(due.getFirst().charges().getFirst().explanation().sentences())
                .containsExactly("12 × USD 4.50 per month, your own price", "31 of 31 days");
    }

    @Test
    void roundingIsExplainedToo() {
        var due =
                monthly("USD", "2027-03-01", plan(1, "10"))
                        .every(3, IntervalUnit.MONTH)
                        .ending("2027-03-02")
                        .due("2027-03-01");

        assertThat(due.getFirst().charges().getFirst().explanation().sentences())
                .containsExactly(
                        "1 × USD 10.00 per 3 months, list price",
                        "1 of 92 days",
                        "USD 0.108695… rounded to USD 0.11");
    }

    @Test
    void whatIsBilledRunByRunIsWhatIsBilledAtOnce() {
        for (var seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            var start = LocalDate.of(2027, 1, 1).plusDays(random.nextInt(400));
            var agreed =
                    monthly("USD", start.toString(), plan(1 + random.nextInt(5), "9.99"))
                            .every(1 + random.nextInt(5), IntervalUnit.values()[random.nextInt(4)])
                            .customer(
                                    random.nextBoolean()
                                            ? start.plusDays(random.nextInt(90)).toString()
                                            : null,
                                    null);
            if (random.nextBoolean()) {
                agreed = agreed.ending(start.plusDays(1 + random.nextInt(600)).toString());
            }
            var last = start.plusDays(700);
            assertThat(runByRun(agreed, random, last))
                    .as("seed %d", seed)
                    .isEqualTo(billed(agreed.due(last.toString())));
        }
    }

    /** Bills on random days, as a run would, up to {@code last}. */
    private static List<String> runByRun(BasisOf agreed, Random random, LocalDate last) {
        var billed = new ArrayList<String>();
        var day = agreed.startedOn();
        while (!day.isAfter(last)) {
            var due = agreed.due(day.toString());
            billed.addAll(billed(due));
            if (!due.isEmpty()) {
                var end = due.getLast();
                agreed = agreed.billed(end.billedUntil().toString(), end.nextTerm());
            }
            day =
                    day.equals(last)
                            ? last.plusDays(1)
                            : min(day.plusDays(random.nextInt(120)), last);
        }
        return billed;
    }

    private static LocalDate min(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    private static List<String> billed(List<DueTerm> terms) {
        return terms.stream()
                .flatMap(term -> term.charges().stream())
                .map(charge -> charge.period() + " " + charge.amount())
                .toList();
    }

    private static List<String> amounts(DueTerm term) {
        return term.charges().stream().map(ItemCharge::amount).map(Money::toString).toList();
    }

    private static Days days(String from, String until) {
        return new Days(LocalDate.parse(from), LocalDate.parse(until));
    }
}
