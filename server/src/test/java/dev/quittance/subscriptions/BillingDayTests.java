package dev.quittance.subscriptions;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.catalog.ChargeTime;
import dev.quittance.catalog.Interval;
import dev.quittance.catalog.IntervalUnit;
import dev.quittance.platform.Days;
import dev.quittance.platform.Refused;
import dev.quittance.subscriptions.Changing.ChangeTime;
import dev.quittance.subscriptions.LifeSetting.FirstPeriod;
import dev.quittance.subscriptions.NewSubscription.Backdating;
import dev.quittance.subscriptions.NewSubscription.Course;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Periods that begin on a chosen day of the month, apart from the start. */
class BillingDayTests {
    private static final UUID GOLD = UUID.randomUUID();

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # from,     every,    day, begins of the first periods after it
                    2027-03-12, 1 MONTH,  1,   2027-04-01 2027-05-01 2027-06-01
                    2027-03-12, 1 MONTH,  12,  2027-03-12 2027-04-12 2027-05-12
                    2027-03-12, 1 MONTH,  31,  2027-03-31 2027-04-30 2027-05-31
                    2027-02-12, 1 MONTH,  31,  2027-02-28 2027-03-31 2027-04-30
                    2027-02-28, 1 MONTH,  31,  2027-02-28 2027-03-31 2027-04-30
                    2028-02-12, 1 MONTH,  30,  2028-02-29 2028-03-30 2028-04-30
                    2027-01-31, 1 MONTH,  29,  2027-02-28 2027-03-29 2027-04-29
                    2027-04-30, 1 MONTH,  31,  2027-04-30 2027-05-31 2027-06-30
                    2027-12-05, 3 MONTH,  31,  2027-12-31 2028-03-31 2028-06-30
                    2027-11-05, 3 MONTH,  31,  2027-11-30 2028-02-29 2028-05-31
                    2027-11-05, 6 MONTH,  31,  2027-11-30 2028-05-31 2028-11-30
                    2027-03-12, 1 YEAR,   1,   2027-04-01 2028-04-01 2029-04-01
                    2027-02-12, 1 YEAR,   31,  2027-02-28 2028-02-29 2029-02-28
                    2027-02-12, 1 YEAR,   29,  2027-02-28 2028-02-29 2029-02-28
                    2027-02-12, 1 YEAR,   28,  2027-02-28 2028-02-28 2029-02-28
                    2028-02-29, 1 YEAR,   29,  2028-02-29 2029-02-28 2030-02-28
                    2028-02-29, 1 YEAR,   1,   2028-03-01 2029-03-01 2030-03-01
                    """)
    void periodsBeginOnTheBillingDay(LocalDate from, String every, int day, String begins) {
        var interval = interval(every);
        var anchor = BillingDay.anchor(from, interval, day);
        var first = BillingDates.firstFrom(anchor, interval, from);

        assertThat(anchor).isBeforeOrEqualTo(from);
        assertThat(
                        IntStream.range(first, first + 3)
                                .mapToObj(n -> BillingDates.date(anchor, interval, n)))
                .containsExactlyElementsOf(
                        Arrays.stream(begins.split(" ")).map(LocalDate::parse).toList());
    }

    @Test
    void eachPeriodBeginsOnThatDayOrTheLastOfAShorterMonth() {
        for (var from = day("2026-12-20");
                from.isBefore(day("2028-03-10"));
                from = from.plusDays(1)) {
            for (var months : List.of(1, 2, 3, 4, 6, 12, 24)) {
                var interval = new Interval(months, IntervalUnit.MONTH);
                for (var day = 1; day <= 31; day++) {
                    var anchor = BillingDay.anchor(from, interval, day);
                    var first = BillingDates.termOf(anchor, interval, from);
                    assertThat(BillingDates.date(anchor, interval, first)).isBeforeOrEqualTo(from);
                    for (var n = first; n < first + 14; n++) {
                        var begin = BillingDates.date(anchor, interval, n);
                        assertThat(begin.getDayOfMonth())
                                .as("%s every %s on %s: %s", from, months, day, begin)
                                .isEqualTo(Math.min(day, begin.lengthOfMonth()));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # starts,   every,   day, cycles, first bill,            amount, next,       expires
                    2027-03-12, 1 MONTH, 1,   ,       2027-03-12 2027-04-01, 20.00,  2027-04-01,
                    2027-03-12, 1 MONTH, 1,   2,      2027-03-12 2027-04-01, 20.00,  2027-04-01, 2027-06-01
                    2027-03-01, 1 MONTH, 1,   2,      2027-03-01 2027-04-01, 31.00,  2027-04-01, 2027-05-01
                    2028-02-12, 1 MONTH, 31,  ,       2028-02-12 2028-02-29, 18.17,  2028-02-29,
                    2027-12-12, 1 YEAR,  1,   ,       2027-12-12 2028-01-01, 1.70,   2028-01-01,
                    2027-03-31, 1 MONTH, 31,  ,       2027-03-31 2027-04-30, 31.00,  2027-04-30,
                    """)
    void theFirstPeriodIsAPartOfOne(
            LocalDate starts,
            String every,
            int day,
            @Nullable Integer cycles,
            String first,
            String amount,
            LocalDate next,
            @Nullable LocalDate expires) {
        var contract =
                started(
                        starts,
                        interval(every),
                        new Course(null, cycles, Backdating.PAST, day, 0, ChargeTime.ADVANCE));
        var term = due(contract, starts).getFirst();

        assertThat(contract.nextBillOn()).isEqualTo(starts);
        assertThat(contract.expiresOn()).isEqualTo(expires);
        assertThat(term.charges().getFirst().period()).isEqualTo(days(first));
        assertThat(term.charges().getFirst().amount()).hasToString("USD " + amount);
        assertThat(term.dueOn()).isEqualTo(starts);
        assertThat(term.nextBillOn()).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # setting, starts,     billed on the first day,                    next
                    PRORATED,  2027-03-12, 2027-03-12/2027-04-01=20.00,                  2027-04-01
                    JOINED,    2027-03-12, 2027-03-12/2027-04-01=20.00 2027-04-01/2027-05-01=31.00, 2027-05-01
                    JOINED,    2027-03-01, 2027-03-01/2027-04-01=31.00,                  2027-04-01
                    FREE,      2027-03-12, '',                                           2027-04-01
                    FREE,      2027-03-01, 2027-03-01/2027-04-01=31.00,                  2027-04-01
                    """)
    void bySettingTheFirstPartIsJoinedToTheNextPeriodOrFree(
            FirstPeriod setting, LocalDate starts, String billed, LocalDate next) {
        var contract =
                started(
                        starts,
                        interval("1 MONTH"),
                        new Course(null, null, Backdating.PAST, 1, 0, ChargeTime.ADVANCE));
        var terms = DueTerms.due(life(contract, starts, setting).basis(), starts);

        assertThat(
                        terms.stream()
                                .flatMap(term -> term.charges().stream())
                                .map(BillingDayTests::text)
                                .collect(joining(" ")))
                .isEqualTo(billed);
        assertThat(terms).extracting(DueTerm::dueOn).containsOnly(starts);
        assertThat(terms.getLast().nextBillOn()).isEqualTo(next);
        assertThat(terms.getLast().billedUntil()).isEqualTo(next);
    }

    private static String text(ItemCharge charge) {
        var days = Objects.requireNonNull(charge.period());
        return "%s/%s=%s".formatted(days.from(), days.until(), charge.amount().getAmount());
    }

    @Test
    void aTrialIsNeverPartOfTheFirstPeriod() {
        var trial = new Interval(10, IntervalUnit.DAY);
        var contract =
                started(
                        day("2027-03-05"),
                        interval("1 MONTH"),
                        new Course(trial, 2, Backdating.PAST, 1, 0, ChargeTime.ADVANCE));

        assertThat(contract.nextBillOn()).isEqualTo("2027-03-15");
        assertThat(due(contract, day("2027-03-15")).getFirst().charges().getFirst().period())
                .isEqualTo(days("2027-03-15 2027-04-01"));

        var activated = Trials.activate(life(contract, day("2027-03-08")));
        assertThat(activated.due().getFirst().charges().getFirst().period())
                .isEqualTo(days("2027-03-08 2027-04-01"));
        assertThat(activated.then().expiresOn()).isEqualTo("2027-06-01");
    }

    @ParameterizedTest
    @Tag("A25")
    @CsvSource(
            textBlock =
                    """
                    # day, when,     credited from, billed at once,        amount, next bill,  its period
                    1,     NOW,      2027-03-20,    2027-03-20 2027-04-01, 12.00,  2027-04-01, 2027-04-01 2027-05-01
                    20,    NOW,      2027-03-20,    2027-03-20 2027-04-20, 31.00,  2027-04-20, 2027-04-20 2027-05-20
                    31,    NOW,      2027-03-20,    2027-03-20 2027-03-31, 11.00,  2027-03-31, 2027-03-31 2027-04-30
                    1,     TERM_END, ,              ,                      ,       2027-04-12, 2027-04-12 2027-05-01
                    31,    TERM_END, ,              ,                      ,       2027-04-12, 2027-04-12 2027-04-30
                    """)
    void theBillingDayIsChanged(
            int billingDay,
            ChangeTime when,
            @Nullable LocalDate credited,
            @Nullable String billed,
            @Nullable String amount,
            LocalDate next,
            String period) {
        var step = BillingDayChange.decide(life(paid(), day("2027-03-20")), billingDay, when);

        assertThat(step.unused()).isEqualTo(credited == null ? null : Unused.ofAll(credited));
        if (billed == null) {
            assertThat(step.due()).isEmpty();
        } else {
            var charge = step.due().getFirst().charges().getFirst();
            assertThat(charge.period()).isEqualTo(days(billed));
            assertThat(charge.amount()).hasToString("USD " + amount);
        }
        var last = step.due().isEmpty() ? null : step.due().getLast();
        assertThat(last == null ? step.then().nextBillOn() : last.nextBillOn()).isEqualTo(next);
        var following =
                DueTerms.term(
                        step.basis(),
                        last == null ? step.then().nextTerm() : last.nextTerm(),
                        true);
        assertThat(following.charges().getFirst().period()).isEqualTo(days(period));
    }

    @Test
    @Tag("A25")
    void asManyWholePeriodsFollowAsBefore() {
        var limited = paid().edit().expiresOn(day("2027-06-12")).done();

        var later =
                BillingDayChange.decide(life(limited, day("2027-03-20")), 1, ChangeTime.TERM_END);

        assertThat(later.then().expiresOn()).isEqualTo("2027-07-01");
    }

    @Test
    @Tag("A25")
    void whatIsNoBillingDayIsRefused() {
        var life = life(paid(), day("2027-03-20"));
        for (var wrong : new Integer[] {0, 32, -1}) {
            assertThatThrownBy(() -> BillingDayChange.decide(life, wrong, ChangeTime.NOW))
                    .isInstanceOf(Refused.class);
        }
        assertThatThrownBy(() -> BillingDayChange.decide(life, null, ChangeTime.TERM_END))
                .as("it is counted from there already")
                .isInstanceOf(Refused.class);
        var weekly = paid().edit().interval(interval("1 WEEK")).done();
        assertThatThrownBy(
                        () ->
                                BillingDayChange.decide(
                                        life(weekly, day("2027-03-20")), 1, ChangeTime.NOW))
                .isInstanceOf(Refused.class);
    }

    /** From 12 March 2027 on, by the month, billed until 12 April. */
    private static SubscriptionContract paid() {
        return started(
                        day("2027-03-12"),
                        interval("1 MONTH"),
                        new Course(null, null, Backdating.PAST, null, 0, ChargeTime.ADVANCE))
                .edit()
                .billedUntil(day("2027-04-12"))
                .billedNextOn(day("2027-04-12"))
                .done();
    }

    private static SubscriptionContract started(LocalDate on, Interval interval, Course course) {
        var terms =
                new NewSubscription.Terms(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        GOLD,
                        "USD",
                        interval,
                        null,
                        List.of(NewSubscription.Item.plan(1, null)));
        return NewSubscription.starting(terms, course, on, on).agreed("S-1", Instant.EPOCH);
    }

    private static List<DueTerm> due(SubscriptionContract contract, LocalDate today) {
        return DueTerms.due(life(contract, today).basis(), today);
    }

    private static Life life(SubscriptionContract contract, LocalDate today) {
        return life(contract, today, FirstPeriod.PRORATED);
    }

    private static Life life(SubscriptionContract contract, LocalDate today, FirstPeriod setting) {
        var plan = BasisOf.plan(1, "31").holding(contract.startedOn(), null);
        var basis = BasisOf.monthly("USD", contract.startedOn().toString(), plan).basis(setting);
        return new Life(
                contract,
                basis.standing(contract, basis.items()),
                List.of(new OpenItem(plan.id(), null, 1, null, contract.startedOn())),
                LifeSetting.USUAL,
                today);
    }

    private static Interval interval(String text) {
        var parts = text.split(" ");
        return new Interval(Integer.parseInt(parts[0]), IntervalUnit.valueOf(parts[1]));
    }

    private static Days days(String text) {
        var parts = text.split(" ");
        return new Days(day(parts[0]), day(parts[1]));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
