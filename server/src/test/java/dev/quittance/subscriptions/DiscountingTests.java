package dev.quittance.subscriptions;

import static dev.quittance.subscriptions.BasisOf.addon;
import static dev.quittance.subscriptions.BasisOf.monthly;
import static dev.quittance.subscriptions.BasisOf.plan;
import static dev.quittance.subscriptions.BasisOf.priced;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.catalog.Pricing;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What coupons take off a bill, before tax. */
class DiscountingTests {

    @ParameterizedTest(name = "{0} of {1} off plan {2} and addon {3}: {4}")
    @CsvSource(
            textBlock =
                    """
                    # coupons,       currency, plan,  addon, lines
                    '10%',           USD,      20.00, 5.00,  18.00 4.50
                    '10%',           USD,      19.99, 0.05,  17.99 0.05
                    '100%',          USD,      20.00, 5.00,  0.00 0.00
                    '33.3333%',      USD,      10.00, 1.00,  6.67 0.67
                    '10%',           JPY,      999,   5,     899 5
                    '12.5%',         KWD,      1.001, 0.004, 0.876 0.004
                    '10% 10%',       USD,      20.00, 5.00,  16.20 4.05
                    '5.00',          USD,      20.00, 5.00,  16.00 4.00
                    '1.00',          USD,      2.00,  1.00,  1.33 0.67
                    '0.01',          USD,      1.00,  1.00,  0.99 1.00
                    '25.00',         USD,      20.00, 5.00,  0.00 0.00
                    '99.00',         USD,      20.00, 5.00,  0.00 0.00
                    '20.00 10.00',   USD,      20.00, 5.00,  0.00 0.00
                    '5.00 10%',      USD,      20.00, 5.00,  14.00 3.50
                    '10% 5.00',      USD,      20.00, 5.00,  14.00 3.50
                    '100',           JPY,      999,   1,     899 1
                    '1',             JPY,      0,     0,     0 0
                    '0.001',         KWD,      0.001, 0.001, 0.000 0.001
                    """)
    void percentagesActFirstThenAmountsSpreadByLargestRemainder(
            String coupons, String currency, String plan, String addon, String lines) {
        var due =
                monthly(currency, "2027-01-01", plan(1, plan), addon(1, addon))
                        .coupons(coupons(currency, coupons))
                        .due("2027-01-01");

        assertThat(amounts(due.getFirst())).containsExactly(lines.split(" "));
    }

    @Test
    void aPercentageActsBeforeTheOnlyRounding() {
        var due =
                monthly("USD", "2027-01-01", plan(3, "0.335"))
                        .coupons(coupons("USD", "50%"))
                        .due("2027-01-01");

        // 1.005 is halved before it is rounded; 1.01 halved would be 0.51.
        assertThat(amounts(due.getFirst())).containsExactly("0.50");
        assertThat(due.getFirst().charges().getFirst().explanation().sentences())
                .containsExactly(
                        "3 × USD 0.335 per month, list price",
                        "31 of 31 days",
                        "Coupon C1: 50 % off",
                        "USD 0.5025 rounded to USD 0.50");
    }

    @Test
    void anAmountStandsInTheExplanationAndOnTheLine() {
        var charge =
                monthly("USD", "2027-01-01", plan(1, "20.00"))
                        .coupons(coupons("USD", "10% 5.00"))
                        .due("2027-01-01")
                        .getFirst()
                        .charges()
                        .getFirst();

        assertThat(charge.description()).isEqualTo("Gold (10 % off: C1, USD 5.00 off: C2)");
        assertThat(charge.explanation().sentences())
                .containsExactly(
                        "1 × USD 20.00 per month, list price",
                        "31 of 31 days",
                        "Coupon C1: 10 % off",
                        "That is USD 18.00",
                        "Coupon C2: −USD 5.00");
    }

    @Test
    void setupFeesAndWhatIsBilledOnceAreLoweredOnlyWhereTheCouponNamesThem() {
        var once =
                priced(ItemKind.ADDON, 1, Pricing.perUnit(new BigDecimal("50")), Recurrence.ONCE);
        var support = addon(1, "10.00");
        var agreed = monthly("USD", "2027-01-01", plan(1, "20.00"), support, once).setupFee("8.00");

        assertThat(amounts(agreed.coupons(half(true, Set.of(), false))))
                .containsExactly("10.00", "5.00", "50.00", "8.00");
        assertThat(amounts(agreed.coupons(half(false, Set.of(), true))))
                .containsExactly("10.00", "10.00", "50.00", "4.00");
        assertThat(amounts(agreed.coupons(half(false, Set.of(once.id()), false))))
                .containsExactly("10.00", "10.00", "25.00", "8.00");
        assertThat(amounts(agreed.coupons(half(false, Set.of(support.id()), false))))
                .containsExactly("10.00", "5.00", "50.00", "8.00");
    }

