package dev.quittance.subscriptions;

import static dev.quittance.subscriptions.BasisOf.monthly;
import static dev.quittance.subscriptions.BasisOf.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.platform.Days;
import dev.quittance.platform.InvalidInput;
import dev.quittance.platform.Refused;
import dev.quittance.subscriptions.LifeSetting.Anchor;
import dev.quittance.subscriptions.LifeSetting.FirstPeriod;
import dev.quittance.subscriptions.LifeSetting.UnusedDays;
import dev.quittance.subscriptions.Pausing.PauseTime;
import dev.quittance.subscriptions.Pausing.Wish;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A subscription that costs 31.00 a month from 1 January 2027 on. */
class PausingTests {
    private static final LifeSetting USUAL = LifeSetting.USUAL;
    private static final LifeSetting KEEPING =
            new LifeSetting(
                    false, UnusedDays.CREDITED, Anchor.KEPT, Anchor.TODAY, FirstPeriod.PRORATED);
    private static final LifeSetting ANEW =
            new LifeSetting(
                    true, UnusedDays.CREDITED, Anchor.TODAY, Anchor.TODAY, FirstPeriod.PRORATED);

    @ParameterizedTest
    @Tag("T22")
    @CsvSource(
            textBlock =
                    """
                    # today,    when,     on,         paused on,  now
                    2027-01-11, NOW,      ,           2027-01-11, true
                    2027-01-01, NOW,      ,           2027-01-01, true
                    2027-01-31, NOW,      ,           2027-01-31, true
                    2027-01-11, DATE,     2027-01-11, 2027-01-11, true
                    2027-01-11, DATE,     2027-03-05, 2027-03-05, false
                    2027-01-11, TERM_END, ,           2027-02-01, false
                    """)
    void theDayOfThePauseIsUnused(
            String today, PauseTime when, @Nullable String on, String pausedOn, boolean now) {
        var step = Pausing.decide(life(live(), today, USUAL), new Wish(when, date(on), null));

        assertThat(step.on()).isEqualTo(pausedOn);
        assertThat(step.now()).isEqualTo(now);
        assertThat(step.then().phase()).isEqualTo(SubscriptionPhase.PAUSED);
        assertThat(step.then().pausedOn()).isEqualTo(pausedOn);
        assertThat(step.then().nextBillOn()).isNull();
        assertThat(step.unused()).isEqualTo(Unused.ofAll(day(pausedOn)));
        assertThat(step.after().phase())
                .isEqualTo(now ? SubscriptionPhase.PAUSED : SubscriptionPhase.LIVE);
        assertThat(step.after().pausesOn()).isEqualTo(now ? null : day(pausedOn));
        assertThat(step.change().what()).isEqualTo(now ? "subscription paused" : "pause scheduled");
    }

    @Test
    @Tag("T22")
    void bySettingNothingIsCreditedAndWhatIsPaidForStaysPaidFor() {
        var step = pausedNow("2027-01-11", KEEPING);

        assertThat(step.unused()).isNull();
        assertThat(step.after().billedUntil()).isEqualTo("2027-02-01");
        assertThat(pausedNow("2027-01-11", USUAL).after().billedUntil()).isEqualTo("2027-01-11");
        assertThat(pausedNow("2027-01-11", USUAL).uncredited().after().billedUntil())
                .isEqualTo("2027-02-01");
    }

    @Test
    @Tag("T22")
    void aChangeThatWouldComeLaterIsDroppedAndSaid() {
        var wanted = new ItemsWanted(UUID.randomUUID(), 1, null, List.of());
        var planned =
                live().edit().schedule(Schedule.NONE.changing(day("2027-02-01"), wanted)).done();

        var dropped =
                Pausing.decide(
                        life(planned, "2027-01-11", USUAL),
                        new Wish(PauseTime.TERM_END, null, null));
        assertThat(dropped.discarded()).containsExactly("The change planned for 2027-02-01.");
        assertThat(dropped.after().changesOn()).isNull();

        var kept =
                Pausing.decide(
                        life(planned, "2027-01-11", USUAL),
                        new Wish(PauseTime.DATE, day("2027-02-02"), null));
        assertThat(kept.discarded()).isEmpty();
        assertThat(kept.after().changesOn()).isEqualTo("2027-02-01");
    }

