package dev.quittance.collection;

import static dev.quittance.collection.Till.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.payments.Books;
import dev.quittance.testing.IntegrationTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One offline payment for several invoices, and payments that are not what is due. */
@Tag("A26")
@Tag("L11")
class OfflineSpreadingTests extends IntegrationTest {
    private static final LocalDate MARCH = LocalDate.of(2030, 3, 1);

    @Autowired Books books;

    private UUID ada;
    private UUID early;
    private UUID late;
    private Till staff;
    private Desk desk;

    @BeforeEach
    void aCustomerWithTwoInvoices() {
        ada = books.customer("Ada");
        staff = new Till(asOwner());
        desk = new Desk(asOwner());
        early = books.invoice(ada, "USD", 1000, MARCH);
        late = books.invoice(ada, "USD", 1000, MARCH.plusDays(9));
    }

    @AfterEach
    void theBooksAgree() {
        rules(false, true);
        books.mustAgree();
    }

    @Test
    void staffSpreadsItAsTheCustomerMeantIt() {
        var answer =
                staff.confirm(
                        Map.of(
                                "amount", Desk.usd("15.00"),
                                "shares",
                                        List.of(
                                                Desk.share(late, "10.00"),
                                                Desk.share(early, "3.00"))),
                        early,
                        late);

        assertThat(at(answer, "__typename")).isEqualTo("PaymentSucceeded");
        assertThat(at(answer, "paid.unallocated.amount")).isEqualTo("2.00");
        assertThat(at(answer, "invoices.0.status")).isEqualTo("PAID");
        assertThat(at(answer, "invoices.1.amountDue.amount")).isEqualTo("7.00");
    }

    @Test
    void thePlanSuggestsTheOldestFirst() {
        var plan =
                desk.ask(
                        """
                        query($ids: [ID!]!, $a: MoneyInput) { previewOfflinePayment(input: {invoiceIds: $ids, amount: $a}) {
                          due { amount } credit { amount } shares { invoice { id } amount { amount } } } }""",
                        Map.of(
                                "ids", List.of(late.toString(), early.toString()),
                                "a", Desk.usd("23.00")));

        assertThat(at(plan, "previewOfflinePayment.due.amount")).isEqualTo("20.00");
        assertThat(at(plan, "previewOfflinePayment.credit.amount")).isEqualTo("3.00");
        assertThat(at(plan, "previewOfflinePayment.shares.0.invoice.id"))
                .isEqualTo(early.toString());
    }

    @Test
    void sharesStayWithinWhatIsDueAndWhatCameIn() {
        var due =
                staff.confirm(
                        Map.of("amount", Desk.usd("15.00"), "shares", Desk.shares(early, "10.01")),
                        early);
        var money =
                staff.confirm(
                        Map.of("amount", Desk.usd("5.00"), "shares", Desk.shares(early, "5.01")),
                        early);
        var unnamed =
                staff.confirm(
                        Map.of("amount", Desk.usd("5.00"), "shares", Desk.shares(late, "5.00")),
                        early);

        assertThat(at(due, "__typename")).isEqualTo("MoreThanDue");
        assertThat(at(money, "__typename")).isEqualTo("MoreThanAvailable");
        assertThat(at(unnamed, "__typename")).isEqualTo("MoreThanDue");
        assertThat(books.credit(ada)).isZero();
    }

    @Test
    void overpaymentsWhereTheMerchantTakesThem() {
        rules(false, false);

        var answer = staff.confirm(Map.of("amount", Desk.usd("10.01")), early);

        assertThat(at(answer, "__typename")).isEqualTo("OverpaymentNotAllowed");
        assertThat(at(answer, "message")).asString().contains("0.01");
        rules(false, true);
        assertThat(at(staff.confirm(Map.of("amount", Desk.usd("10.01")), early), "__typename"))
                .isEqualTo("PaymentSucceeded");
    }

