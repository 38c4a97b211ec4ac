package dev.quittance.collection;

import static dev.quittance.collection.Till.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.payments.Books;
import dev.quittance.platform.Permission;
import dev.quittance.testing.IntegrationTest;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Offline payments that are put back to New: what they caused is undone, whatever that takes. */
class ReversalTests extends IntegrationTest {
    private static final LocalDate MARCH = LocalDate.of(2030, 3, 1);

    @Autowired Books books;

    private UUID ada;
    private Till till;
    private Desk desk;

    @BeforeEach
    void aCustomer() {
        ada = books.customer("Ada");
        till = new Till(asOwner());
        desk = new Desk(asOwner());
    }

    @AfterEach
    void theBooksAgree() {
        books.mustAgree();
    }

    @Test
    void itsInvoicesOweTheMoneyAgainAndTheReceiptIsKept() {
        var first = books.invoice(ada, "USD", 1000, MARCH);
        var second = books.invoice(ada, "USD", 700, MARCH.plusDays(1));
        var payment = confirm("15.00", first, second);

        var answer = desk.reverse(payment);

        assertThat(at(answer, "payment.status")).isEqualTo("REVERSED");
        assertThat(at(answer, "payment.reversedOn")).isEqualTo("2030-01-01");
        assertThat(at(answer, "payment.reversalReason")).isEqualTo("It bounced");
        assertThat(at(answer, "payment.number")).asString().startsWith("RCP-2030-");
        assertThat(status(first)).isEqualTo("OPEN 10.00");
        assertThat(status(second)).isEqualTo("OPEN 7.00");
        assertThat(books.credit(ada)).isZero();
    }

    @Test
    void creditThatWasSpentMeanwhileGoesBelowZero() {
        var first = books.invoice(ada, "USD", 1000, MARCH);
        var payment = confirm("30.00", first);
        var second = books.invoice(ada, "USD", 1500, MARCH);
        desk.applyCredit(ada, Map.of());

        desk.reverse(payment);

        assertThat(status(first)).isEqualTo("OPEN 10.00");
        assertThat(status(second)).isEqualTo("PAID 0.00");
        assertThat(books.credit(ada)).isEqualTo(-1500);
    }

    @Test
    void thePreviewShowsWhatIsUndone() {
        var first = books.invoice(ada, "USD", 1000, MARCH);
        var payment = confirm("30.00", first);

        var preview =
                desk.ask(
                        "query($id: ID!) { previewReversal(paymentId: $id) { creditAfter { amount } reopened { amount { amount } invoice { id } } } }",
                        Map.of("id", payment));

        assertThat(at(preview, "previewReversal.creditAfter.amount")).isEqualTo("0.00");
        assertThat(at(preview, "previewReversal.reopened.0.amount.amount")).isEqualTo("10.00");
        assertThat(at(preview, "previewReversal.reopened.0.invoice.id"))
                .isEqualTo(first.toString());
    }

    @Test
    void confirmingAgainIsANewPayment() {
        var invoice = books.invoice(ada, "USD", 1000, MARCH);
        var payment = confirm("10.00", invoice);
        desk.reverse(payment);

        var again = confirm("10.00", invoice);

        assertThat(again).isNotEqualTo(payment);
        assertThat(status(invoice)).isEqualTo("PAID 0.00");
    }

    @Test
    void anInvoiceThatWasGivenUpMeanwhileIsOwedAsAWhole() {
        var invoice = books.invoice(ada, "USD", 1000, MARCH);
        var payment = confirm("4.00", invoice);
        desk.writeOff(invoice);

        assertThat(at(desk.reverse(payment), "__typename")).isEqualTo("PaymentPutBack");

        assertThat(status(invoice)).isEqualTo("OPEN 10.00");
    }

    @Test
    void aCardPaymentEndsByRefundInstead() {
        var invoice = books.invoice(ada, "USD", 1000, MARCH);
        var payment = Till.payment(new Till(asContact(ada)).pay("card_success", invoice));

        var answer = desk.reverse(payment);

        assertThat(at(answer, "__typename")).isEqualTo("PaymentStays");
        assertThat(at(answer, "message")).asString().contains("Refund it instead");
    }

    @Test
    void onlyOnce() {
        var invoice = books.invoice(ada, "USD", 1000, MARCH);
        var payment = confirm("10.00", invoice);
        desk.reverse(payment);

        assertThat(at(desk.reverse(payment), "__typename")).isEqualTo("PaymentStays");
    }

    @Test
    void notWithoutAReasonAndNotByContacts() {
        var invoice = books.invoice(ada, "USD", 1000, MARCH);
        var payment = confirm("10.00", invoice);

        var answer = desk.act("reversePayment", Map.of("paymentId", payment, "reason", " "));
        assertThat(at(answer, "fields.0.path")).isEqualTo("reason");

        asStaff(Permission.PAYMENT_READ)
                .document(
                        "mutation { reversePayment(input: {paymentId: \"%s\", reason: \"x\", idempotencyKey: \"k\"}) { __typename } }"
                                .formatted(payment))
                .execute()
                .errors()
                .satisfy(
                        errors ->
                                assertThat(errors)
                                        .extracting(e -> String.valueOf(e.getErrorType()))
                                        .contains("FORBIDDEN"));
    }

    private UUID confirm(String amount, UUID... invoices) {
        return Till.payment(till.confirm(Map.of("amount", Desk.usd(amount)), invoices));
    }

    private String status(UUID invoice) {
        var found =
                desk.ask(
                        "query($id: ID!) { invoice(id: $id) { status amountDue { amount } } }",
                        Map.of("id", invoice));
        return at(found, "invoice.status") + " " + at(found, "invoice.amountDue.amount");
    }
}