    @ParameterizedTest
    @Tag("T22")
    @CsvSource(
            textBlock =
                    """
                    # when, on,         resume on,  path
                    DATE,   2027-01-10, ,           on
                    DATE,   ,           ,           on
                    NOW,    2027-02-01, ,           on
                    DATE,   2047-02-01, ,           on
                    NOW,    ,           2027-01-11, resumeOn
                    DATE,   2027-02-01, 2027-02-01, resumeOn
                    DATE,   2027-06-01, ,           on
                    NOW,    ,           2027-06-01, resumeOn
                    """)
    void daysThatMakeNoPauseAreRefusedByName(
            PauseTime when, @Nullable String on, @Nullable String resume, String path) {
        var ending = live().ending(day("2027-06-01"), null);

        assertThatThrownBy(
                        () ->
                                Pausing.decide(
                                        life(ending, "2027-01-11", USUAL),
                                        new Wish(when, date(on), date(resume))))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(((InvalidInput) refused.problem()).fields())
                                        .singleElement()
                                        .satisfies(
                                                fault -> assertThat(fault.path()).isEqualTo(path)));
    }

    @Test
    @Tag("T22")
    @Tag("T24")
    void whatIsNotLiveAndClearIsRefusedWithWhatIsPossible() {
        var paused = pausedNow("2027-01-11", USUAL).after();

        assertThatThrownBy(
                        () ->
                                Pausing.decide(
                                        life(paused, "2027-01-12", USUAL),
                                        new Wish(PauseTime.NOW, null, null)))
                .hasMessage(
                        "This can't be done with a subscription that is paused. Possible now: resume,"
                                + " change schedule, cancel.");
        assertThatThrownBy(() -> SubscriptionAct.CHANGE.orRefuse(paused))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.problem())
                                        .isEqualTo(
                                                new SubscriptionPaused(day("2027-01-11"), null)));
    }

    @ParameterizedTest
    @Tag("T23")
    @CsvSource(
            textBlock =
                    """
                    # paused,   resumed,    billed from, until,      amount,   next bill
                    2027-01-11, 2027-01-21, 2027-01-21,  2027-02-01, USD 11.00, 2027-02-01
                    2027-01-11, 2027-01-11, 2027-01-11,  2027-02-01, USD 21.00, 2027-02-01
                    2027-01-11, 2027-03-01, 2027-03-01,  2027-04-01, USD 31.00, 2027-04-01
                    2027-01-11, 2027-02-28, 2027-02-28,  2027-03-01, USD 1.11,  2027-03-01
                    2027-01-01, 2027-02-15, 2027-02-15,  2027-03-01, USD 15.50, 2027-03-01
                    """)
    void theAnchorIsKeptAndTheFirstPeriodIsAStub(
            String paused, String resumed, String from, String until, String amount, String next) {
        var step = Resuming.decide(life(pausedNow(paused, USUAL), resumed, USUAL), day(resumed));

        assertThat(step.then().anchorOn()).isEqualTo("2027-01-01");
        var charges = step.due().stream().flatMap(term -> term.charges().stream()).toList();
        assertThat(charges).singleElement();
        assertThat(charges.getFirst().period()).isEqualTo(new Days(day(from), day(until)));
        assertThat(charges.getFirst().amount()).hasToString(amount);
        assertThat(step.due().getLast().nextBillOn()).isEqualTo(next);
    }

    @Test
    @Tag("T23")
    void bySettingPeriodsAreCountedFromTheDayOfResuming() {
        var step =
                Resuming.decide(
                        life(pausedNow("2027-01-11", ANEW), "2027-03-15", ANEW), day("2027-03-15"));

        assertThat(step.then().anchorOn()).isEqualTo("2027-03-15");
        assertThat(step.due()).singleElement();
        assertThat(step.due().getFirst().charges().getFirst().period())
                .isEqualTo(new Days(day("2027-03-15"), day("2027-04-15")));
        assertThat(step.due().getFirst().charges().getFirst().amount()).hasToString("USD 31.00");
    }

    @ParameterizedTest
    @Tag("T23")
    @CsvSource({"2027-01-21,2027-02-01", "2027-02-01,2027-02-01", "2027-02-15,2027-02-15"})
    void whatIsPaidForIsNotBilledAgainAfterAPauseThatCreditedNothing(String resumed, String from) {
        var paused = pausedNow("2027-01-11", KEEPING);

        var step = Resuming.decide(life(paused, resumed, KEEPING), day(resumed));

        assertThat(step.then().nextBillOn()).isEqualTo(from);
        assertThat(step.then().billedUntil()).isEqualTo(from);
        assertThat(step.due().isEmpty()).isEqualTo(resumed.equals("2027-01-21"));
    }

    @Test
    @Tag("T23")
    void usedDaysThatWaitForTheirBillAreBilledOnResuming() {
        // An outage: billed until 1 February, paused on 11 February, resumed on 20 February.
        var late = pausedNow("2027-02-11", USUAL);

        var step = Resuming.decide(life(late, "2027-02-20", USUAL), day("2027-02-20"));

        assertThat(step.due().stream().flatMap(term -> term.charges().stream()))
                .extracting(charge -> charge.period())
                .containsExactly(
                        new Days(day("2027-02-01"), day("2027-02-11")),
                        new Days(day("2027-02-20"), day("2027-03-01")));
    }

    @Test
    @Tag("T31")
    void aScheduleIsReplacedAndDeletedAsAWhole() {
        var planned =
                Pausing.decide(
                                life(live(), "2027-01-11", USUAL),
                                new Wish(PauseTime.DATE, day("2027-02-05"), day("2027-03-01")))
                        .after();

        var changed =
                Rescheduling.change(planned, day("2027-02-10"), null, day("2027-01-12")).after();
        assertThat(changed.pausesOn()).isEqualTo("2027-02-10");
        assertThat(changed.resumesOn()).isNull();
        var deleted = Rescheduling.delete(changed).after();
        assertThat(deleted.schedule()).isEqualTo(Schedule.NONE);
        assertThatThrownBy(() -> Rescheduling.delete(deleted)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Rescheduling.change(planned, null, null, day("2027-01-12")))
                .isInstanceOf(Refused.class);
    }

    @Test
    @Tag("T10")
    void aScheduledCancellationActsEvenWhilePaused() {
        var ending = live().ending(day("2027-04-01"), "too dear");
        var paused =
                Pausing.decide(
                                life(ending, "2027-01-11", USUAL),
                                new Wish(PauseTime.NOW, null, null))
                        .after();

        assertThat(paused.cancelsOn()).isEqualTo("2027-04-01");
        var over = paused.ended(day("2027-04-01"), "too dear");
        assertThat(over.phase()).isEqualTo(SubscriptionPhase.CANCELLED);
        assertThat(over.nextBillOn()).isNull();
        assertThat(over.pausedOn()).isNull();
    }

    private static SubscriptionContract live() {
        return CancellationTests.contract(
                SubscriptionPhase.LIVE, "2027-01-01", "2027-02-01", 1, null);
    }

    private static Step pausedNow(String today, LifeSetting setting) {
        return Pausing.decide(life(live(), today, setting), new Wish(PauseTime.NOW, null, null));
    }

    private static Life life(Step before, String today, LifeSetting setting) {
        return new Life(before.then(), before.basis(), List.of(), setting, day(today));
    }

    private static Life life(SubscriptionContract subscription, String today, LifeSetting setting) {
        var basis = monthly("USD", "2027-01-01", plan(1, "31")).basis();
        return new Life(
                subscription,
                basis.standing(subscription, basis.items()),
                List.of(),
                setting,
                day(today));
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : day(text);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
