package dev.quittance.collection;

import static dev.quittance.collection.Till.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.payments.Books;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Shop;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Refunds of paid invoices: the credit note comes first, in the same act. */
class RefundCreditTests extends IntegrationTest {
    @Autowired Books books;

    private UUID customer;
    private UUID invoice;
    private Desk desk;

    @BeforeEach
    void aCustomerWithAnInvoiceOver119() {
        var shop = new Shop(asOwner());
        desk = new Desk(asOwner());
        customer = shop.customer();
        var plan = shop.plan(shop.product(shop.taxed("19")), "MONTH", false, "USD", "100.00", null);
        shop.started(customer, plan);
        var found =
                desk.ask(
                        "query($id: ID!) { customer(id: $id) { invoices { edges { node { id } } } } }",
                        Map.of("id", customer));
        invoice = UUID.fromString(String.valueOf(at(found, "customer.invoices.edges.0.node.id")));
    }

    @AfterEach
    void theBooksAgree() {
        books.mustAgree();
    }

    @Test
    void aPartIsCreditedWithItsTaxAndTheInvoiceStaysPaid() {
        var payment = pay();

        var answer = desk.refund(payment, "20.00", Map.of());

        assertThat(at(answer, "refund.status")).isEqualTo("SUCCEEDED");
        var shown = invoice();
        assertThat(at(shown, "invoice.status")).isEqualTo("PAID");
        assertThat(at(shown, "invoice.creditNotes.0.total.amount")).isEqualTo("20.00");
        assertThat(at(shown, "invoice.creditNotes.0.tax.amount")).isEqualTo("3.19");
        assertThat(at(shown, "invoice.creditNotes.0.reason")).isEqualTo("Goodwill");
        assertThat(books.credit(customer)).isZero();
    }

    @Test
    void refundedInPartsTheWholeInvoiceIsCreditedExactly() {
        var payment = pay();

        for (var amount : new String[] {"39.67", "39.67", "39.66"}) {
            assertThat(at(desk.refund(payment, amount, Map.of()), "__typename"))
                    .isEqualTo("RefundBegun");
        }

        assertThat(
                        books.number(
                                "select sum(tax_minor)::bigint from credit_note where invoice_id = '%s'"
                                        .formatted(invoice)))
                .isEqualTo(1900);
        assertThat(
                        books.number(
                                "select sum(net_minor)::bigint from credit_note where invoice_id = '%s'"
                                        .formatted(invoice)))
                .isEqualTo(10000);
        assertThat(at(desk.refund(payment, "0.01", Map.of()), "__typename"))
                .isEqualTo("NotRefundable");
    }

    @Test
    void thePreviewShowsTheCreditNote() {
        var payment = pay();

        var plan =
                desk.ask(
                        """
                        query($id: ID!) { previewRefund(input: {paymentId: $id, amount: {amount: "59.50", currency: "USD"}}) {
                          creditNotes { invoice { id } net { amount } tax { amount } total { amount } } } }""",
                        Map.of("id", payment));

        assertThat(at(plan, "previewRefund.creditNotes.0.net.amount")).isEqualTo("50.00");
        assertThat(at(plan, "previewRefund.creditNotes.0.tax.amount")).isEqualTo("9.50");
    }

    @Test
    void ofAPartlyPaidInvoiceTheCreditNoteCoversWhatIsDueToo() {
        var payment =
                Till.payment(
                        new Till(asOwner()).confirm(Map.of("amount", Desk.usd("50.00")), invoice));

        desk.refund(payment, "50.00", Map.of());

        var shown = invoice();
        assertThat(at(shown, "invoice.status")).isEqualTo("PAID");
        assertThat(at(shown, "invoice.creditNotes.0.total.amount")).isEqualTo("119.00");
        assertThat(books.credit(customer)).isZero();
    }

    @Test
    void onlyWhatIsLeftToCredit() {
        var payment = pay();
        desk.refund(payment, "119.00", Map.of("method", "BANK_TRANSFER"));
        var refund =
                books.number(
                        "select count(*) from refund where payment_id = '%s'".formatted(payment));
        assertThat(refund).isEqualTo(1);
        var id =
                String.valueOf(
                        at(
                                desk.ask(
                                        "query($id: ID!) { payment(id: $id) { refunds { id } } }",
                                        Map.of("id", payment)),
                                "payment.refunds.0.id"));
        desk.act("cancelRefund", Map.of("refundId", id, "reason", "Never sent"));
        desk.applyCredit(customer, Map.of());
        var other = books.invoice(customer, "USD", 11900, LocalDate.of(2030, 2, 1));
        desk.applyCredit(customer, Map.of("shares", Desk.shares(other, "119.00")));

        var answer = desk.refund(payment, "1.00", Map.of());

        assertThat(at(answer, "__typename")).isEqualTo("MoreThanLeft");
        assertThat(books.credit(customer)).isZero();
    }

    private UUID pay() {
        return Till.payment(new Till(asContact(customer)).pay("card_success", invoice));
    }

    private Map<String, Object> invoice() {
        return desk.ask(
                "query($id: ID!) { invoice(id: $id) { status creditNotes { total { amount } tax { amount } reason } } }",
                Map.of("id", invoice));
    }
}
