package dev.quittance.collection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.invoicing.InvoiceStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentTermsTests {
    private static final LocalDate TODAY = LocalDate.of(2028, 2, 29);
    private static final UUID CUSTOMER = UUID.randomUUID();

    @ParameterizedTest(name = "{0} {1} due, {2} credit: {3} from credit, {4} by card")
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    CURRENCY, DUE,   CREDIT, USED,  CHARGED
                    USD,      25.80, 0,      0,     25.80
                    USD,      25.80, 5.30,   5.30,  20.50
                    USD,      25.80, 25.80,  25.80, 0
                    USD,      25.80, 99,     25.80, 0
                    USD,      25.80, -3,     0,     25.80
                    JPY,      1200,  200,    200,   1000
                    KWD,      1.250, 0.001,  0.001, 1.249
                    """)
    void creditIsUsedFirst(
            String currency, String due, String credit, String used, String charged) {
        var terms = terms(currency, due, credit, TODAY);

        assertThat(terms.creditUsed()).isEqualTo(money(currency, used));
        assertThat(terms.toCharge()).isEqualTo(money(currency, charged));
        assertThat(terms.due()).isEqualTo(terms.creditUsed().plus(terms.toCharge()));
    }

    @Test
    void whateverIsShownIsPartOfTheQuote() {
        var shown = terms("USD", "25.80", "5.30", TODAY);

        assertThat(terms("USD", "25.80", "5.30", TODAY).facts()).isEqualTo(shown.facts());
        assertThat(terms("USD", "25.81", "5.30", TODAY).facts()).isNotEqualTo(shown.facts());
        assertThat(terms("USD", "25.80", "5.31", TODAY).facts()).isNotEqualTo(shown.facts());
        assertThat(terms("CAD", "25.80", "5.30", TODAY).facts()).isNotEqualTo(shown.facts());
        assertThat(terms("USD", "25.80", "5.30", TODAY.plusDays(1)).facts())
                .isNotEqualTo(shown.facts());
    }

    @Test
    void whatIsPaidIsLeftOut() {
        assertThat(terms("USD", "0", "5", TODAY).nothingDue()).isTrue();
    }

    private static PaymentTerms terms(String currency, String due, String credit, LocalDate on) {
        var amount = money(currency, due);
        var invoice =
                new BilledInvoice(
                        new UUID(0, 7),
                        CUSTOMER,
                        amount.isZero() ? InvoiceStatus.PAID : InvoiceStatus.OPEN,
                        "INV-1",
                        TODAY,
                        amount,
                        amount);
        return PaymentTerms.of(
                new Billed(CUSTOMER, CurrencyUnit.of(currency), List.of(invoice)),
                amount,
                money(currency, credit),
                on);
    }

    private static Money money(String currency, String amount) {
        return Money.of(CurrencyUnit.of(currency), new BigDecimal(amount));
    }
}
