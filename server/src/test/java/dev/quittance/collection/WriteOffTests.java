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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Invoices that are given up, and owed again when money comes after all. */
class WriteOffTests extends IntegrationTest {
    private static final LocalDate MARCH = LocalDate.of(2030, 3, 1);

    @Autowired Books books;

    private UUID ada;
    private UUID invoice;
    private Till till;
    private Desk desk;

    @BeforeEach
    void aCustomerWithAPartlyPaidInvoice() {
        ada = books.customer("Ada");
        till = new Till(asOwner());
        desk = new Desk(asOwner());
        invoice = books.invoice(ada, "USD", 1000, MARCH);
        till.confirm(Map.of("amount", Desk.usd("4.00")), invoice);
    }

    @AfterEach
    void theBooksAgree() {
        books.mustAgree();
    }

    @Test
    void theRestIsABadDebtAndNothingIsDueAnyMore() {
        var answer = desk.writeOff(invoice);

        assertThat(at(answer, "invoice.status")).isEqualTo("WRITTEN_OFF");
        assertThat(at(answer, "invoice.amountDue.amount")).isEqualTo("0.00");
        assertThat(at(new Till(asContact(ada)).pay("card_success", invoice), "__typename"))
                .isEqualTo("NothingDue");
        assertThat(at(desk.writeOff(invoice), "__typename")).isEqualTo("NothingDue");
    }

    @Test
    void onlyWhatWasSeenIsGivenUp() {
        var seen = Map.of("invoiceId", invoice, "reason", "Insolvent", "amount", Desk.usd("10.00"));

        var changed = desk.act("writeOffInvoice", seen);

        assertThat(at(changed, "__typename")).isEqualTo("RestChanged");
        assertThat(at(changed, "message")).asString().contains("it is USD 6.00 now");
        var now = Map.of("invoiceId", invoice, "reason", "Insolvent", "amount", Desk.usd("6.00"));
        assertThat(at(desk.act("writeOffInvoice", now), "invoice.status")).isEqualTo("WRITTEN_OFF");
    }

    @Test
    void whyAndHowMuchStandsWithTheInvoice() {
        desk.writeOff(invoice);

        var found =
                desk.ask(
                        "query($id: ID!) { invoice(id: $id) { writeOff { amount { amount } reason madeOn } } }",
                        Map.of("id", invoice));

        assertThat(at(found, "invoice.writeOff.amount.amount")).isEqualTo("6.00");
        assertThat(at(found, "invoice.writeOff.reason")).isEqualTo("Insolvent");
    }

    @Test
    void recoveredItIsOwedAgain() {
        desk.writeOff(invoice);

        var answer = desk.recover(invoice);

        assertThat(at(answer, "invoice.status")).isEqualTo("OPEN");
        assertThat(at(answer, "invoice.amountDue.amount")).isEqualTo("6.00");
        assertThat(at(desk.recover(invoice), "__typename")).isEqualTo("NotWrittenOff");
    }

    @Test
    void moneyThatComesAfterAllRecoversIt() {
        desk.writeOff(invoice);

        var answer = till.confirm(Map.of("amount", Desk.usd("6.00")), invoice);

        assertThat(at(answer, "__typename")).isEqualTo("PaymentSucceeded");
        assertThat(at(answer, "invoices.0.status")).isEqualTo("PAID");
    }

    @Test
    void aPartOfItLeavesTheRestOpen() {
        desk.writeOff(invoice);

        var answer = till.confirm(Map.of("amount", Desk.usd("1.00")), invoice);

        assertThat(at(answer, "invoices.0.status")).isEqualTo("OPEN");
        assertThat(at(answer, "invoices.0.amountDue.amount")).isEqualTo("5.00");
    }

    @Test
    void creditPaysItToo() {
        desk.writeOff(invoice);
        desk.act("confirmTopUp", Map.of("customerId", ada, "amount", Desk.usd("6.00")));

        var answer = desk.applyCredit(ada, Map.of("shares", Desk.shares(invoice, "6.00")));

        assertThat(at(answer, "invoices.0.status")).isEqualTo("PAID");
    }

    @Test
    void writtenOffAgainAfterARecovery() {
        desk.writeOff(invoice);
        desk.recover(invoice);

        assertThat(at(desk.writeOff(invoice), "__typename")).isEqualTo("RestWrittenOff");
    }

    @Test
    void notWhileACardIsBeingCharged() {
        new Till(asContact(ada)).pay("card_requires_confirmation", invoice);

        assertThat(at(desk.writeOff(invoice), "__typename")).isEqualTo("PaymentInProgress");
    }
}
