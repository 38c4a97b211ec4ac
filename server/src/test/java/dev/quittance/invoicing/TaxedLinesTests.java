package dev.quittance.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.organization.TaxTreatment;
import dev.quittance.subscriptions.ItemCharge;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxedLinesTests {

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    USD 100.00,   19,     USD 19.00
                    USD 0.00,     19,     USD 0.00
                    USD 0.01,     19,     USD 0.00
                    USD 0.03,     19,     USD 0.01
                    USD 4294.50,  19,     USD 815.96
                    USD 10.00,    8.875,  USD 0.89
                    JPY 1234,     10,     JPY 123
                    JPY 1235,     10,     JPY 124
                    KWD 12.345,   5,      KWD 0.617
                    KWD 1.010,    5,      KWD 0.051
                    USD 99999999999.99, 25, USD 25000000000.00
                    USD 100.00,   0,      USD 0.00
                    """)
    void taxOnPricesWithoutTaxIsRoundedHalfUp(String net, String percent, String tax) {
        var taxed = taxed(List.of(Charges.of(net)), rate("VAT", percent));

        assertThat(taxed.net(unit(net))).isEqualTo(Money.parse(net));
        assertThat(taxed.taxRows()).singleElement();
        assertThat(taxed.tax(unit(net))).isEqualTo(Money.parse(tax));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    USD 353.90,  19,     USD 297.39, USD 56.51
                    USD 119.00,  19,     USD 100.00, USD 19.00
                    USD 0.00,    19,     USD 0.00,   USD 0.00
                    USD 0.01,    19,     USD 0.01,   USD 0.00
                    USD 971.00,  19,     USD 815.97, USD 155.03
                    USD 10.00,   0,      USD 10.00,  USD 0.00
                    JPY 1100,    10,     JPY 1000,   JPY 100
                    JPY 999,     10,     JPY 908,    JPY 91
                    KWD 10.500,  5,      KWD 10.000, KWD 0.500
                    """)
    void theGrossOfPricesWithTaxNeverMoves(String gross, String percent, String net, String tax) {
        var taxed = taxed(List.of(Charges.inclusive(gross)), rate("VAT", percent));
        var line = taxed.lines().getFirst();

        assertThat(line.net()).isEqualTo(Money.parse(net));
        assertThat(line.gross()).isEqualTo(Money.parse(gross));
        assertThat(taxed.tax(unit(gross))).isEqualTo(Money.parse(tax));
        assertThat(line.unitPrice()).isEqualByComparingTo(Money.parse(net).getAmount());
    }

    @Test
    void perDocumentAndRateTheSumIsRoundedNotTheLines() {
        var charges = IntStream.range(0, 100).mapToObj(_ -> Charges.of("USD 0.07")).toList();

        var taxed = taxed(charges, rate("VAT", "7"));

        // Line by line it would be nothing: 0.0049 each.
        assertThat(taxed.tax(CurrencyUnit.USD)).isEqualTo(Money.parse("USD 0.49"));
    }

    @Test
    void aHundredLinesAtTwoRatesMakeTwoRowsThatAddUp() {
        var full = rate("VAT", "19");
        var reduced = rate("Reduced VAT", "7");
        var charges = new ArrayList<ItemCharge>();
        for (var i = 1; i <= 100; i++) {
            charges.add(Charges.of("USD %d.%02d".formatted(i, i % 100)));
        }

        var taxed =
                TaxedLines.of(
                        CurrencyUnit.USD,
                        charges,
                        charge -> List.of(charges.indexOf(charge) % 2 == 0 ? full : reduced),
                        TaxTerms.PLAIN);

        assertThat(taxed.taxRows())
                .extracting(TaxRow::label)
                .containsExactly("VAT 19 %", "Reduced VAT 7 %");
        assertThat(taxed.taxRows().get(0).base().plus(taxed.taxRows().get(1).base()))
                .isEqualTo(taxed.net(CurrencyUnit.USD));
        assertThat(taxed.net(CurrencyUnit.USD)).isEqualTo(Money.parse("USD 5099.50"));
        assertThat(taxed.taxRows().get(0).base()).isEqualTo(Money.parse("USD 2525.00"));
        assertThat(taxed.taxRows().get(0).tax()).isEqualTo(Money.parse("USD 479.75"));
        assertThat(taxed.taxRows().get(1).tax()).isEqualTo(Money.parse("USD 180.22"));
    }

    @Test
    void twoRatesOnOneGoodsShareTheTaxByLargestRemainder() {
        var state = rate("State tax", "6.25");
        var county = rate("County tax", "2");

        var taxed = taxed(List.of(Charges.inclusive("USD 10.00")), state, county);

        assertThat(taxed.lines().getFirst().net()).isEqualTo(Money.parse("USD 9.24"));
        assertThat(taxed.taxRows())
                .extracting(TaxRow::tax)
                .containsExactly(Money.parse("USD 0.58"), Money.parse("USD 0.18"));
        assertThat(taxed.lines().getFirst().taxLabel())
                .isEqualTo("State tax 6.25 % + County tax 2 %");
    }

    @Test
    void whatIsNotTaxedHasNoRow() {
        var taxed = taxed(List.of(Charges.of(Money.parse("USD 5.00"), null, false)));

        assertThat(taxed.taxRows()).isEmpty();
        assertThat(taxed.lines().getFirst().taxLabel()).isNull();
    }

    @Test
    @Tag("A24")
    void aLineExplainsItsTax() {
        var taxed = taxed(List.of(Charges.inclusive("USD 353.90")), rate("VAT", "19"));

        assertThat(taxed.lines().getFirst().explanation().sentences())
                .endsWith("USD 353.90 contains USD 56.51 tax (VAT 19 %): USD 297.39 without tax");
    }

    @Test
    void whateverIsBilledAddsUp() {
        for (var seed = 0; seed < 2_000; seed++) {
            var random = new Random(seed);
            var currency = CurrencyUnit.of(List.of("USD", "JPY", "KWD").get(random.nextInt(3)));
            var charges = new ArrayList<ItemCharge>();
            for (var i = 1 + random.nextInt(40); i > 0; i--) {
                var amount = Money.ofMinor(currency, random.nextLong(1_000_000));
                charges.add(
                        Charges.of(
                                amount,
                                random.nextInt(5) == 0 ? null : Charges.CATEGORY,
                                random.nextBoolean()));
            }
            var rates = List.of(rate("A", "19"), rate("B", "7"), rate("C", "8.875"));
            var taxed =
                    TaxedLines.of(
                            currency,
                            charges,
                            charge ->
                                    charge.taxCategory() == null
                                            ? List.of()
                                            : some(rates, charge.amount()),
                            TaxTerms.PLAIN);

            assertThat(taxed.lines()).as("seed %d", seed).hasSameSizeAs(charges);
            var promised = Money.zero(currency);
            for (var i = 0; i < charges.size(); i++) {
                var charge = charges.get(i);
                var line = taxed.lines().get(i);
                assertThat(line.charge()).isSameAs(charge);
                if (charge.taxInclusive()) {
                    promised = promised.plus(charge.amount());
                    assertThat(line.net().isGreaterThan(charge.amount())).isFalse();
                } else {
                    assertThat(line.net()).isEqualTo(charge.amount());
                }
            }
            if (charges.stream().allMatch(ItemCharge::taxInclusive)) {
                assertThat(taxed.net(currency).plus(taxed.tax(currency)))
                        .as("seed %d", seed)
                        .isEqualTo(promised);
            }
        }
    }

    private static List<AppliedRate> some(List<AppliedRate> rates, Money amount) {
        var first = (int) (amount.getAmountMinorLong() % 3);
        return amount.getAmountMinorLong() % 2 == 0
                ? List.of(rates.get(first))
                : List.of(rates.get(first), rates.get((first + 1) % 3));
    }

    private static TaxedLines taxed(List<ItemCharge> charges, AppliedRate... rates) {
        var currency = charges.getFirst().amount().getCurrencyUnit();
        return TaxedLines.of(
                currency,
                charges,
                charge -> charge.taxCategory() == null ? List.of() : Arrays.asList(rates),
                TaxTerms.PLAIN);
    }

    private static AppliedRate rate(String name, String percent) {
        return AppliedRate.of(name, new BigDecimal(percent), TaxTreatment.STANDARD);
    }

    private static CurrencyUnit unit(String money) {
        return Money.parse(money).getCurrencyUnit();
    }
}
