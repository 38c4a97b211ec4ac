package dev.quittance.subscriptions;

import static dev.quittance.subscriptions.BasisOf.MONTHLY;
import static dev.quittance.subscriptions.BasisOf.monthly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.catalog.ChargeTime;
import dev.quittance.catalog.Interval;
import dev.quittance.catalog.IntervalUnit;
import dev.quittance.catalog.Pricing;
import dev.quittance.catalog.ProrationMode;
import dev.quittance.platform.Days;
import dev.quittance.platform.Refused;
import dev.quittance.subscriptions.BillingBasis.Item;
import dev.quittance.subscriptions.Changing.ChangeTime;
import dev.quittance.subscriptions.ItemsWanted.AddonWanted;
import dev.quittance.subscriptions.LifeSetting.Anchor;
import dev.quittance.subscriptions.LifeSetting.FirstPeriod;
import dev.quittance.subscriptions.LifeSetting.UnusedDays;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A plan for 31.00 a month and two addons of 3.10, from 1 January 2027 on, billed until February.
 */
class ChangingTests {
    private static final UUID GOLD = UUID.randomUUID();
    private static final UUID PRO = UUID.randomUUID();
    private static final UUID SUPPORT = UUID.randomUUID();
    private static final UUID BACKUP = UUID.randomUUID();
    private static final Interval YEARLY = new Interval(1, IntervalUnit.YEAR);

    private final Item plan = item(ItemKind.PLAN, "Gold", 1, "31");
    private final Item support = item(ItemKind.ADDON, "Support", 2, "3.10");

    @ParameterizedTest
    @Tag("T25")
    @CsvSource(
            textBlock =
                    """
                    # mode,  today,      quantity, credited from, charged from, amount
                    BY_DAY,  2027-01-11, 2,        2027-01-11,    2027-01-11,   USD 42.00
                    BY_DAY,  2027-01-01, 2,        2027-01-01,    2027-01-01,   USD 62.00
                    BY_DAY,  2027-01-31, 2,        2027-01-31,    2027-01-31,   USD 2.00
                    BY_DAY,  2027-01-11, 3,        2027-01-11,    2027-01-11,   USD 63.00
                    FULL,    2027-01-11, 2,        2027-01-01,    2027-01-01,   USD 62.00
                    NONE,    2027-01-11, 2,        ,              ,
                    """)
    void theItemThatDiffersIsCreditedAndChargedAnew(
            ProrationMode mode,
            String today,
            int quantity,
            @Nullable String credited,
            @Nullable String charged,
            @Nullable String amount) {
        var step =
                Changing.decide(
                        life(today),
                        target(GOLD, quantity, mode, MONTHLY, new AddonWanted(SUPPORT, 2, null)),
                        ChangeTime.NOW);

        assertThat(step.now()).isTrue();
        assertThat(step.unused())
                .isEqualTo(credited == null ? null : new Unused(day(credited), Set.of(plan.id())));
        assertThat(step.due()).isEmpty();
        var charges = step.beside().stream().flatMap(term -> term.charges().stream()).toList();
        if (charged == null) {
            assertThat(charges).isEmpty();
        } else {
            assertThat(charges).singleElement();
            assertThat(charges.getFirst().item()).isEqualTo(plan.id());
            assertThat(charges.getFirst().period())
                    .isEqualTo(new Days(day(charged), day("2027-02-01")));
            assertThat(charges.getFirst().amount()).hasToString(amount);
        }
        assertThat(step.then().billedUntil()).isEqualTo("2027-02-01");
        assertThat(step.then().nextBillOn()).isEqualTo("2027-02-01");
        assertThat(next(step)).isEqualTo("USD %d.20".formatted(31 * quantity + 6));
    }

