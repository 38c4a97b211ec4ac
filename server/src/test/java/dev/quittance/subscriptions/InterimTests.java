package dev.quittance.subscriptions;

import static dev.quittance.subscriptions.BasisOf.MONTHLY;
import static dev.quittance.subscriptions.BasisOf.monthly;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.catalog.ChargeTime;
import dev.quittance.catalog.ProrationMode;
import dev.quittance.subscriptions.Changing.ChangeTime;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What coupons take off a change within a period of 31.00 that is billed from 1 to 31 January. */
class InterimTests {
    private static final UUID GOLD = UUID.randomUUID();
    private static final LocalDate CHANGED = LocalDate.of(2027, 1, 11);

    @ParameterizedTest
    @Tag("P34")
    @CsvSource(
            textBlock =
                    """
                    # off,  terms left, acted until, change of 42.00, term used, next of 62.00
                    50%,    ,           2027-02-01,  21.00,           false,     31.00
                    50%,    ,           ,            21.00,           true,      31.00
                    50%,    0,          2027-02-01,  21.00,           false,     62.00
                    50%,    1,          2027-02-01,  21.00,           false,     31.00
                    50%,    1,          ,            21.00,           true,      62.00
                    50%,    2,          ,            21.00,           true,      31.00
                    50%,    1,          2027-01-01,  21.00,           true,      62.00
                    50%,    0,          2027-01-01,  42.00,           false,     62.00
                    10.00,  ,           2027-02-01,  42.00,           false,     52.00
                    10.00,  1,          ,            42.00,           false,     52.00
                    10.00,  0,          2027-02-01,  42.00,           false,     62.00
                    """)
    void aChangeBelongsToTheBillOfItsPeriod(
            String off,
            @Nullable Integer terms,
            @Nullable LocalDate actedUntil,
            String charged,
            boolean used,
            String next) {
        var step = doubled("2027-02-01", 1, coupon(off, terms, actedUntil, Set.of()));

        assertThat(amounts(step.beside())).containsExactly(charged);
        assertThat(step.beside().getFirst().coupons()).hasSize(used ? 1 : 0);
        assertThat(amounts(List.of(DueTerms.term(step.basis(), step.then().nextTerm(), false))))
                .containsExactly(next);
    }

    @Test
    @Tag("P34")
    void eachPeriodThatIsBilledAheadUsesUpATermOfItsOwn() {
        var one = doubled("2027-03-01", 2, coupon("50%", 1, null, Set.of()));

        assertThat(amounts(one.beside())).containsExactly("21.00", "62.00");
        var two = doubled("2027-03-01", 2, coupon("50%", 2, null, Set.of()));

        assertThat(amounts(two.beside())).containsExactly("21.00", "31.00");
    }

    @Test
    void aCouponOfOtherPlansActsOnNothingAndUsesUpNothing() {
        var step = doubled("2027-02-01", 1, coupon("50%", 1, null, Set.of(UUID.randomUUID())));

        assertThat(amounts(step.beside())).containsExactly("42.00");
        assertThat(step.beside().getFirst().coupons()).isEmpty();
    }

    private static Step doubled(String billedUntil, int nextTerm, AppliedCoupon coupon) {
        var plan =
                BasisOf.item(ItemKind.PLAN, "Gold", 1, "31", false)
                        .holding(LocalDate.of(2027, 1, 1), null);
        var subscription =
                CancellationTests.contract(
                                SubscriptionPhase.LIVE, "2027-01-01", billedUntil, nextTerm, null)
                        .edit()
                        .plan(GOLD)
                        .done();
        var basis = monthly("USD", "2027-01-01", plan).coupons(coupon).basis();
        var life =
                new Life(
                        subscription,
                        basis.standing(subscription, basis.items()),
                        List.of(new OpenItem(plan.id(), null, 1, null, LocalDate.of(2027, 1, 1))),
                        LifeSetting.USUAL,
                        CHANGED);
        var target =
                new ChangeTarget(
                        new ItemsWanted(GOLD, 2, null, List.of()),
                        List.of(BasisOf.item(ItemKind.PLAN, "Gold", 2, "31", false)),
                        MONTHLY,
                        ProrationMode.BY_DAY,
                        null,
                        null,
                        0,
                        ChargeTime.ADVANCE,
                        CouponStep.NONE);
        return Changing.decide(life, target, ChangeTime.NOW);
    }

    private static AppliedCoupon coupon(
            String off, @Nullable Integer terms, @Nullable LocalDate actedUntil, Set<UUID> plans) {
        var percent = off.endsWith("%");
        return new AppliedCoupon(
                UUID.randomUUID(),
                "OFF",
                percent ? new BigDecimal(off.replace("%", "")) : null,
                percent ? null : Money.parse("USD " + off),
                terms,
                true,
                Set.of(),
                false,
                plans,
                Set.of(),
                actedUntil);
    }

    private static List<String> amounts(List<DueTerm> terms) {
        return terms.stream()
                .flatMap(term -> term.charges().stream())
                .map(charge -> charge.amount().getAmount().toPlainString())
                .toList();
    }
}
