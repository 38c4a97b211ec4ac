package dev.quittance.collection;

import static dev.quittance.collection.Till.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.payments.Books;
import dev.quittance.testing.IntegrationTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Credit that staff lets pay invoices, and takes back again. */
@Tag("P6")
class SpendingCreditTests extends IntegrationTest {
    private static final LocalDate MARCH = LocalDate.of(2030, 3, 1);

    @Autowired Books books;

    private UUID ada;
    private UUID early;
    private UUID late;
    private Desk desk;

    @BeforeEach
    void aCustomerWithTwoInvoices() {
        ada = books.customer("Ada");
        desk = new Desk(asOwner());
        late = books.invoice(ada, "USD", 1000, MARCH.plusDays(9));
        early = books.invoice(ada, "USD", 1000, MARCH);
    }

    @AfterEach
    void theBooksAgree() {
        books.mustAgree();
    }

    @Test
    void theOldestDueIsPaidFirst() {
        topUp("15.00");

        var answer = desk.applyCredit(ada, Map.of());

        assertThat(at(answer, "used.amount")).isEqualTo("15.00");
        assertThat(at(answer, "invoices.0.id")).isEqualTo(early.toString());
        assertThat(at(answer, "invoices.0.status")).isEqualTo("PAID");
        assertThat(at(answer, "invoices.1.amountDue.amount")).isEqualTo("5.00");
    }

    @Test
    void thePreviewShowsEveryShare() {
        topUp("15.00");

        var plan =
                desk.ask(
                        """
                        query($id: ID!) { previewCredit(input: {customerId: $id, currency: "USD"}) {
                          available { amount } left { amount } shares { invoice { id } due { amount } amount { amount } } } }""",
                        Map.of("id", ada));

        assertThat(at(plan, "previewCredit.available.amount")).isEqualTo("15.00");
        assertThat(at(plan, "previewCredit.shares.0.amount.amount")).isEqualTo("10.00");
        assertThat(at(plan, "previewCredit.shares.1.amount.amount")).isEqualTo("5.00");
        assertThat(at(plan, "previewCredit.left.amount")).isEqualTo("0.00");
    }

    @Test
    void staffMaySpreadItOtherwise() {
        topUp("15.00");

        var answer =
                desk.applyCredit(
                        ada,
                        Map.of(
                                "shares",
                                List.of(Desk.share(late, "7.00"), Desk.share(early, "1.00"))));

        assertThat(at(answer, "used.amount")).isEqualTo("8.00");
        assertThat(at(answer, "invoices.0.amountDue.amount")).isEqualTo("3.00");
        assertThat(books.credit(ada)).isEqualTo(700);
    }

    @Test
    void onlyWhatOnePaymentLeftOver() {
        var payment =
                Till.payment(
                        new Till(asOwner()).confirm(Map.of("amount", Desk.usd("12.00")), early));
        topUp("50.00");

        var answer = desk.applyCredit(ada, Map.of("paymentId", payment));

        assertThat(at(answer, "used.amount")).isEqualTo("2.00");
        assertThat(at(answer, "invoices.0.allocations.0.payment.id")).isEqualTo(payment.toString());
    }

    @Test
    void whatPaysCanBeTakenBack() {
        topUp("10.00");
        var applied = desk.applyCredit(ada, Map.of());
        var allocation = String.valueOf(at(applied, "invoices.0.allocations.0.id"));

        var undone = desk.act("undoAllocation", Map.of("allocationId", allocation));

        assertThat(at(undone, "credit.amount")).isEqualTo("10.00");
        assertThat(at(undone, "invoice.status")).isEqualTo("OPEN");
        assertThat(at(undone, "invoice.allocations"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .isEmpty();
        assertThat(books.credit(ada)).isEqualTo(1000);
    }

    @Test
    void notForAnotherCustomersInvoice() {
        topUp("10.00");
        var bobs = books.invoice(books.customer("Bob"), "USD", 1000, MARCH);

        var answer = desk.applyCredit(ada, Map.of("shares", Desk.shares(bobs, "1.00")));

        assertThat(at(answer, "__typename")).isEqualTo("InvoiceOfAnother");
        assertThat(books.credit(ada)).isEqualTo(1000);
    }

    @Test
    void notForAnotherCurrency() {
        topUp("10.00");
        var euros = books.invoice(ada, "EUR", 1000, MARCH);

        var answer = desk.applyCredit(ada, Map.of("shares", Desk.shares(euros, "1.00")));

        assertThat(at(answer, "__typename")).isEqualTo("InvoiceOfOtherCurrency");
        assertThat(at(answer, "message")).asString().contains("EUR");
    }

    @Test
    void notMoreThanIsDueNorMoreThanThereIs() {
        topUp("15.00");

        assertThat(
                        at(
                                desk.applyCredit(
                                        ada, Map.of("shares", Desk.shares(early, "10.01"))),
                                "message"))
                .asString()
                .contains("10.00");
        var tooMuch =
                desk.applyCredit(
                        ada,
                        Map.of(
                                "shares",
                                List.of(Desk.share(late, "10.00"), Desk.share(early, "5.01"))));
        assertThat(at(tooMuch, "__typename")).isEqualTo("MoreThanAvailable");
        assertThat(books.credit(ada)).isEqualTo(1500);
    }

    @Test
    void notWithoutCreditNorTwiceForOneInvoice() {
        assertThat(at(desk.applyCredit(ada, Map.of()), "__typename"))
                .isEqualTo("MoreThanAvailable");
        topUp("15.00");

        var twice =
                desk.applyCredit(
                        ada,
                        Map.of(
                                "shares",
                                List.of(Desk.share(early, "1.00"), Desk.share(early, "1.00"))));

        assertThat(at(twice, "fields.0.path")).isEqualTo("shares[1].invoiceId");
    }

    @Test
    void whatAnUnfinishedPaymentWillUseIsNotThere() {
        topUp("4.00");
        new Till(asContact(ada)).pay("card_requires_confirmation", early);

        var answer = desk.applyCredit(ada, Map.of());

        assertThat(at(answer, "__typename")).isEqualTo("MoreThanAvailable");
    }

    @Test
    void theContactSeesWhereTheCreditComesFrom() {
        new Till(asOwner()).confirm(Map.of("amount", Desk.usd("12.00")), early);
        books.creditNote(ada, early, 300);
        topUp("5.00");

        var found =
                new Desk(asContact(ada))
                        .ask(
                                """
                                query($id: ID!) { customer(id: $id) { availableCredits {
                                  available { amount } sources { kind number amount { amount } left { amount } } } } }""",
                                Map.of("id", ada));

        assertThat(at(found, "customer.availableCredits.0.available.amount")).isEqualTo("10.00");
        assertThat(at(found, "customer.availableCredits.0.sources"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .extracting(source -> String.valueOf(((Map<?, ?>) source).get("kind")))
                .containsExactlyInAnyOrder("TOP_UP", "OVERPAYMENT", "CREDIT_NOTE");
    }

    private void topUp(String amount) {
        desk.act("confirmTopUp", Map.of("customerId", ada, "amount", Desk.usd(amount)));
    }
}
