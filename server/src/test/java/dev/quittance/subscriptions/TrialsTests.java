package dev.quittance.subscriptions;

import static dev.quittance.subscriptions.BasisOf.MONTHLY;
import static dev.quittance.subscriptions.BasisOf.monthly;
import static dev.quittance.subscriptions.BasisOf.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.catalog.ChargeTime;
import dev.quittance.catalog.Interval;
import dev.quittance.catalog.IntervalUnit;
import dev.quittance.catalog.TrialEndPolicy;
import dev.quittance.platform.Days;
import dev.quittance.platform.Refused;
import dev.quittance.subscriptions.NewSubscription.Backdating;
import dev.quittance.subscriptions.NewSubscription.Course;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A month for 31.00 after a trial of 14 days. */
class TrialsTests {
    private static final Interval FORTNIGHT = new Interval(14, IntervalUnit.DAY);

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # starts,   today,      backdating, phase,  anchor,     billed until, next bill
                    2027-01-01, 2027-01-01, THIS_TERM,  TRIAL,  2027-01-15, ,             2027-01-15
                    2027-01-20, 2027-01-01, THIS_TERM,  FUTURE, 2027-02-03, ,             2027-02-03
                    2026-12-25, 2027-01-01, PAST,       TRIAL,  2027-01-08, ,             2027-01-08
                    2026-10-01, 2027-01-01, PAST,       LIVE,   2026-10-15, ,             2026-10-15
                    2026-10-01, 2027-01-01, THIS_TERM,  LIVE,   2026-10-15, ,             2026-12-15
                    2026-10-01, 2027-01-01, NOTHING,    LIVE,   2026-10-15, 2027-01-15,   2027-01-15
                    """)
    @Tag("T2")
    void billingBeginsAfterTheTrial(
            String starts,
            String today,
            Backdating backdating,
            SubscriptionPhase phase,
            String anchor,
            @Nullable String billedUntil,
            String nextBill) {
        var contract =
                started(
                        starts,
                        today,
                        new Course(FORTNIGHT, null, backdating, null, 0, ChargeTime.ADVANCE));

        assertThat(contract.phase()).isEqualTo(phase);
        assertThat(contract.anchorOn()).isEqualTo(anchor);
        assertThat(contract.billedUntil()).isEqualTo(date(billedUntil));
        assertThat(contract.nextBillOn()).isEqualTo(nextBill);
        assertThat(contract.trialEndsOn()).isEqualTo(anchor);
    }

    @ParameterizedTest
    @Tag("T1")
    @CsvSource({
        "PAST,2026-10-31,2026-10-31,0,",
        "THIS_TERM,2026-10-31,2026-12-31,2,",
        "NOTHING,2026-10-31,2027-01-31,3,2027-01-31",
        "NOTHING,2027-01-01,2027-01-01,0,",
        "PAST,2027-02-01,2027-02-01,0,"
    })
    void ofThePastIsBilledWhatIsSaid(
            Backdating backdating,
            String starts,
            String nextBill,
            int term,
            @Nullable String until) {
        var contract =
                started(
                        starts,
                        "2027-01-01",
                        new Course(null, null, backdating, null, 0, ChargeTime.ADVANCE));

        assertThat(contract.nextBillOn()).isEqualTo(nextBill);
        assertThat(contract.nextTerm()).isEqualTo(term);
        assertThat(contract.billedUntil()).isEqualTo(date(until));
    }

    @ParameterizedTest
    @Tag("T7")
    @CsvSource({
        "INVOICE,LIVE,LIVE,2027-01-15,",
        "EXPIRE,TRIAL_EXPIRED,TRIAL_EXPIRED,,2027-01-15",
        "CANCEL,CANCELLED,CANCELLED,,2027-01-15",
        "PAUSE,PAUSED,PAUSED,,"
    })
    void theTrialEndsAsThePlanSays(
            TrialEndPolicy policy,
            SubscriptionPhase phase,
            SubscriptionStatus status,
            @Nullable String nextBill,
            @Nullable String ended) {
        var after = Trials.ended(trial(), policy).after();

        assertThat(after.phase()).isEqualTo(phase);
        assertThat(after.status()).isEqualTo(status);
        assertThat(after.nextBillOn()).isEqualTo(date(nextBill));
        assertThat(after.endedOn()).isEqualTo(date(ended));
        assertThat(after.pausedOn())
                .isEqualTo(policy == TrialEndPolicy.PAUSE ? day("2027-01-15") : null);
    }

    @Test
    @Tag("T5")
    void chargedTheFirstPeriodBeginsWhereTheTrialEndedHoweverLateTheMoney() {
        var charging = Trials.charging(trial()).after();
        assertThat(charging.status()).isEqualTo(SubscriptionStatus.TRIAL);
        assertThat(charging.trialCharging()).isTrue();
        assertThat(charging.possibleActs()).containsExactly(SubscriptionAct.CANCEL);

        var step = Trials.charged(life(charging, "2027-01-17"));

        assertThat(step.now()).isTrue();
        assertThat(step.then().phase()).isEqualTo(SubscriptionPhase.LIVE);
        assertThat(step.then().trialCharging()).isFalse();
        assertThat(step.then().anchorOn()).isEqualTo("2027-01-15");
        assertThat(step.due().getFirst().charges().getFirst().period())
                .isEqualTo(new Days(day("2027-01-15"), day("2027-02-15")));
        assertThat(step.due().getFirst().charges().getFirst().amount()).hasToString("USD 31.00");
    }

    @Test
    @Tag("T6")
    void chargedInVainItExpiresOnTheDayTheTrialEnded() {
        var change = Trials.unpaid(Trials.charging(trial()).after(), "There is not enough money.");

        assertThat(change.after().phase()).isEqualTo(SubscriptionPhase.TRIAL_EXPIRED);
        assertThat(change.after().endedOn()).isEqualTo("2027-01-15");
        assertThat(change.after().nextBillOn()).isNull();
        assertThat(change.after().trialCharging()).isFalse();
        assertThat(change.after().possibleActs()).contains(SubscriptionAct.EXTEND_TRIAL);
        assertThat(change.reason()).isEqualTo("There is not enough money.");
    }

    @Test
    @Tag("T9")
    void whatIsBeingChargedEndsAtOnceWhenItIsToEndWithTheTrial() {
        var charging = Trials.charging(trial()).after();

        assertThat(Cancellation.decide(charging, CancelTime.TERM_END, day("2027-01-16")))
                .isEqualTo(new Cancellation.EndsNow(day("2027-01-16")));
        assertThat(charging.ended(day("2027-01-16"), null).trialCharging()).isFalse();
    }

    @Test
    @Tag("T4")
    void activatedTheFirstPeriodBeginsToday() {
        var bound =
                trial().edit()
                        .expiresOn(day("2027-07-15"))
                        .minimumTermEndsOn(day("2028-01-15"))
                        .cancelsOn(day("2027-01-15"))
                        .done();

        var step = Trials.activate(life(bound, "2027-01-06"));

        assertThat(step.then().phase()).isEqualTo(SubscriptionPhase.LIVE);
        assertThat(step.then().anchorOn()).isEqualTo("2027-01-06");
        assertThat(step.then().trialEndsOn()).isEqualTo("2027-01-06");
        assertThat(step.then().expiresOn()).isEqualTo("2027-07-06");
        assertThat(step.then().minimumTermEndsOn()).isEqualTo("2028-01-06");
        assertThat(step.then().cancelsOn()).isNull();
        assertThat(step.discarded()).containsExactly("The cancellation planned for 2027-01-15.");
        assertThat(step.due()).singleElement();
        assertThat(step.due().getFirst().charges().getFirst().period())
                .isEqualTo(new Days(day("2027-01-06"), day("2027-02-06")));
        assertThat(step.due().getFirst().charges().getFirst().amount()).hasToString("USD 31.00");
    }

    @Test
    @Tag("T8")
    void anExpiredTrialGoesOnForThePlansTrialFromToday() {
        var expired = Trials.ended(trial(), TrialEndPolicy.EXPIRE).after();

        var after = Trials.extend(expired, FORTNIGHT, day("2027-02-01")).after();

        assertThat(after.phase()).isEqualTo(SubscriptionPhase.TRIAL);
        assertThat(after.trialEndsOn()).isEqualTo("2027-02-15");
        assertThat(after.trialExtensions()).isEqualTo(1);
        assertThat(after.endedOn()).isNull();
        assertThat(after.nextBillOn()).isEqualTo("2027-02-15");
        assertThatThrownBy(() -> Trials.extend(after, FORTNIGHT, day("2027-02-01")))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Trials.extend(expired, null, day("2027-02-01")))
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @Tag("T9")
    @Tag("T10")
    @CsvSource({"NOW,2027-01-06", "TERM_END,2027-01-15"})
    void aTrialIsCancelledWithoutBeingBound(CancelTime when, String end) {
        var bound = trial().edit().minimumTermEndsOn(day("2028-01-15")).done();

        var outcome = Cancellation.decide(bound, when, day("2027-01-06"));

        assertThat(outcome)
                .isEqualTo(
                        when == CancelTime.NOW
                                ? new Cancellation.EndsNow(day(end))
                                : new Cancellation.EndsLater(day(end)));
        assertThat(bound.ended(day(end), null).nextBillOn()).isNull();
        var later = bound.ending(day("2027-01-15"), null);
        assertThat(later.nextBillOn()).isNull();
        assertThat(later.continued().nextBillOn()).isEqualTo("2027-01-15");
    }

    @ParameterizedTest
    @Tag("T10")
    @CsvSource(
            textBlock =
                    """
                    # today,    notice, when,     on,         ends
                    2027-01-11, 0,      TERM_END, ,           2027-02-01
                    2027-01-11, 21,     TERM_END, ,           2027-02-01
                    2027-01-11, 22,     TERM_END, ,           2027-03-01
                    2027-01-11, 90,     TERM_END, ,           2027-05-01
                    2027-01-11, 0,      DATE,     2027-03-20, 2027-03-20
                    2027-01-11, 30,     DATE,     2027-02-10, 2027-02-10
                    """)
    void aNoticeMovesTheEnd(
            String today, int notice, CancelTime when, @Nullable String on, String ends) {
        var live =
                CancellationTests.contract(
                        SubscriptionPhase.LIVE, "2027-01-01", "2027-02-01", 1, null);

        assertThat(
                        Cancellation.decide(
                                live, new Cancellation.Wish(when, date(on)), notice, day(today)))
                .isEqualTo(new Cancellation.EndsLater(day(ends)));
        assertThat(
                        Cancellation.decide(
                                live,
                                new Cancellation.Wish(CancelTime.DATE, day("2027-02-09")),
                                30,
                                day(today)))
                .isEqualTo(new Cancellation.BoundByTerm(day("2027-02-10")));
    }

    @Test
    @Tag("T13")
    void afterItsBillingCyclesItExpires() {
        var contract =
                started(
                        "2027-01-31",
                        "2027-01-31",
                        new Course(null, 2, Backdating.THIS_TERM, null, 0, ChargeTime.ADVANCE));

        assertThat(contract.expiresOn()).isEqualTo("2027-03-31");
        var basis = monthly("USD", "2027-01-31", plan(1, "31")).basis();
        var due = DueTerms.due(basis.standing(contract, basis.items()), day("2027-06-01"));
        assertThat(due).hasSize(2);
        assertThat(due.getLast().nextBillOn()).isNull();
        assertThat(contract.expired(day("2027-03-31")).status())
                .isEqualTo(SubscriptionStatus.EXPIRED);
    }

    private static SubscriptionContract trial() {
        return started(
                "2027-01-01",
                "2027-01-01",
                new Course(FORTNIGHT, null, Backdating.PAST, null, 0, ChargeTime.ADVANCE));
    }

    private static SubscriptionContract started(String starts, String today, Course course) {
        var terms =
                new NewSubscription.Terms(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        "USD",
                        MONTHLY,
                        null,
                        List.of(NewSubscription.Item.plan(1, null)));
        return NewSubscription.starting(terms, course, day(starts), day(today))
                .agreed("S-1", Instant.EPOCH);
    }

    private static Life life(SubscriptionContract subscription, String today) {
        var basis = monthly("USD", "2027-01-01", plan(1, "31")).basis();
        return new Life(
                subscription,
                basis.standing(subscription, basis.items()),
                List.of(),
                LifeSetting.USUAL,
                day(today));
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : day(text);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
