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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Periods that are billed some days before they begin, but for the first. */
class LeadDaysTests {

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # starts,   every,   lead, first next, not on,     but on,     period,                then next
                    2027-01-31, 1 MONTH, 5,    2027-02-23, 2027-02-22, 2027-02-23, 2027-02-28/2027-03-31, 2027-03-26
                    2028-01-31, 1 MONTH, 5,    2028-02-24, 2028-02-23, 2028-02-24, 2028-02-29/2028-03-31, 2028-03-26
                    2028-02-29, 1 YEAR,  28,   2029-01-31, 2029-01-30, 2029-01-31, 2029-02-28/2030-02-28, 2030-01-31
                    2027-12-31, 1 MONTH, 1,    2028-01-30, 2028-01-29, 2028-01-30, 2028-01-31/2028-02-29, 2028-02-28
                    2027-03-01, 2 WEEK,  7,    2027-03-08, 2027-03-07, 2027-03-08, 2027-03-15/2027-03-29, 2027-03-22
                    2027-03-01, 1 MONTH, 0,    2027-04-01, 2027-03-31, 2027-04-01, 2027-04-01/2027-05-01, 2027-05-01
                    """)
    void aPeriodIsBilledBeforeItBegins(
            LocalDate starts,
            String every,
            int lead,
            LocalDate next,
            LocalDate notOn,
            LocalDate on,
            String period,
            LocalDate then) {
        var first = DueTerms.due(basis(starts, every, lead, null), starts);
        assertThat(first).singleElement();
        assertThat(first.getFirst().nextBillOn()).isEqualTo(next);

        var billed = basis(starts, every, lead, first.getFirst());
        assertThat(DueTerms.due(billed, notOn)).isEmpty();
        var second = DueTerms.due(billed, on);

        assertThat(second).singleElement();
        var days = second.getFirst().charges().getFirst().period();
        assertThat(days.from() + "/" + days.until()).isEqualTo(period);
        assertThat(second.getFirst().nextBillOn()).isEqualTo(then);
    }

    @Test
    void whatEndsWithTheTermIsNotBilledAhead() {
        var contract =
                contract(LocalDate.of(2027, 1, 1), "1 MONTH", 5)
                        .edit()
                        .billedUntil(LocalDate.of(2027, 2, 1))
                        .billedNextOn(LocalDate.of(2027, 2, 1))
                        .done();
        assertThat(contract.nextBillOn()).isEqualTo("2027-01-27");

        assertThat(contract.ending(LocalDate.of(2027, 2, 1), null).nextBillOn()).isNull();
        assertThat(contract.ended(LocalDate.of(2027, 1, 30), null).nextBillOn()).isNull();
        assertThat(contract.ending(LocalDate.of(2027, 2, 2), null).nextBillOn())
                .isEqualTo("2027-01-27");
    }

    private static BillingBasis basis(
            LocalDate starts, String every, int lead, @Nullable DueTerm billed) {
        var contract = contract(starts, every, lead);
        if (billed != null) {
            contract =
                    contract.edit()
                            .billedUntil(billed.billedUntil())
                            .nextTerm(billed.nextTerm())
                            .nextBillOn(billed.nextBillOn())
                            .done();
        }
        var plan = BasisOf.plan(1, "31").holding(starts, null);
        var basis = BasisOf.monthly("USD", starts.toString(), plan).basis();
        return basis.standing(contract, basis.items());
    }

    private static SubscriptionContract contract(LocalDate starts, String every, int lead) {
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
        var course = new Course(null, null, Backdating.PAST, null, lead, ChargeTime.ADVANCE);
        return NewSubscription.starting(terms, course, starts, starts).agreed("S-1", Instant.EPOCH);
    }
}
