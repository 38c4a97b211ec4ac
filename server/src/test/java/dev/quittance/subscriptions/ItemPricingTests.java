package dev.quittance.subscriptions;

import static dev.quittance.subscriptions.BasisOf.monthly;
import static dev.quittance.subscriptions.BasisOf.plan;
import static dev.quittance.subscriptions.BasisOf.priced;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.catalog.PriceTier;
import dev.quittance.catalog.Pricing;
import dev.quittance.catalog.PricingModel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What priced items come to on a bill, and how it is told. */
class ItemPricingTests {

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # currency, model,     price, quantity, ends,       amount
                    USD,        FLAT,      19.99, 7,        ,           USD 19.99
                    USD,        PACKAGE,   9.99,  11,       ,           USD 19.98
                    USD,        GRADUATED, 0,     1,        ,           USD 0.34
                    USD,        GRADUATED, 0,     10,       ,           USD 3.35
                    USD,        GRADUATED, 0,     11,       ,           USD 3.48
                    USD,        VOLUME,    0,     11,       ,           USD 1.38
                    USD,        GRADUATED, 1,     11,       2027-01-11, USD 1.44
                    JPY,        GRADUATED, 0,     11,       ,           JPY 3
                    JPY,        VOLUME,    100,   11,       ,           JPY 101
                    JPY,        PACKAGE,   999,   21,       2027-01-02, JPY 97
                    KWD,        GRADUATED, 0,     11,       ,           KWD 3.475
                    KWD,        VOLUME,    0,     11,       ,           KWD 1.375
                    KWD,        FLAT,      1.001, 3,        2027-01-16, KWD 0.484
                    """)
    void thePriceOfAQuantityIsRoundedOnce(
            String currency,
            PricingModel model,
            BigDecimal price,
            int quantity,
            @Nullable String ends,
            String amount) {
        var agreed =
                monthly(
                        currency,
                        "2027-01-01",
                        priced(ItemKind.PLAN, quantity, pricing(model, price), EACH));

        var due = (ends == null ? agreed : agreed.ending(ends)).due("2027-01-01");

        assertThat(due.getFirst().charges())
                .singleElement()
                .extracting(ItemCharge::amount)
                .isEqualTo(Money.parse(amount));
    }

    @Test
    void whereUnitsHaveNoPriceOfTheirOwnTheLineIsOneOfTheWhole() {
        var charge = charge(PricingModel.GRADUATED, "20", 11);

        assertThat(charge.description()).isEqualTo("Gold, 11 units");
        assertThat(charge.quantity()).isEqualTo(BigDecimal.ONE);
        assertThat(charge.unitPrice()).isEqualByComparingTo("23.475");
    }

    @Test
    void eachModelIsToldInSentences() {
        assertThat(sentences(PricingModel.FLAT, "20", 3))
                .containsExactly("USD 20.00 for any quantity, per month, list price", ALL_DAYS);
        assertThat(sentences(PricingModel.PACKAGE, "9", 11))
                .containsExactly(
                        "11 units, per month, list price, in packages of 10",
                        "2 × USD 9.00",
                        ALL_DAYS);
        assertThat(sentences(PricingModel.GRADUATED, "20", 11))
                .containsExactly(
                        "11 units, per month, list price, each at the price of its tier",
                        "Fixed: USD 20.00",
                        "1 to 10: 10 × USD 0.335",
                        "From 11 on: 1 × USD 0.125",
                        ALL_DAYS,
                        "USD 23.475 rounded to USD 23.48");
        assertThat(sentences(PricingModel.VOLUME, "0", 1))
                .containsExactly(
                        "1 unit, per month, list price, all at the price of their tier",
                        "1 to 10: 1 × USD 0.335",
                        ALL_DAYS,
                        "USD 0.335 rounded to USD 0.34");
    }

    @Test
    void whatIsPaidOnceStandsOnTheFirstInvoiceOnly() {
        var router =
                priced(
                        ItemKind.ADDON,
                        2,
                        Pricing.perUnit(new BigDecimal("49.90")),
                        Recurrence.ONCE);

        var due = monthly("USD", "2027-01-15", plan(1, "31"), router).due("2027-03-15");

        assertThat(due).extracting(term -> term.charges().size()).containsExactly(2, 1, 1);
        var charge = due.getFirst().charges().getLast();
        assertThat(charge.amount()).isEqualTo(Money.parse("USD 99.80"));
        assertThat(charge.period()).isNull();
        assertThat(charge.explanation().sentences())
                .containsExactly("2 × USD 49.90, once, list price");
        assertThat(due.getFirst().once()).containsExactly(router.id());
        assertThat(due.getLast().once()).isEmpty();
    }

    @Test
    void whatWasPaidOnceIsNeverBilledAgain() {
        var router =
                priced(
                        ItemKind.ADDON,
                        2,
                        Pricing.perUnit(new BigDecimal("49.90")),
                        Recurrence.BILLED);

        var due = monthly("USD", "2027-01-15", plan(1, "31"), router).due("2027-01-15");

        assertThat(due.getFirst().charges()).hasSize(1);
    }

    @Test
    void versionsOfWhatIsPaidOnceAreBilledOnceAsTheLastStands() {
        var price = Pricing.perUnit(new BigDecimal("49.90"));
        var first = priced(ItemKind.ADDON, 2, price, Recurrence.ONCE);
        var day = LocalDate.of(2027, 1, 20);
        var closed = version(first, 2, first.from(), day);
        var open = version(first, 3, day, null);

        var due = monthly("USD", "2027-01-15", plan(1, "31"), closed, open).due("2027-02-15");

        assertThat(due.stream().flatMap(term -> term.charges().stream()))
                .extracting(ItemCharge::amount)
                .containsExactly(
                        Money.parse("USD 31.00"),
                        Money.parse("USD 149.70"),
                        Money.parse("USD 31.00"));
    }

    @Test
    void aStubDoesNotMakeWhatIsPaidOnceCheaper() {
        var router =
                priced(ItemKind.ADDON, 1, Pricing.perUnit(new BigDecimal("50")), Recurrence.ONCE);

        var due =
                monthly("USD", "2027-01-01", plan(1, "31"), router)
                        .ending("2027-01-02")
                        .due("2027-01-01");

        assertThat(due.getFirst().charges())
                .extracting(ItemCharge::amount)
                .containsExactly(Money.parse("USD 1.00"), Money.parse("USD 50.00"));
    }

    private static final Recurrence EACH = Recurrence.EACH_PERIOD;
    private static final String ALL_DAYS = "31 of 31 days";

    private static BillingBasis.Item version(
            BillingBasis.Item of, int quantity, LocalDate from, @Nullable LocalDate until) {
        return new BillingBasis.Item(
                of.id(),
                of.kind(),
                of.name(),
                quantity,
                of.price(),
                null,
                false,
                of.recurrence(),
                null,
                false,
                from,
                until);
    }

    private static List<String> sentences(PricingModel model, String price, int quantity) {
        return charge(model, price, quantity).explanation().sentences();
    }

    private static ItemCharge charge(PricingModel model, String price, int quantity) {
        var item = priced(ItemKind.PLAN, quantity, pricing(model, new BigDecimal(price)), EACH);
        return monthly("USD", "2027-01-01", item).due("2027-01-01").getFirst().charges().getFirst();
    }

    /** Packages of 10; tiers of 0.335 up to 10 units, then 0.125. */
    private static Pricing pricing(PricingModel model, BigDecimal price) {
        var tiers =
                List.of(
                        new PriceTier(10, new BigDecimal("0.335")),
                        new PriceTier(null, new BigDecimal("0.125")));
        return switch (model) {
            case FLAT, PER_UNIT -> new Pricing(model, price, null, List.of());
            case PACKAGE -> new Pricing(model, price, 10, List.of());
            case GRADUATED, VOLUME -> new Pricing(model, price, null, tiers);
        };
    }
}
