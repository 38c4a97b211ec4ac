package dev.quittance.collection;

import static dev.quittance.collection.Till.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.payments.Books;
import dev.quittance.testing.IntegrationTest;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Money by transfer, cheque or cash, confirmed by staff. */
@Tag("A26")
@Tag("L11")
class OfflinePaymentTests extends IntegrationTest {
    private static final LocalDate MARCH = LocalDate.of(2030, 3, 1);

    @Autowired Books books;

    private UUID ada;
    private Till staff;

    @BeforeEach
    void aCustomer() {
        ada = books.customer("Ada");
        staff = new Till(asOwner());
    }

    @AfterEach
    void theBooksAgree() {
        books.mustAgree();
    }

    @Test
    void confirmingPaymentMakesTheBillPaid() {
        var invoice = books.invoice(ada, "USD", 2580, MARCH);

        var answer = staff.confirm(Map.of(), invoice);

        assertThat(at(answer, "__typename")).isEqualTo("PaymentSucceeded");
        assertThat(at(answer, "paid.amount.amount")).isEqualTo("25.80");
        assertThat(at(answer, "paid.number")).asString().startsWith("RCP-2030-");
        assertThat(at(answer, "paid.method")).isEqualTo("BANK_TRANSFER");
        assertThat(at(answer, "invoices.0.status")).isEqualTo("PAID");
    }

    @Test
    void partOfTheMoneyPaysTheOldestFirst() {
        var late = books.invoice(ada, "USD", 1000, MARCH.plusMonths(1));
        var early = books.invoice(ada, "USD", 1000, MARCH);

        var answer =
                staff.confirm(
                        Map.of(
                                "amount", Map.of("amount", "15.00", "currency", "USD"),
                                "method", "CHEQUE",
                                "reference", "Cheque 4711",
                                "valueOn", "2029-12-30"),
                        late,
                        early);

        assertThat(at(answer, "paid.methodLabel")).isEqualTo("Cheque 4711");
        assertThat(at(answer, "paid.valueOn")).isEqualTo("2029-12-30");
        assertThat(at(answer, "invoices.0.id")).isEqualTo(early.toString());
        assertThat(at(answer, "invoices.0.status")).isEqualTo("PAID");
        assertThat(at(answer, "invoices.1.amountDue.amount")).isEqualTo("5.00");
    }

    @Test
    void tooMuchMoneyBecomesCredit() {
        var invoice = books.invoice(ada, "USD", 1000, MARCH);

        var answer =
                staff.confirm(
                        Map.of("amount", Map.of("amount", "12.50", "currency", "USD")), invoice);

        assertThat(at(answer, "paid.unallocated.amount")).isEqualTo("2.50");
        assertThat(books.credit(ada)).isEqualTo(250);
    }

    @Test
    void theSameRequestTwiceIsOnePayment() {
        var invoice = books.invoice(ada, "USD", 1000, MARCH);
        Map<String, Object> details = Map.of("idempotencyKey", "twice");

        assertThat(staff.confirm(details, invoice)).isEqualTo(staff.confirm(details, invoice));
        assertThat(at(staff.confirm(Map.of(), invoice), "__typename")).isEqualTo("NothingDue");
    }

    @Test
    void notWhileACardIsBeingCharged() {
        var invoice = books.invoice(ada, "USD", 1000, MARCH);
        new Till(asContact(ada)).pay("card_requires_confirmation", invoice);

        assertThat(at(staff.confirm(Map.of(), invoice), "__typename"))
                .isEqualTo("PaymentInProgress");
    }

    @ParameterizedTest(name = "{0} {1}, {2}, {3}: {4}")
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    AMOUNT,          CURRENCY, METHOD, VALUE_ON,   FIELD
                    0,               USD,      CASH,   2030-01-01, amount
                    -5,              USD,      CASH,   2030-01-01, amount
                    1.001,           USD,      CASH,   2030-01-01, amount.amount
                    100000000001,    USD,      CASH,   2030-01-01, amount.amount
                    5,               EUR,      CASH,   2030-01-01, amount
                    5,               USD,      CARD,   2030-01-01, method
                    5,               USD,      CASH,   2030-01-02, valueOn
                    """)
    void whatCantHaveComeIn(
            String amount, String currency, String method, String valueOn, String field) {
        var invoice = books.invoice(ada, "USD", 1000, MARCH);

        var answer =
                staff.confirm(
                        Map.of(
                                "amount", Map.of("amount", amount, "currency", currency),
                                "method", method,
                                "valueOn", valueOn),
                        invoice);

        assertThat(at(answer, "__typename")).isEqualTo("InvalidInput");
        assertThat(String.valueOf(at(answer, "fields"))).contains("path=" + field);
    }

    @Test
    void aReferenceHasNoHiddenCharacters() {
        var invoice = books.invoice(ada, "USD", 1000, MARCH);

        var answer = staff.confirm(Map.of("reference", "abc\u202Edef"), invoice);

        assertThat(at(answer, "fields.0.path")).isEqualTo("reference");
    }
}