    @Test
    void aCouponActsForItsTermsAndAStubIsOne() {
        var due =
                monthly("USD", "2027-01-01", plan(1, "31.00"))
                        .customer("2027-01-31", null)
                        .coupons(coupon("HALF", "50", null, 2))
                        .due("2027-04-01");

        assertThat(due.stream().filter(term -> !term.silent()).map(DiscountingTests::amounts))
                .containsExactly(
                        List.of("0.50"), List.of("15.50"), List.of("31.00"), List.of("31.00"));
        assertThat(due).extracting(term -> term.coupons().size()).containsExactly(1, 1, 0, 0);
    }

    @Test
    void aTermThatIsPassedOverUsesNothingUp() {
        var due =
                monthly("USD", "2027-01-01", plan(1, "31.00"))
                        .customer("2027-02-01", null)
                        .coupons(coupon("HALF", "50", null, 1))
                        .due("2027-03-01");

        assertThat(due).extracting(term -> term.coupons().size()).containsExactly(0, 1, 0);
        assertThat(amounts(due.get(1))).containsExactly("15.50");
        assertThat(amounts(due.get(2))).containsExactly("31.00");
    }

    @Test
    void noLineGoesBelowZeroAndWhatIsTakenOffIsWhatTheCouponsGive() {
        for (var seed = 0; seed < 2000; seed++) {
            var random = new Random(seed);
            var items = new BillingBasis.Item[1 + random.nextInt(5)];
            Arrays.setAll(
                    items,
                    i ->
                            i == 0
                                    ? plan(1, cents(random, 3000))
                                    : addon(1 + random.nextInt(3), cents(random, 900)));
            var plain = monthly("USD", "2027-01-01", items);
            var off = new BigDecimal(cents(random, 8000));
            var amount = coupon("C1", null, Money.of(USD, off), null);

            var before = sum(plain.due("2027-01-01").getFirst());
            var charges = plain.coupons(amount).due("2027-01-01").getFirst();

            assertThat(charges.charges())
                    .as("seed %d", seed)
                    .allMatch(charge -> !charge.amount().isNegative());
            assertThat(sum(charges))
                    .as("seed %d", seed)
                    .isEqualByComparingTo(before.subtract(off).max(BigDecimal.ZERO));
        }
    }

    private static final org.joda.money.CurrencyUnit USD = org.joda.money.CurrencyUnit.USD;

    private static String cents(Random random, int most) {
        return BigDecimal.valueOf(1 + random.nextInt(most), 2).toPlainString();
    }

    private static BigDecimal sum(DueTerm term) {
        return term.charges().stream()
                .map(charge -> charge.amount().getAmount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** {@code 10% 5.00} is two coupons, C1 and C2. */
    private static AppliedCoupon[] coupons(String currency, String texts) {
        var each = texts.split(" ");
        var coupons = new AppliedCoupon[each.length];
        Arrays.setAll(
                coupons,
                i ->
                        each[i].endsWith("%")
                                ? coupon("C" + (i + 1), each[i].replace("%", ""), null, null)
                                : coupon(
                                        "C" + (i + 1),
                                        null,
                                        Money.parse(currency + " " + each[i]),
                                        null));
        return coupons;
    }

    private static AppliedCoupon coupon(
            String code,
            @Nullable String percent,
            @Nullable Money amount,
            @Nullable Integer terms) {
        return new AppliedCoupon(
                UUID.randomUUID(),
                code,
                percent == null ? null : new BigDecimal(percent),
                amount,
                terms,
                true,
                Set.of(),
                false,
                Set.of(),
                Set.of(),
                null);
    }

    private static AppliedCoupon half(boolean addons, Set<UUID> named, boolean setupFees) {
        return new AppliedCoupon(
                UUID.randomUUID(),
                "HALF",
                new BigDecimal("50"),
                null,
                null,
                addons,
                named,
                setupFees,
                Set.of(),
                Set.of(),
                null);
    }

    private static List<String> amounts(BasisOf agreed) {
        return amounts(agreed.due("2027-01-01").getFirst());
    }

    private static List<String> amounts(DueTerm term) {
        return term.charges().stream()
                .map(charge -> charge.amount().getAmount().toPlainString())
                .toList();
    }
}
