package dev.quittance.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Amounts;
import dev.quittance.subscriptions.ItemCharge;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnteredChargesTests {

    @ParameterizedTest(name = "{0} {1} × {2} − {3} % − {4} = {5}")
    @CsvSource(
            useHeadersInDisplayName = true,
            nullValues = "-",
            textBlock =
                    """
                    CURRENCY, QUANTITY, PRICE,          PERCENT, AMOUNT,  TOGETHER
                    USD,      1,        815.955,        -,       -,       815.96
                    USD,      1,        815.955,        10,      -,       734.36
                    USD,      1.05,     777.1,          -,       -,       815.96
                    USD,      3,        0.333333333333, -,       -,       1.00
                    USD,      2,        10,             -,       25,      0.00
                    USD,      2,        10,             50,      2.5,     7.50
                    USD,      1,        10,             100,     5,       0.00
                    USD,      0.000001, 1000000,        -,       -,       1.00
                    JPY,      3,        33.5,           -,       -,       101
                    JPY,      1,        1005,           1,       -,       995
                    KWD,      3,        1.0005,         -,       0.001,   3.001
                    USD,      1,        0,              10,      5,       0.00
                    """)
    void aLineIsRoundedOnceAndNeverBelowZero(
            String currency,
            BigDecimal quantity,
            BigDecimal price,
            @Nullable BigDecimal percent,
            @Nullable BigDecimal amount,
            String together) {
        var line = line(quantity, price, percent, amount);

        assertThat(amounts(currency, entry(List.of(line), null, null))).containsExactly(together);
    }

    @Test
    void theDocumentsPercentageActsBeforeItsAmountAndBothAreSpread() {
        var lines = List.of(line("10.00"), line("20.00"), line("0.01"));

        assertThat(amounts("USD", entry(lines, new BigDecimal("10"), null)))
                .containsExactly("9.00", "18.00", "0.01");
        assertThat(amounts("USD", entry(lines, new BigDecimal("10"), new BigDecimal("7.01"))))
                .containsExactly("6.66", "13.33", "0.01");
        assertThat(amounts("USD", entry(lines, null, new BigDecimal("1000"))))
                .containsExactly("0.00", "0.00", "0.00");
    }

    @Test
    void ofEqualRemaindersTheFirstLineTakesTheRest() {
        var lines = Collections.nCopies(3, line("10.00"));

        assertThat(amounts("USD", entry(lines, null, new BigDecimal("10.00"))))
                .containsExactly("6.66", "6.67", "6.67");
    }

    @Test
    void everyLineExplainsItself() {
        var line =
                line(
                        BigDecimal.ONE,
                        new BigDecimal("815.955"),
                        BigDecimal.TEN,
                        new BigDecimal("4.36"));
        var charge = EnteredCharges.of(CurrencyUnit.USD, entry(List.of(line), null, null));

        assertThat(charge.getFirst().explanation().sentences())
                .containsExactly(
                        "1 × USD 815.955",
                        "10 % discount",
                        "USD 734.3595 rounded to USD 734.36",
                        "Discount: −USD 4.36");
    }

    @Test
    void whateverIsTakenOffTheDocumentTheLinesAddUp() {
        var random = new Random(5);
        for (var round = 0; round < 500; round++) {
            var lines = new ArrayList<EnteredLine>();
            var sum = 0L;
            for (var i = 0; i <= random.nextInt(100); i++) {
                var minor = random.nextLong(100_000);
                sum += minor;
                lines.add(line(Money.ofMinor(CurrencyUnit.USD, minor).getAmount().toPlainString()));
            }
            var off = random.nextLong(sum + 1000);
            var amount = Money.ofMinor(CurrencyUnit.USD, off).getAmount();
            var left = EnteredCharges.of(CurrencyUnit.USD, entry(lines, null, amount));

            assertThat(left).noneMatch(charge -> charge.amount().isNegative());
            assertThat(left.stream().mapToLong(charge -> Amounts.minor(charge.amount())).sum())
                    .as("round %d", round)
                    .isEqualTo(Math.max(0, sum - off));
        }
    }

    private static List<String> amounts(String currency, InvoiceEntry entry) {
        return EnteredCharges.of(CurrencyUnit.of(currency), entry).stream()
                .map(ItemCharge::amount)
                .map(amount -> amount.getAmount().toPlainString())
                .toList();
    }

    private static InvoiceEntry entry(
            List<EnteredLine> lines, @Nullable BigDecimal percent, @Nullable BigDecimal amount) {
        return new InvoiceEntry(false, lines, percent, amount, null, null, null);
    }

    private static EnteredLine line(String price) {
        return line(BigDecimal.ONE, new BigDecimal(price), null, null);
    }

    private static EnteredLine line(
            BigDecimal quantity,
            BigDecimal price,
            @Nullable BigDecimal percent,
            @Nullable BigDecimal amount) {
        return new EnteredLine("Work", quantity, price, null, null, null, percent, amount);
    }
}