    @Test
    @Tag("T25")
    void whatIsPaidOnceComesWithTheNextRegularBillAndNeverTwice() {
        var router =
                BasisOf.priced(
                        ItemKind.ADDON, 1, Pricing.perUnit(new BigDecimal("50")), Recurrence.ONCE);
        var wanted =
                new ItemsWanted(
                        GOLD,
                        1,
                        null,
                        List.of(
                                new AddonWanted(SUPPORT, 2, null),
                                new AddonWanted(BACKUP, 1, null)));
        var priced = List.of(plan, support, router);
        var target =
                new ChangeTarget(
                        wanted,
                        priced,
                        MONTHLY,
                        ProrationMode.BY_DAY,
                        null,
                        null,
                        0,
                        ChargeTime.ADVANCE,
                        CouponStep.NONE);

        var step = Changing.decide(life("2027-01-11"), target, ChangeTime.NOW);

        assertThat(step.beside().stream().flatMap(term -> term.charges().stream())).isEmpty();
        assertThat(next(step)).isEqualTo("USD 87.20");

        var billed =
                BasisOf.priced(
                                ItemKind.ADDON,
                                1,
                                Pricing.perUnit(new BigDecimal("50")),
                                Recurrence.BILLED)
                        .holding(day("2027-01-01"), null);
        var basis = monthly("USD", "2027-01-01", plan, billed).basis();
        var held =
                new Life(
                        live(),
                        basis.standing(live(), basis.items()),
                        List.of(
                                new OpenItem(plan.id(), null, 1, null, day("2027-01-01")),
                                new OpenItem(billed.id(), BACKUP, 1, null, day("2027-01-01"))),
                        LifeSetting.USUAL,
                        day("2027-01-11"));
        var more = new ItemsWanted(GOLD, 1, null, List.of(new AddonWanted(BACKUP, 2, null)));

        var again =
                Changing.decide(
                        held,
                        new ChangeTarget(
                                more,
                                List.of(plan, router),
                                MONTHLY,
                                ProrationMode.BY_DAY,
                                null,
                                null,
                                0,
                                ChargeTime.ADVANCE,
                                CouponStep.NONE),
                        ChangeTime.NOW);

        assertThat(again.beside().stream().flatMap(term -> term.charges().stream())).isEmpty();
        assertThat(next(again)).isEqualTo("USD 31.00");
    }

    @Test
    @Tag("T25")
    void addonsComeAndGoAndThePlanIsNotTouched() {
        var step =
                Changing.decide(
                        life("2027-01-11"),
                        target(
                                GOLD,
                                1,
                                ProrationMode.BY_DAY,
                                MONTHLY,
                                new AddonWanted(BACKUP, 1, null)),
                        ChangeTime.NOW);

        assertThat(step.unused()).isEqualTo(new Unused(day("2027-01-11"), Set.of(support.id())));
        assertThat(step.beside().getFirst().charges())
                .singleElement()
                .satisfies(charge -> assertThat(charge.amount()).hasToString("USD 2.10"));
        assertThat(next(step)).isEqualTo("USD 34.10");
    }

    @Test
    @Tag("T25")
    void anotherIntervalOpensAWholePeriodToday() {
        var step = Changing.decide(life("2027-01-11"), yearly(), ChangeTime.NOW);

        assertThat(step.unused()).isEqualTo(Unused.ofAll(day("2027-01-11")));
        assertThat(step.then().anchorOn()).isEqualTo("2027-01-11");
        assertThat(step.due()).singleElement();
        assertThat(step.due().getFirst().charges())
                .allSatisfy(
                        charge ->
                                assertThat(charge.period())
                                        .isEqualTo(new Days(day("2027-01-11"), day("2028-01-11"))));
        assertThat(step.due().getFirst().nextBillOn()).isEqualTo("2028-01-11");
    }

    @Test
    @Tag("T25")
    void bySettingTheAnchorIsKeptAndTheRestOfThePeriodBilled() {
        var kept =
                new LifeSetting(
                        true, UnusedDays.CREDITED, Anchor.KEPT, Anchor.KEPT, FirstPeriod.PRORATED);

        var step = Changing.decide(life(live(), "2027-01-11", kept), yearly(), ChangeTime.NOW);

        assertThat(step.then().anchorOn()).isEqualTo("2027-01-01");
        assertThat(step.due().getFirst().charges().getFirst().period())
                .isEqualTo(new Days(day("2027-01-11"), day("2028-01-01")));
        assertThat(step.due().getFirst().charges().getFirst().amount()).hasToString("USD 355.00");
    }

    @Test
    @Tag("T26")
    @Tag("T14")
    void aPlannedChangeHoldsBeforeThePeriodIsBilled() {
        var step = Changing.decide(life("2027-01-11"), yearly(), ChangeTime.TERM_END);

        assertThat(step.now()).isFalse();
        assertThat(step.on()).isEqualTo("2027-02-01");
        assertThat(step.after().changesOn()).isEqualTo("2027-02-01");
        assertThat(step.after().interval()).isEqualTo(MONTHLY);
        assertThat(step.unused()).isNull();
        assertThat(next(step)).isEqualTo("USD 371.20");

        var due =
                Changing.due(
                        step.after(), open(), new PlanFacts(YEARLY, null, 0, ChargeTime.ADVANCE));
        assertThat(due.change().after()).isEqualTo(step.then());
        assertThat(due.change().after().nextBillOn()).isEqualTo("2027-02-01");
        assertThat(due.change().after().changesOn()).isNull();
        assertThat(due.items().on()).isEqualTo("2027-02-01");
    }

