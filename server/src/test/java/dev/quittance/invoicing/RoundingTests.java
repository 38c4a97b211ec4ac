package dev.quittance.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.exchange.ExchangeRate;
import dev.quittance.organization.CashRounding;
import dev.quittance.organization.TaxRounding;
import dev.quittance.organization.TaxTreatment;
import dev.quittance.platform.Amounts;
import dev.quittance.subscriptions.ItemCharge;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoundingTests {
    private static final TaxTerms PER_LINE = new TaxTerms(TaxRounding.PER_LINE, null, null);

    @ParameterizedTest(name = "{0} × {1} at {2} %: {3} per document, {4} per line")
    @CsvSource(
            textBlock =
                    """
                    3,   USD 10.03,   19, USD 5.72,  USD 5.73
                    100, USD 0.07,    7,  USD 0.49,  USD 0.00
                    2,   EUR 815.955, 7,  EUR 114.23, EUR 114.24
                    3,   JPY 105,     10, JPY 32,    JPY 33
                    2,   KWD 1.005,   5,  KWD 0.101, KWD 0.100
                    1,   USD 4294.50, 19, USD 815.96, USD 815.96
                    """)
    void taxIsRoundedOnTheDocumentOrInEachLine(
            int count, String price, String percent, String perDocument, String perLine) {
        var amount = Amounts.round(decimal(price), unit(price));
        var charges = repeat(count, Charges.of(amount, Charges.CATEGORY, false));

        assertThat(taxed(charges, TaxTerms.PLAIN, vat(percent)).tax(unit(price)))
                .isEqualTo(Money.parse(perDocument));
        var lines = taxed(charges, PER_LINE, vat(percent));
        assertThat(lines.tax(unit(price))).isEqualTo(Money.parse(perLine));
        assertThat(lines.lines().getFirst().explanation().sentences())
                .last()
                .asString()
                .startsWith("Tax rounded in this line: VAT %s %% is ".formatted(percent));
    }

    @Test
    void aPriceThatContainsTheTaxIsSplitInItsLine() {
        var charges = repeat(3, Charges.inclusive("EUR 353.90"));
        var perDocument = taxed(charges, TaxTerms.PLAIN, vat("19"));
        var perLine = taxed(charges, PER_LINE, vat("19"));

        // 1061.70 − 892.18 on the document, three times 56.51 in the lines.
        assertThat(perDocument.tax(CurrencyUnit.EUR)).hasToString("EUR 169.52");
        assertThat(perLine.tax(CurrencyUnit.EUR)).hasToString("EUR 169.53");
        assertThat(perLine.lines())
                .extracting(DraftLine::net)
                .allMatch(net -> net.equals(Money.parse("EUR 297.39")));
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource(
            textBlock =
                    """
                    CHF 10.01,  0.05, CHF -0.01
                    CHF 10.02,  0.05, CHF -0.02
                    CHF 10.03,  0.05, CHF 0.02
                    CHF 10.05,  0.05, CHF 0.00
                    CHF 0.02,   0.05, CHF -0.02
                    CHF 0.00,   0.05, CHF 0.00
                    SEK 99.49,  1,    SEK -0.49
                    SEK 99.50,  1,    SEK 0.50
                    JPY 1234,   10,   JPY -4
                    KWD 1.003,  0.005, KWD 0.002
                    CHF -10.03, 0.05, CHF -0.02
                    """)
    void aTotalIsRoundedToWhatCanBePaidInCash(String total, BigDecimal increment, String added) {
        var money = Money.parse(total);

        assertThat(TaxTerms.rounding(new CashRounding(money.getCurrencyUnit(), increment), money))
                .isEqualTo(Money.parse(added));
    }

    @Test
    void cashRoundingIsARowAfterTax() {
        var taxed = taxed(List.of(Charges.of("CHF 10.03")), cash("CHF", "0.05"), vat("8.1"));
        var chf = CurrencyUnit.of("CHF");

        assertThat(taxed.tax(chf)).hasToString("CHF 0.81");
        assertThat(taxed.rounding(chf)).hasToString("CHF 0.01");
    }

    @Test
    void aForeignInvoiceShowsItsTaxInOurCurrencyToo() {
        var taxed =
                taxed(
                        List.of(Charges.of("USD 100.00"), Charges.of("USD 0.99")),
                        terms(TaxRounding.PER_DOCUMENT, null, rate("USD", "0.9234")),
                        vat("19"));

        assertThat(taxed.taxRows())
                .singleElement()
                .satisfies(
                        row -> {
                            assertThat(row.tax()).hasToString("USD 19.19");
                            assertThat(row.exchanged()).isEqualTo(Money.parse("EUR 17.72"));
                        });
    }

    @Test
    void threeLinesCreditedOneByOneGiveBackTheTaxOfEach() {
        var billed =
                new BilledDocument(
                        repeat(3, Charges.of("USD 10.03")), _ -> List.of(vat("19")), PER_LINE);
        var given = new ArrayList<String>();
        for (var i = 0; i < 3; i++) {
            given.add(credit(billed, billed.line(i), null).tax().toString());
        }

        assertThat(given).containsExactly("USD 1.91", "USD 1.91", "USD 1.91");
        assertThat(billed.creditedTax()).isEqualTo(billed.tax());
    }

    @Test
    void aRoundedTotalCreditedInPartsIsGivenBackWhole() {
        var billed =
                new BilledDocument(
                        repeat(3, Charges.of("CHF 3.34")),
                        _ -> List.of(vat("8.1")),
                        cash("CHF", "0.05"));
        var given = new ArrayList<String>();
        for (var i = 0; i < 3; i++) {
            given.add(credit(billed, billed.line(i), null).total().toString());
        }

        assertThat(billed.total()).hasToString("CHF 10.85");
        assertThat(given).containsExactly("CHF 3.60", "CHF 3.60", "CHF 3.65");
        assertThat(billed.creditedTotal()).isEqualTo(billed.total());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void whateverIsBilledAndCreditedAddsUp(long seed) {
        var random = new Random(seed);
        for (var round = 0; round < 80; round++) {
            var billed = anything(random);
            var what = "seed %d, round %d".formatted(seed, round);
            for (var i = 0; i < 8 && billed.basis().left().isPositive(); i++) {
                var line = billed.basis().lines().get(random.nextInt(billed.size()));
                if (line.left().isPositive()) {
                    var part = 1 + random.nextLong(Amounts.minor(line.left()));
                    var note =
                            credit(
                                    billed,
                                    line.id(),
                                    Money.ofMinor(line.net().getCurrencyUnit(), part));
                    assertThat(note.total().isNegative()).as(what).isFalse();
                    assertThat(note.total())
                            .as(what)
                            .isEqualTo(note.net().plus(note.tax()).plus(note.rounding()));
                }
            }
            if (billed.basis().left().isPositive()) {
                billed.keep(Crediting.rest(billed.basis()));
            }
            assertThat(billed.creditedNet()).as(what).isEqualTo(billed.net());
            assertThat(billed.creditedTax()).as(what).isEqualTo(billed.tax());
            assertThat(billed.creditedTotal()).as(what).isEqualTo(billed.total());
            var exchange = billed.exchange();
            if (exchange != null) {
                assertThat(billed.creditedExchange(Money.zero(exchange.currency())))
                        .as(what)
                        .isEqualTo(exchange.tax());
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23, 24})
    void bothWaysOfRoundingDifferByHalfAUnitPerLineAtMost(long seed) {
        var random = new Random(seed);
        for (var round = 0; round < 200; round++) {
            var inclusive = random.nextBoolean();
            var count = 1 + random.nextInt(40);
            var charges = new ArrayList<ItemCharge>();
            for (var i = 0; i < count; i++) {
                var amount = Money.ofMinor(CurrencyUnit.USD, random.nextLong(100_000));
                charges.add(Charges.of(amount, Charges.CATEGORY, inclusive));
            }
            var rate = vat(List.of("19", "7", "8.875", "0.5").get(random.nextInt(4)));
            var whole = taxed(charges, TaxTerms.PLAIN, rate);
            var lines = taxed(charges, PER_LINE, rate);
            var apart = whole.tax(CurrencyUnit.USD).minus(lines.tax(CurrencyUnit.USD)).abs();

            assertThat(Amounts.minor(apart) * 2).as("seed %d", seed).isLessThanOrEqualTo(count);
            if (inclusive) {
                for (var taxed : List.of(whole, lines)) {
                    assertThat(taxed.net(CurrencyUnit.USD).plus(taxed.tax(CurrencyUnit.USD)))
                            .isEqualTo(sum(charges));
                }
            }
        }
    }

    private static Money sum(List<ItemCharge> charges) {
        return charges.stream()
                .map(ItemCharge::amount)
                .reduce(Money.zero(CurrencyUnit.USD), Money::plus);
    }

    private static BilledDocument anything(Random random) {
        var code = List.of("CHF", "SEK", "USD", "JPY", "KWD").get(random.nextInt(5));
        var currency = CurrencyUnit.of(code);
        var inclusive = random.nextInt(3) == 0;
        var charges = new ArrayList<ItemCharge>();
        for (var i = 0; i <= random.nextInt(7); i++) {
            var amount = Money.ofMinor(currency, 1 + random.nextLong(20_000));
            charges.add(Charges.of(amount, Charges.CATEGORY, inclusive));
        }
        var state = vat("6.25");
        var rates = List.of(List.of(vat("19")), List.of(vat("7.7")), List.of(state, vat("2")));
        Function<ItemCharge, List<AppliedRate>> of =
                charge -> rates.get((int) (Amounts.minor(charge.amount()) % 3));
        var rounding = random.nextBoolean() ? TaxRounding.PER_LINE : TaxRounding.PER_DOCUMENT;
        var step = CashRounding.ofMinor(currency, List.of(5L, 10L, 100L).get(random.nextInt(3)));
        var exchange = random.nextBoolean() ? rate(code, "1.0837") : null;
        return new BilledDocument(
                charges, of, new TaxTerms(rounding, random.nextBoolean() ? step : null, exchange));
    }

    private static CreditDraft credit(
            BilledDocument billed, java.util.UUID line, @Nullable Money amount) {
        var quantity = amount == null ? BigDecimal.ONE : null;
        return billed.keep(
                CreditWishes.draft(
                        billed.basis(), List.of(new CreditWish(line, quantity, amount))));
    }

    private static TaxTerms cash(String currency, String increment) {
        var cash = new CashRounding(CurrencyUnit.of(currency), new BigDecimal(increment));
        return terms(TaxRounding.PER_DOCUMENT, cash, null);
    }

    private static TaxTerms terms(
            TaxRounding rounding, @Nullable CashRounding cash, @Nullable ExchangeRate exchange) {
        return new TaxTerms(rounding, cash, exchange);
    }

    private static ExchangeRate rate(String currency, String rate) {
        return new ExchangeRate(
                CurrencyUnit.EUR,
                CurrencyUnit.of(currency),
                new BigDecimal(rate),
                LocalDate.of(2027, 3, 1));
    }

    private static TaxedLines taxed(List<ItemCharge> charges, TaxTerms terms, AppliedRate rate) {
        var currency = charges.getFirst().amount().getCurrencyUnit();
        return TaxedLines.of(currency, charges, _ -> List.of(rate), terms);
    }

    private static List<ItemCharge> repeat(int count, ItemCharge charge) {
        return IntStream.range(0, count).mapToObj(_ -> charge).toList();
    }

    private static AppliedRate vat(String percent) {
        return AppliedRate.of("VAT", new BigDecimal(percent), TaxTreatment.STANDARD);
    }

    private static CurrencyUnit unit(String price) {
        return CurrencyUnit.of(price.substring(0, 3));
    }

    private static BigDecimal decimal(String price) {
        return new BigDecimal(price.substring(4)).setScale(12, RoundingMode.UNNECESSARY);
    }
}
