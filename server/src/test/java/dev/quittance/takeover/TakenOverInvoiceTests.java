package dev.quittance.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.testing.Sales;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An invoice of another system is owed, shown and paid like ours, with the bookings of one. */
class TakenOverInvoiceTests extends TakeOverTest {

    @Test
    void itIsPaidInPartsWrittenOffRecoveredAndPaidAfterAll() {
        var number = name();
        taken("OPEN_INVOICES", INVOICES + invoice(number));
        var id = invoiceId(number);
        done("PaymentSucceeded", "confirmOfflinePayment", pay(id, "30.00"));
        done("RestWrittenOff", "writeOffInvoice", Map.of("invoiceId", id, "reason", "Insolvent"));
        assertThat(status(id)).isEqualTo("WRITTEN_OFF");
        done("InvoiceRecovered", "recoverInvoice", Map.of("invoiceId", id, "reason", "Not so"));
        done("PaymentSucceeded", "confirmOfflinePayment", pay(id, "29.50"));
        assertThat(status(id)).isEqualTo("PAID");
        assertThat(bookings())
                .containsExactly(
                        "RECEIVABLE OPENING 5950",
                        "CLEARING CUSTOMER_CREDIT 3000",
                        "CUSTOMER_CREDIT RECEIVABLE 3000",
                        "BAD_DEBT RECEIVABLE 2950",
                        "RECEIVABLE BAD_DEBT 2950",
                        "CLEARING CUSTOMER_CREDIT 2950",
                        "CUSTOMER_CREDIT RECEIVABLE 2950");
        assertBooks();
    }

    /** Its revenue and tax are not in these books; a credit note of ours may pay it. */
    @Test
    void creditIsGivenWithoutItAndPaysIt() {
        var sales = new Sales(db);
        var services = sales.inGermany();
        sales.address(customer, "DE");
        var number = name();
        taken("OPEN_INVOICES", INVOICES + invoice(number));
        var id = invoiceId(number);
        var line = texts("select id::text from invoice_line where invoice_id = '%s'".formatted(id));
        assertThat(
                        act(
                                "creditInvoice",
                                Map.of(
                                        "invoiceId",
                                        id,
                                        "lines",
                                        List.of(Map.of("lineId", line.getFirst(), "quantity", "1")),
                                        "reason",
                                        "Too much")))
                .containsEntry("__typename", "InvoiceTakenOver")
                .extractingByKey("message")
                .asString()
                .contains("credit the customer here without an invoice");
        done(
                "CustomerCredited",
                "creditCustomer",
                Map.of(
                        "customerId",
                        customer,
                        "currency",
                        "EUR",
                        "lines",
                        List.of(
                                Map.of(
                                        "description",
                                        "Half of " + number,
                                        "unitPrice",
                                        "50.00",
                                        "taxCategoryId",
                                        services)),
                        "reason",
                        "Too much"));
        done("CreditApplied", "applyCredit", Map.of("customerId", customer, "currency", "EUR"));
        assertThat(status(id)).isEqualTo("PAID");
        assertThat(bookings())
                .containsExactlyInAnyOrder(
                        "RECEIVABLE OPENING 5950",
                        "REVENUE CUSTOMER_CREDIT 5000",
                        "TAX_PAYABLE CUSTOMER_CREDIT 950",
                        "CUSTOMER_CREDIT RECEIVABLE 5950");
        assertBooks();
    }

    @Test
    void itStandsInThePortalAmongTheOverdueAndOnTheStatement() {
        var number = name();
        taken("OPEN_INVOICES", INVOICES + invoice(number));
        asContact(customer)
                .document(
                        """
                        { viewer { customer {
                          invoices(first: 5, filter: {overdue: true}) { edges { node {
                            number dueOn pdfUrl takenOverOn total { amount } amountDue { amount } } } }
                          outstanding { total { amount } }
                          statement(currency: "EUR") {
                            opening { amount } closing { amount } aging { older { amount } }
                            rows { edges { node { kind number amount { amount } } } } } } } }""")
                .execute()
                .path("viewer.customer")
                .entity(ROW)
                .satisfies(
                        seen ->
                                assertThat(seen.toString())
                                        .contains(
                                                "number=%s, dueOn=2026-01-19, pdfUrl=null"
                                                        .formatted(number),
                                                "total={amount=119.00}, amountDue={amount=59.50}",
                                                "kind=OPENING_BALANCE, number=%s, amount={amount=59.50}"
                                                        .formatted(number),
                                                "closing={amount=59.50}",
                                                "older={amount=59.50}"));
        asOwner()
                .document(
                        "query($c: ID!) { invoices(first: 5, filter: {overdue: true, customerId: $c}) { edges { node { number } } } }")
                .variable("c", customer)
                .execute()
                .path("invoices.edges[0].node.number")
                .entity(String.class)
                .isEqualTo(number);
    }

    private void done(String expected, String act, Map<String, Object> facts) {
        assertThat(act(act, facts)).containsEntry("__typename", expected);
    }

    private static Map<String, Object> pay(String invoice, String amount) {
        return Map.of(
                "invoiceIds",
                List.of(invoice),
                "method",
                "CASH",
                "amount",
                Map.of("amount", amount, "currency", "EUR"));
    }

    private String status(String id) {
        return texts("select status from invoice where id = '%s'".formatted(id)).getFirst();
    }
}