    @Test
    @Tag("T25")
    void inATrialNothingIsBilled() {
        var trial =
                live().edit()
                        .phase(SubscriptionPhase.TRIAL)
                        .trial(new Trial(day("2027-01-15")))
                        .anchorOn(day("2027-01-15"))
                        .billedUntil(null)
                        .nextTerm(0)
                        .nextBillOn(day("2027-01-15"))
                        .done();

        var step =
                Changing.decide(
                        life(trial, "2027-01-11", LifeSetting.USUAL), yearly(), ChangeTime.NOW);

        assertThat(step.unused()).isNull();
        assertThat(step.billed()).isEmpty();
        assertThat(step.then().interval()).isEqualTo(YEARLY);
        assertThat(step.then().nextBillOn()).isEqualTo("2027-01-15");
        assertThat(next(step)).isEqualTo("USD 371.20");
    }

    @Test
    void whatChangesNothingOrComesTooLateIsRefused() {
        var same =
                target(GOLD, 1, ProrationMode.BY_DAY, MONTHLY, new AddonWanted(SUPPORT, 2, null));
        assertThatThrownBy(() -> Changing.decide(life("2027-01-11"), same, ChangeTime.NOW))
                .isInstanceOf(Refused.class);
        var ending = live().ending(day("2027-02-01"), null);
        assertThatThrownBy(
                        () ->
                                Changing.decide(
                                        life(ending, "2027-01-11", LifeSetting.USUAL),
                                        yearly(),
                                        ChangeTime.TERM_END))
                .isInstanceOf(Refused.class);
    }

    @Test
    @Tag("T13")
    void anotherPlanBringsItsOwnBillingCycles() {
        var target =
                new ChangeTarget(
                        new ItemsWanted(PRO, 1, null, List.of()),
                        List.of(item(ItemKind.PLAN, "Pro", 1, "62")),
                        MONTHLY,
                        ProrationMode.BY_DAY,
                        3,
                        null,
                        0,
                        ChargeTime.ADVANCE,
                        CouponStep.NONE);

        var step = Changing.decide(life("2027-01-11"), target, ChangeTime.NOW);

        assertThat(step.then().expiresOn()).isEqualTo("2027-04-01");
        assertThat(step.then().plan()).isEqualTo(PRO);
    }

    private static String next(Step step) {
        var last = step.due().isEmpty() ? null : step.due().getLast();
        var n = last == null ? step.then().nextTerm() : last.nextTerm();
        return DueTerms.term(step.basis(), n, last != null).charges().stream()
                .map(ItemCharge::amount)
                .reduce((one, other) -> one.plus(other))
                .orElseThrow()
                .toString();
    }

    private ChangeTarget yearly() {
        return new ChangeTarget(
                new ItemsWanted(PRO, 1, null, List.of(new AddonWanted(SUPPORT, 2, null))),
                List.of(
                        item(ItemKind.PLAN, "Pro", 1, "365"),
                        item(ItemKind.ADDON, "Support", 2, "3.10")),
                YEARLY,
                ProrationMode.BY_DAY,
                null,
                null,
                0,
                ChargeTime.ADVANCE,
                CouponStep.NONE);
    }

    private static ChangeTarget target(
            UUID plan, int quantity, ProrationMode mode, Interval interval, AddonWanted... addons) {
        var priced = new ArrayList<Item>();
        priced.add(item(ItemKind.PLAN, "Gold", quantity, "31"));
        for (var addon : addons) {
            priced.add(item(ItemKind.ADDON, "Addon", addon.quantity(), "3.10"));
        }
        return new ChangeTarget(
                new ItemsWanted(plan, quantity, null, List.of(addons)),
                priced,
                interval,
                mode,
                null,
                null,
                0,
                ChargeTime.ADVANCE,
                CouponStep.NONE);
    }

    private List<OpenItem> open() {
        var from = day("2027-01-01");
        return List.of(
                new OpenItem(plan.id(), null, 1, null, from),
                new OpenItem(support.id(), SUPPORT, 2, null, from));
    }

    private Life life(String today) {
        return life(live(), today, LifeSetting.USUAL);
    }

    private Life life(SubscriptionContract subscription, String today, LifeSetting setting) {
        var basis = monthly("USD", "2027-01-01", plan, support).basis();
        return new Life(
                subscription,
                basis.standing(subscription, basis.items()),
                open(),
                setting,
                day(today));
    }

    private static SubscriptionContract live() {
        return CancellationTests.contract(
                        SubscriptionPhase.LIVE, "2027-01-01", "2027-02-01", 1, null)
                .edit()
                .plan(GOLD)
                .done();
    }

    private static Item item(ItemKind kind, String name, int quantity, String price) {
        return BasisOf.item(kind, name, quantity, price, false).holding(day("2027-01-01"), null);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
