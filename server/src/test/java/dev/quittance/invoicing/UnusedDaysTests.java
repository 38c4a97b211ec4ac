package dev.quittance.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.organization.TaxTreatment;
import dev.quittance.platform.Ids;
import dev.quittance.subscriptions.Explanation;
import dev.quittance.subscriptions.Unused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnusedDaysTests {
    private static final AppliedRate VAT =
            AppliedRate.of("VAT", new BigDecimal("19"), TaxTreatment.STANDARD);
    private static final DocumentParty BUYER = new DocumentParty("Ada", null, null, null, "en");

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    2027-03-01, USD 31.00, USD 5.89
                    2027-02-01, USD 31.00, USD 5.89
                    2027-03-02, USD 30.00, USD 5.70
                    2027-03-31, USD 1.00,  USD 0.19
                    """)
    void unusedDaysAreGivenBackWithTheirTax(LocalDate from, String net, String tax) {
        var draft = Crediting.unused(invoice("USD 31.00", "USD 5.89").basis(), Unused.ofAll(from));

        assertThat(draft).isNotNull();
        assertThat(draft.net()).isEqualTo(Money.parse(net));
        assertThat(draft.tax()).isEqualTo(Money.parse(tax));
    }

    @Test
    void withoutUnusedDaysNothingIsGivenBack() {
        var basis = invoice("USD 31.00", "USD 5.89").basis();

        assertThat(Crediting.unused(basis, Unused.ofAll(LocalDate.of(2027, 4, 1)))).isNull();
    }

    @Test
    void theLastDaysFirstAndTheRestLaterMakeTheWholeInvoice() {
        var random = new Random(11);
        for (var round = 0; round < 500; round++) {
            var net = Money.ofMinor(CurrencyUnit.USD, 1 + random.nextLong(100_000));
            // As with a price that contains the tax, whose rounding nothing can reproduce.
            var tax = Money.ofMinor(CurrencyUnit.USD, net.getAmountMinorLong() * 19 / 100 + 1);
            var invoice = invoice(net.toString(), tax.toString());
            for (var day = 31; day >= 1; day -= 1 + random.nextInt(12)) {
                invoice.credit(LocalDate.of(2027, 3, day));
            }
            invoice.credit(LocalDate.of(2027, 3, 1));

            assertThat(invoice.credited).as("round %d", round).isEqualTo(net);
            assertThat(invoice.creditedTax).as("round %d", round).isEqualTo(tax);
        }
    }

    private static BilledMarch invoice(String net, String tax) {
        return new BilledMarch(Money.parse(net), Money.parse(tax));
    }

    /** An invoice for March and what has been given back of it. */
    private static final class BilledMarch {
        private final UUID id = Ids.next();
        private final Money net;
        private final Money tax;
        private Money credited;
        private Money creditedTax;
        private final List<CreditDraft> notes = new ArrayList<>();

        BilledMarch(Money net, Money tax) {
            this.net = net;
            this.tax = tax;
            this.credited = Money.zero(net.getCurrencyUnit());
            this.creditedTax = credited;
        }

        CreditBasis basis() {
            var line =
                    new CreditBasis.Line(
                            id,
                            "Broadband",
                            BigDecimal.ONE,
                            net.getAmount(),
                            net,
                            credited,
                            BigDecimal.ZERO,
                            Charges.MARCH,
                            List.of(VAT),
                            null,
                            VAT.label(),
                            new Explanation.TakenOver());
            var row = TaxRow.of(VAT, net, tax);
            return new CreditBasis(
                    id,
                    "INV-1",
                    id,
                    net.getCurrencyUnit(),
                    BUYER,
                    List.of(line),
                    List.of(new CreditBasis.Tax(1, row, credited, creditedTax, null)),
                    CreditBasis.Sums.exact(net.plus(tax), credited.plus(creditedTax)));
        }

        void credit(LocalDate from) {
            var draft = Crediting.unused(basis(), Unused.ofAll(from));
            if (draft != null) {
                notes.add(draft);
                credited = credited.plus(draft.net());
                creditedTax = creditedTax.plus(draft.tax());
            }
        }
    }
}
