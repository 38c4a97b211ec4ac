package dev.quittance.subscriptions;

import static dev.quittance.subscriptions.BasisOf.MONTHLY;
import static dev.quittance.subscriptions.BasisOf.monthly;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.catalog.ChargeTime;
import dev.quittance.catalog.PlanTerms;
import dev.quittance.catalog.ProrationMode;
import dev.quittance.subscriptions.BillingBasis.Item;
import dev.quittance.subscriptions.Changing.ChangeTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Acts at ten in the morning of 11 January, on a plan of 31 dollars a month. */
class BySecondActsTests {
    private static final UUID GOLD = new UUID(0, 1);
    private static final LocalDate ON = LocalDate.of(2027, 1, 11);
    private static final Instant TEN = Instant.parse("2027-01-11T10:00:00Z");

    private final Item plan =
            BasisOf.item(ItemKind.PLAN, "Gold", 1, "31", false)
                    .holding(LocalDate.of(2027, 1, 1), null);

    @ParameterizedTest
    @Tag("T25")
    @CsvSource(
            textBlock =
                    """
                    # counted before, mode of the change, credited from, cut at, charge
                    SECONDS,  BY_SECOND, 2027-01-11, 2027-01-11T10:00:00Z, USD 41.17
                    CALENDAR, BY_SECOND, 2027-01-11, ,                     USD 42.00
                    SECONDS,  BY_DAY,    2027-01-11, ,                     USD 42.00
                    SECONDS,  FULL,      2027-01-01, ,                     USD 62.00
                    """)
    void aChangeCutsAtTheSecondWhereBothPlansCountThem(
            DayCount before,
            ProrationMode mode,
            LocalDate from,
            @Nullable Instant at,
            String charge) {
        var step = Changing.decide(life(live(), before, ON), target(2, mode), ChangeTime.NOW);

        assertThat(step.unused()).isEqualTo(new Unused(from, Set.of(plan.id()), at));
        assertThat(amounts(step)).containsExactly(charge);
    }

    @Test
    @Tag("T22")
    void aPauseNowCutsAtTheSecondAndAPlannedOneAtTheDay() {
        var life = life(live(), DayCount.SECONDS, ON);
        var now = Pausing.decide(life, new Pausing.Wish(Pausing.PauseTime.NOW, null, null));
        var later =
                Pausing.decide(
                        life, new Pausing.Wish(Pausing.PauseTime.DATE, ON.plusDays(1), null));

        assertThat(now.unused()).isEqualTo(Unused.ofAll(ON, TEN));
        assertThat(later.unused()).isEqualTo(Unused.ofAll(ON.plusDays(1)));
    }

    @Test
    @Tag("T23")
    void aResumptionNowIsBilledFromTheSecondAndAPlannedOneFromTheDay() {
        var paused =
                live().edit()
                        .phase(SubscriptionPhase.PAUSED)
                        .pausedOn(ON)
                        .billedUntil(ON)
                        .nextBillOn(null)
                        .done();
        var life = life(paused, DayCount.SECONDS, ON);

        assertThat(amounts(Resuming.decide(life, ON))).containsExactly("USD 20.58");
        assertThat(amounts(Resuming.decide(life, ON.plusDays(1)))).containsExactly("USD 20.00");
    }

    @Test
    @Tag("T28")
    void reactivatedOnTheDayItEndedNoSecondIsBilledTwice() {
        var ended =
                live().edit()
                        .phase(SubscriptionPhase.CANCELLED)
                        .endedOn(ON)
                        .billedUntil(ON)
                        .nextBillOn(null)
                        .done();
        var wish =
                new Reactivating.Wish(
                        target(1, ProrationMode.BY_SECOND), PlanTerms.USUAL, null, false);

        var same = Reactivating.decide(life(ended, DayCount.SECONDS, ON), wish);
        var next = Reactivating.decide(life(ended, DayCount.SECONDS, ON.plusDays(1)), wish);
        // 31 days less ten hours.
        assertThat(amounts(same)).containsExactly("USD 30.58");
        assertThat(amounts(next)).containsExactly("USD 31.00");
    }

    private static List<String> amounts(Step step) {
        return step.billed().stream()
                .flatMap(term -> term.charges().stream())
                .map(charge -> charge.amount().toString())
                .toList();
    }

    private Life life(SubscriptionContract subscription, DayCount unit, LocalDate today) {
        var basis = monthly("USD", "2027-01-01", plan).basis().counting(unit);
        return new Life(
                        subscription,
                        basis.standing(subscription, basis.items()),
                        List.of(new OpenItem(plan.id(), null, 1, null, LocalDate.of(2027, 1, 1))),
                        LifeSetting.USUAL,
                        today)
                .at(TEN);
    }

    private static ChangeTarget target(int quantity, ProrationMode mode) {
        return new ChangeTarget(
                new ItemsWanted(GOLD, quantity, null, List.of()),
                List.of(BasisOf.item(ItemKind.PLAN, "Gold", quantity, "31", false)),
                MONTHLY,
                mode,
                null,
                null,
                0,
                ChargeTime.ADVANCE,
                CouponStep.NONE);
    }

    private static SubscriptionContract live() {
        return CancellationTests.contract(
                        SubscriptionPhase.LIVE, "2027-01-01", "2027-02-01", 1, null)
                .edit()
                .plan(GOLD)
                .done();
    }
}
