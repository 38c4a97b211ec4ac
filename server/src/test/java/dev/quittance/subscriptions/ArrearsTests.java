package dev.quittance.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.catalog.ChargeTime;
import dev.quittance.catalog.Interval;
import dev.quittance.catalog.IntervalUnit;
import dev.quittance.subscriptions.NewSubscription.Backdating;
import dev.quittance.subscriptions.NewSubscription.Course;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Periods that are billed when they are over. */
class ArrearsTests {

    @ParameterizedTest(name = "{0}, {1}, {2} {3} by {4}")
    @CsvSource(
            textBlock =
                    """
                    2027-01-01, 1 MONTH, USD, 31,    2027-01-31, ,           2027-02-01, ''
                    2027-01-01, 1 MONTH, USD, 31,    2027-02-01, ,           2027-03-01, 2027-01-01/2027-02-01 31.00
                    2027-01-31, 1 MONTH, USD, 31,    2027-03-31, ,           2027-04-30, 2027-01-31/2027-02-28 31.00 2027-02-28/2027-03-31 31.00
                    2028-02-29, 1 YEAR,  USD, 366,   2029-02-28, ,           2030-02-28, 2028-02-29/2029-02-28 366.00
                    2027-01-01, 1 MONTH, USD, 31,    2027-01-11, 2027-01-11, ,           2027-01-01/2027-01-11 10.00
                    2027-01-01, 1 MONTH, USD, 31,    2027-03-01, 2027-02-15, ,           2027-01-01/2027-02-01 31.00 2027-02-01/2027-02-15 15.50
                    2027-01-01, 1 MONTH, JPY, 1000,  2027-01-11, 2027-01-11, ,           2027-01-01/2027-01-11 323
                    2027-01-01, 1 MONTH, KWD, 10,    2027-01-11, 2027-01-11, ,           2027-01-01/2027-01-11 3.226
                    2027-01-01, 1 YEAR,  USD, 365,   2027-07-01, 2027-07-01, ,           2027-01-01/2027-07-01 181.00
                    2027-03-01, 2 WEEK,  USD, 14,    2027-03-15, ,           2027-03-29, 2027-03-01/2027-03-15 14.00
                    """)
    void aPeriodIsBilledWhenItIsOver(
            LocalDate starts,
            String every,
            String currency,
            String price,
            LocalDate day,
            LocalDate ends,
            LocalDate next,
            String billed) {
        var contract = contract(starts, every);
        if (ends != null) {
            contract = contract.ending(ends, null);
        }
        var plan = BasisOf.plan(1, price).holding(starts, null);
        var basis = BasisOf.monthly(currency, starts.toString(), plan).basis();
        var due = DueTerms.due(basis.standing(contract, basis.items()), day);

        assertThat(
                        due.stream()
                                .flatMap(term -> term.charges().stream())
                                .map(
                                        charge ->
                                                "%s/%s %s"
                                                        .formatted(
                                                                charge.period().from(),
                                                                charge.period().until(),
                                                                charge.amount().getAmount()))
                                .toList())
                .isEqualTo(
                        billed.isEmpty()
                                ? List.of()
                                : List.of(billed.split("(?<= [0-9.]{1,9}) (?=20)")));
        assertThat(due.getLast().nextBillOn()).isEqualTo(next);
    }

    @Test
    void theSetupFeeIsBilledOnTheFirstDayAndOnce() {
        var starts = LocalDate.of(2027, 1, 1);
        var contract = contract(starts, "1 MONTH");
        var plan = BasisOf.plan(1, "31").holding(starts, null);
        var basis =
                BasisOf.monthly("USD", "2027-01-01", plan)
                        .basis()
                        .withSetupFee(Money.parse("USD 5"));
        var late = DueTerms.due(basis.standing(contract, basis.items()), LocalDate.of(2027, 3, 1));

        assertThat(late.stream().map(term -> term.charges().size())).containsExactly(1, 1, 1);
        assertThat(late.getFirst().charges().getFirst().kind()).isEqualTo(ChargeKind.SETUP_FEE);
        assertThat(late.getFirst().nextBillOn()).isEqualTo("2027-02-01");
        assertThat(late.getFirst().billedUntil()).isNull();
    }

    @Test
    void whatEndsIsBilledThatDayAndWhatGoesOnAfterAllAtTheEndOfItsPeriod() {
        var contract = contract(LocalDate.of(2027, 1, 1), "1 MONTH");

        assertThat(contract.ended(LocalDate.of(2027, 1, 11), null).nextBillOn())
                .isEqualTo("2027-01-01");
        var begun = contract.edit().nextBillOn(LocalDate.of(2027, 2, 1)).setupFeeBilled().done();
        assertThat(begun.ended(LocalDate.of(2027, 1, 11), null).nextBillOn())
                .isEqualTo("2027-01-11");
        var ending = begun.ending(LocalDate.of(2027, 1, 11), null);
        assertThat(ending.nextBillOn()).isEqualTo("2027-01-11");
        assertThat(ending.continued().nextBillOn()).isEqualTo("2027-02-01");
    }

    private static SubscriptionContract contract(LocalDate starts, String every) {
        var parts = every.split(" ");
        var terms =
                new NewSubscription.Terms(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        "USD",
                        new Interval(Integer.parseInt(parts[0]), IntervalUnit.valueOf(parts[1])),
                        null,
                        List.of(NewSubscription.Item.plan(1, null)));
        var course = new Course(null, null, Backdating.PAST, null, 0, ChargeTime.ARREARS);
        return NewSubscription.starting(terms, course, starts, starts).agreed("S-1", Instant.EPOCH);
    }
}