    @Test
    void contactsPayAPartWhereTheMerchantLetsThem() {
        var contact = new Desk(asContact(ada));
        var quote =
                """
                query($ids: [ID!]!, $a: MoneyInput) { previewPayment(input: {invoiceIds: $ids, amount: $a}) { token toCharge { amount } stillDue { amount } } }""";
        Map<String, Object> asked = Map.of("ids", List.of(early.toString()), "a", Desk.usd("4.00"));
        rules(true, true);
        var shown = contact.ask(quote, asked);
        assertThat(at(shown, "previewPayment.toCharge.amount")).isEqualTo("4.00");
        assertThat(at(shown, "previewPayment.stillDue.amount")).isEqualTo("6.00");
        var token = String.valueOf(at(shown, "previewPayment.token"));

        rules(false, true);
        assertThat(pay(contact, token)).containsEntry("__typename", "PartialPaymentNotAllowed");
        rules(true, true);
        assertThat(pay(contact, token)).containsEntry("__typename", "PaymentSucceeded");

        assertThat(
                        at(
                                desk.ask(
                                        "query($id: ID!) { invoice(id: $id) { amountDue { amount } } }",
                                        Map.of("id", early)),
                                "invoice.amountDue.amount"))
                .isEqualTo("6.00");
    }

    @Test
    void contactsNeverPayMoreThanIsDue() {
        rules(true, true);
        for (var much : List.of("10.01", "1000.00")) {
            asContact(ada)
                    .document(
                            "query($ids: [ID!]!, $a: MoneyInput) { previewPayment(input: {invoiceIds: $ids, amount: $a}) { token } }")
                    .variable("ids", List.of(early.toString()))
                    .variable("a", Desk.usd(much))
                    .execute()
                    .errors()
                    .satisfy(
                            errors ->
                                    assertThat(errors)
                                            .singleElement()
                                            .satisfies(
                                                    error ->
                                                            assertThat(error.getMessage())
                                                                    .contains(
                                                                            "must be at most USD 10.00")));
        }
        assertThat(
                        at(
                                desk.ask(
                                        "query($id: ID!) { invoice(id: $id) { amountDue { amount } } }",
                                        Map.of("id", early)),
                                "invoice.amountDue.amount"))
                .isEqualTo("10.00");
    }

    @Test
    void nothingIsDatedIntoAClosedMonth() {
        var closed =
                desk.ask(
                        "mutation { closeBooks(input: {through: \"2029-11-30\"}) { __typename ... on Problem { message } } }",
                        Map.of());
        assertThat(at(closed, "closeBooks.__typename")).isEqualTo("BooksClosed");

        var answer = staff.confirm(Map.of("valueOn", "2029-11-30"), early);

        assertThat(at(answer, "__typename")).isEqualTo("MonthClosed");
        assertThat(at(staff.confirm(Map.of("valueOn", "2029-12-01"), early), "__typename"))
                .isEqualTo("PaymentSucceeded");
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> pay(Desk contact, String token) {
        return (Map<String, Object>)
                contact.ask(
                                "mutation($i: PayInvoicesInput!) { payInvoices(input: $i) { __typename ... on Problem { message } } }",
                                Map.of(
                                        "i",
                                        Map.of(
                                                "invoiceIds", List.of(early.toString()),
                                                "amount", Desk.usd("4.00"),
                                                "cardToken", "card_success",
                                                "quoteToken", token,
                                                "idempotencyKey", UUID.randomUUID().toString())))
                        .get("payInvoices");
    }

    private void rules(boolean partial, boolean over) {
        desk.ask(
                "mutation($i: UpdatePaymentRulesInput!) { updatePaymentRules(input: $i) { __typename } }",
                Map.of(
                        "i",
                        Map.of(
                                "partialByContacts",
                                partial,
                                "overpaymentOffline",
                                over,
                                "topUpByContacts",
                                true,
                                "topUpLimits",
                                List.of())));
    }
}
