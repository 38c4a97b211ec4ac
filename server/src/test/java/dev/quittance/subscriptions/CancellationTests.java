package dev.quittance.subscriptions;

import static dev.quittance.subscriptions.CancelTime.NOW;
import static dev.quittance.subscriptions.CancelTime.TERM_END;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.catalog.ChargeTime;
import dev.quittance.subscriptions.Cancellation.BoundByTerm;
import dev.quittance.subscriptions.Cancellation.EndsLater;
import dev.quittance.subscriptions.Cancellation.EndsNow;
import dev.quittance.subscriptions.Cancellation.SubscriptionOver;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CancellationTests {

    @Test
    @Tag("T9")
    void beforeItsFirstDayNothingBinds() {
        var future = contract(SubscriptionPhase.FUTURE, "2027-06-01", null, 0, "2028-06-01");

        assertThat(Cancellation.decide(future, NOW, day("2027-03-10")))
                .isEqualTo(new EndsNow(day("2027-03-10")));
        assertThat(Cancellation.decide(future, TERM_END, day("2027-03-10")))
                .isEqualTo(new EndsNow(day("2027-03-10")));
        assertThat(future.ended(day("2027-03-10"), null).nextBillOn()).isNull();
    }

    @ParameterizedTest
    @Tag("T10")
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    # started,  billed until, next, bound until, today,      ends
                    2027-01-31, 2027-03-31,   2,    -,           2027-03-10, 2027-03-31
                    2027-01-31, 2027-03-31,   2,    -,           2027-02-28, 2027-03-31
                    2027-01-31, 2027-03-31,   2,    -,           2027-03-31, 2027-04-30
                    2027-01-31, -,            0,    -,           2027-01-31, 2027-02-28
                    2027-01-31, -,            0,    -,           2027-02-28, 2027-03-31
                    2027-01-31, 2027-03-31,   2,    2028-01-31,  2027-03-10, 2028-01-31
                    2027-01-31, 2027-03-31,   2,    2027-03-15,  2027-03-10, 2027-03-31
                    2027-01-31, 2027-03-31,   2,    2027-03-10,  2027-03-10, 2027-03-31
                    """)
    void theTermEndsWithTheLastBilledDayOrTheMinimumTerm(
            String started,
            @Nullable String billed,
            int next,
            @Nullable String bound,
            String today,
            String ends) {
        var live = contract(SubscriptionPhase.LIVE, started, billed, next, bound);

        assertThat(Cancellation.decide(live, TERM_END, day(today)))
                .isEqualTo(new EndsLater(day(ends)));
    }

    @ParameterizedTest
    @Tag("T27")
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    # bound until, today,      bound
                    -,             2027-03-10, false
                    2027-03-09,    2027-03-10, false
                    2027-03-10,    2027-03-10, false
                    2027-03-11,    2027-03-10, true
                    """)
    void aBoundSubscriptionCannotStopBeforeItsTerm(
            @Nullable String bound, String today, boolean binds) {
        var live = contract(SubscriptionPhase.LIVE, "2027-01-31", "2027-03-31", 2, bound);

        assertThat(Cancellation.decide(live, NOW, day(today)))
                .isEqualTo(
                        binds && bound != null
                                ? new BoundByTerm(day(bound))
                                : new EndsNow(day(today)));
    }

    @Test
    void itIsOverOnce() {
        var over =
                contract(SubscriptionPhase.LIVE, "2027-01-31", "2027-03-31", 2, null)
                        .ended(day("2027-03-10"), "moved away");

        assertThat(Cancellation.decide(over, NOW, day("2027-03-10")))
                .isEqualTo(new SubscriptionOver(day("2027-03-10")));
        assertThat(over.status()).isEqualTo(SubscriptionStatus.CANCELLED);
        assertThat(over.nextBillOn()).isNull();
    }

    @Test
    void usedDaysThatAreNotBilledYetStillWillBe() {
        var late = contract(SubscriptionPhase.LIVE, "2027-01-31", "2027-02-28", 1, null);

        assertThat(late.ended(day("2027-03-10"), null).nextBillOn()).isEqualTo("2027-02-28");
    }

    @Test
    @Tag("T11")
    void takingAScheduledEndBackBillsOnFromWhereItStopped() {
        var live = contract(SubscriptionPhase.LIVE, "2027-01-31", "2027-03-31", 2, null);
        var ending = live.ending(day("2027-03-31"), "too dear");

        assertThat(ending.status()).isEqualTo(SubscriptionStatus.NON_RENEWING);
        assertThat(ending.nextBillOn()).isNull();
        assertThat(ending.continued()).isEqualTo(live);
    }

    @Test
    @Tag("T11")
    void aPeriodBilledInPartIsCompletedWhenTheEndIsTakenBack() {
        var cut =
                contract(SubscriptionPhase.LIVE, "2027-01-01", "2027-03-11", 3, null)
                        .ending(day("2027-03-11"), null)
                        .continued();

        assertThat(cut.nextBillOn()).isEqualTo("2027-03-11");
        assertThat(cut.nextTerm()).isEqualTo(2);
        assertThat(
                        BasisOf.monthly("USD", "2027-01-01", BasisOf.plan(1, "31"))
                                .billed("2027-03-11", cut.nextTerm())
                                .due("2027-03-11"))
                .singleElement()
                .satisfies(
                        term -> {
                            assertThat(term.charges().getFirst().amount().toString())
                                    .isEqualTo("USD 21.00");
                            assertThat(term.nextBillOn()).isEqualTo("2027-04-01");
                        });
    }

    static SubscriptionContract contract(
            SubscriptionPhase phase,
            String started,
            @Nullable String billedUntil,
            int nextTerm,
            @Nullable String bound) {
        var start = day(started);
        return new SubscriptionContract(
                UUID.randomUUID(),
                "S-1042",
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "USD",
                phase,
                CollectionState.CLEAR,
                BasisOf.MONTHLY,
                start,
                start,
                null,
                0,
                ChargeTime.ADVANCE,
                billedUntil == null ? null : day(billedUntil),
                nextTerm,
                BillingDates.date(start, BasisOf.MONTHLY, nextTerm),
                true,
                bound == null ? null : day(bound),
                null,
                null,
                null,
                null,
                null,
                Schedule.NONE,
                null,
                Instant.EPOCH);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
