package dev.quittance.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.platform.Amounts;
import dev.quittance.platform.InvalidInput;
import dev.quittance.platform.Refused;
import dev.quittance.subscriptions.ItemCharge;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreditingTests {

    @ParameterizedTest(name = "{0} × {1} at {2} %")
    @CsvSource(
            textBlock =
                    """
                    3,   USD 10.03,    19,  5.72,   '1.91, 1.90, 1.91'
                    3,   EUR 0.03,     19,  0.02,   '0.01, 0.00, 0.01'
                    2,   EUR 815.96,   7,   114.23, '57.12, 57.11'
                    3,   JPY 105,      10,  32,     '11, 10, 11'
                    2,   KWD 1.005,    5,   0.101,  '0.050, 0.051'
                    1,   USD 99.99,    0,   0.00,   '0.00'
                    """)
    void linesCreditedOneByOneGiveBackExactlyTheTax(
            int count, String price, String percent, BigDecimal tax, String each) {
        var billed = lines(count, Money.parse(price), percent);
        var given = new ArrayList<String>();
        for (var i = 0; i < count; i++) {
            var line = billed.line(i);
            var wish = new CreditWish(line, BigDecimal.ONE, null);
            given.add(credit(billed, wish).tax().getAmount().toPlainString());
        }

        assertThat(billed.tax().getAmount()).isEqualByComparingTo(tax);
        assertThat(String.join(", ", given)).isEqualTo(each);
        assertThat(billed.creditedTax()).isEqualTo(billed.tax());
        assertThat(billed.creditedNet()).isEqualTo(billed.net());
        assertThat(billed.basis().left().isZero()).isTrue();
    }

    @Test
    void aPriceThatContainsTheTaxIsGivenBackWhole() {
        var charge = Charges.inclusive("EUR 353.90");
        var billed = new BilledDocument(List.of(charge), _ -> List.of(BilledDocument.vat("19")));
        credit(billed, new CreditWish(billed.line(0), null, Money.parse("EUR 100")));
        var rest = billed.keep(Crediting.rest(billed.basis()));

        assertThat(billed.creditedNet()).hasToString("EUR 297.39");
        assertThat(billed.creditedTax()).hasToString("EUR 56.51");
        assertThat(rest.kind()).isEqualTo(CreditNoteKind.CANCELLATION);
        assertThat(rest.total()).hasToString("EUR 234.90");
    }

    @Test
    void allUnitsTogetherCostTheLine() {
        var billed = lines(1, Money.parse("USD 10.00"), "19", new BigDecimal("3"));
        var third = new CreditWish(billed.line(0), BigDecimal.ONE, null);

        assertThat(credit(billed, third).net()).hasToString("USD 3.33");
        assertThat(credit(billed, third).net()).hasToString("USD 3.34");
        assertThat(credit(billed, third).net()).hasToString("USD 3.33");
        assertThatThrownBy(() -> credit(billed, third))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.problem())
                                        .isEqualTo(
                                                new MoreThanLeft(
                                                        "\"Broadband\" has been credited wholly.",
                                                        Money.parse("USD 0.00"))));
    }

    @Test
    void moreThanIsLeftIsRefusedWithWhatIs() {
        var billed = lines(2, Money.parse("USD 10.00"), "19");
        credit(billed, new CreditWish(billed.line(0), null, Money.parse("USD 4.00")));

        assertThatThrownBy(
                        () ->
                                credit(
                                        billed,
                                        new CreditWish(
                                                billed.line(0), null, Money.parse("USD 6.01"))))
                .hasMessage(
                        "Of \"Broadband\" at most USD 6.00 without tax can still be credited, or 1"
                                + " units.");
        assertThatThrownBy(
                        () -> Crediting.amount(billed.basis(), Money.parse("USD 16.01"), "Sorry"))
                .hasMessage(
                        "Of invoice INV-1 at most USD 16.00 without tax can still be credited.");
    }

    @Test
    void aDiscountIsSpreadByWhatIsLeft() {
        var billed = lines(3, Money.parse("USD 10.00"), "19");
        credit(billed, new CreditWish(billed.line(0), null, Money.parse("USD 5.00")));
        var discount = Crediting.amount(billed.basis(), Money.parse("USD 1.00"), "Goodwill");

        assertThat(discount.lines())
                .extracting(line -> line.net().toString())
                .containsExactly("USD 0.20", "USD 0.40", "USD 0.40");
        assertThat(discount.lines().getFirst().description()).isEqualTo("Goodwill: Broadband");
        assertThat(discount.tax()).hasToString("USD 0.19");
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        var billed = lines(1, Money.parse("USD 10.00"), "19");
        var line = billed.line(0);
        var one = BigDecimal.ONE;
        var five = Money.parse("USD 5.00");

        assertThat(fault(billed)).isEqualTo("lines");
        assertThat(fault(billed, new CreditWish(line, one, five))).isEqualTo("lines[0]");
        assertThat(fault(billed, new CreditWish(line, null, null))).isEqualTo("lines[0]");
        assertThat(fault(billed, new CreditWish(line, BigDecimal.ZERO, null)))
                .isEqualTo("lines[0].quantity");
        assertThat(fault(billed, new CreditWish(line, null, Money.parse("EUR 5.00"))))
                .isEqualTo("lines[0].amount");
        assertThat(fault(billed, new CreditWish(UUID.randomUUID(), one, null)))
                .isEqualTo("lines[0].lineId");
        assertThat(
                        fault(
                                billed,
                                new CreditWish(line, null, five),
                                new CreditWish(line, null, five)))
                .isEqualTo("lines[1].lineId");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whateverIsCreditedInWhateverPartsTheWholeIsExactlyNetAndTax(long seed) {
        var random = new Random(seed);
        for (var round = 0; round < 60; round++) {
            var billed = anything(random);
            for (var i = 0; i < 12 && billed.basis().left().isPositive(); i++) {
                step(billed, random);
                assertThat(billed.creditedTax().isNegative()).isFalse();
            }
            if (billed.basis().left().isPositive()) {
                billed.keep(Crediting.rest(billed.basis()));
            }
            assertThat(billed.creditedNet()).as("round %d", round).isEqualTo(billed.net());
            assertThat(billed.creditedTax()).as("round %d", round).isEqualTo(billed.tax());
        }
    }

    private static void step(BilledDocument billed, Random random) {
        var basis = billed.basis();
        var line = basis.lines().get(random.nextInt(billed.size()));
        var left = Amounts.minor(line.left());
        if (random.nextInt(3) == 0) {
            var minor = 1 + random.nextLong(Amounts.minor(basis.left()));
            billed.keep(
                    Crediting.amount(basis, Money.ofMinor(basis.currency(), minor), "Discount"));
        } else if (left > 0 && random.nextBoolean()) {
            var amount = Money.ofMinor(basis.currency(), 1 + random.nextLong(left));
            credit(billed, new CreditWish(line.id(), null, amount));
        } else if (line.quantityLeft().signum() > 0
                && line.of(BigDecimal.ONE).isPositive()
                && !line.of(BigDecimal.ONE).isGreaterThan(line.left())) {
            credit(billed, new CreditWish(line.id(), BigDecimal.ONE, null));
        }
    }

    private static BilledDocument anything(Random random) {
        var currency = CurrencyUnit.of(List.of("USD", "JPY", "KWD").get(random.nextInt(3)));
        var inclusive = random.nextInt(3) == 0;
        var percents = List.of("19", "7", "0", "8.875");
        var charges = new ArrayList<ItemCharge>();
        for (var i = 0; i <= random.nextInt(6); i++) {
            var amount = Money.ofMinor(currency, 1 + random.nextLong(50_000));
            var units = BigDecimal.valueOf(1 + random.nextInt(4));
            charges.add(Charges.of(amount, Charges.CATEGORY, inclusive, units));
        }
        return new BilledDocument(
                charges,
                charge ->
                        List.of(
                                BilledDocument.vat(
                                        percents.get((int) (Amounts.minor(charge.amount()) % 4)))));
    }

    private static String fault(BilledDocument billed, CreditWish... wishes) {
        try {
            CreditWishes.draft(billed.basis(), List.of(wishes));
            return "none";
        } catch (Refused refused) {
            return ((InvalidInput) refused.problem()).fields().getFirst().path();
        }
    }

    private static CreditDraft credit(BilledDocument billed, CreditWish wish) {
        return billed.keep(CreditWishes.draft(billed.basis(), List.of(wish)));
    }

    private static BilledDocument lines(int count, Money price, String percent) {
        return lines(count, price, percent, BigDecimal.ONE);
    }

    private static BilledDocument lines(
            int count, Money price, String percent, BigDecimal quantity) {
        var charges = new ArrayList<ItemCharge>();
        for (var i = 0; i < count; i++) {
            charges.add(Charges.of(price, Charges.CATEGORY, false, quantity));
        }
        return new BilledDocument(charges, _ -> List.of(BilledDocument.vat(percent)));
    }
}
