package dev.quittance.collection;

import static dev.quittance.collection.Till.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.payments.Books;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Ids;
import dev.quittance.platform.Permission;
import dev.quittance.testing.IntegrationTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.graphql.test.tester.HttpGraphQlTester;

/** What is refused, by whom, and that it leaves nothing behind. */
class PaymentRefusalTests extends IntegrationTest {
    private static final LocalDate MARCH = LocalDate.of(2030, 3, 1);

    @Autowired Books books;

    private UUID ada;
    private UUID invoice;
    private Till till;

    @BeforeEach
    void aCustomerWithAnInvoice() {
        ada = books.customer("Ada");
        invoice = books.invoice(ada, "USD", 1000, MARCH);
        till = new Till(asContact(ada));
    }

    @AfterEach
    void nothingIsPaid() {
        assertThat(books.number("select count(*) from payment")).isZero();
        assertThat(books.number("select count(*) from sandbox_charge")).isZero();
        books.mustAgree();
    }

    @Test
    void whatMovedSinceThePreviewIsShownAnew() {
        var token = till.token(List.of(invoice));
        books.creditNote(ada, invoice, 300);

        var answer = till.pay("card_success", token, "stale", invoice);

        assertThat(at(answer, "__typename")).isEqualTo("PaymentQuoteStale");
        assertThat(at(answer, "quote.toCharge.amount")).isEqualTo("7.00");
        assertThat(at(answer, "quote.token")).isNotEqualTo(token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "9999999999.AAAA"})
    void aMadeUpTokenIsNoQuote(String token) {
        assertThat(at(till.pay("card_success", token, "forged", invoice), "__typename"))
                .isEqualTo("PaymentQuoteStale");
    }

    @Test
    void anotherCustomersTokenIsNoQuote() {
        var bob = books.customer("Bob");
        var his = books.invoice(bob, "USD", 1000, MARCH);
        var token = new Till(asContact(bob)).token(List.of(his));

        assertThat(at(till.pay("card_success", token, "borrowed", invoice), "__typename"))
                .isEqualTo("PaymentQuoteStale");
    }

    @Test
    void otherPeoplesInvoicesDontExist() {
        var his = books.invoice(books.customer("Bob"), "USD", 1000, MARCH);
        var draft = books.draft(ada);

        for (var ids :
                List.of(List.of(his), List.of(invoice, his), List.of(Ids.next()), List.of(draft))) {
            assertError(till.payment("card_success", "t", "k" + ids, ids), "NOT_FOUND");
            assertError(preview(till.graphql(), ids), "NOT_FOUND");
        }
    }

    @Test
    void staffGetsToldWhatCantBePaidTogether() {
        var staff = new Till(asOwner());
        var bobs = books.invoice(books.customer("Bob"), "USD", 1000, MARCH);
        var euros = books.invoice(ada, "EUR", 1000, MARCH);
        var draft = books.draft(ada);

        assertThat(fault(staff.pay("card_success", "t", "1", invoice, bobs)))
                .contains("one customer");
        assertThat(fault(staff.pay("card_success", "t", "2", invoice, euros)))
                .contains("one currency");
        assertThat(fault(staff.pay("card_success", "t", "3", draft))).contains("draft");
    }

    @Test
    void noneOrAThousandAndOneInvoices() {
        var many = Stream.generate(Ids::next).limit(1001).toList();

        for (var ids : List.of(List.<UUID>of(), many)) {
            till.payment("card_success", "t", "k" + ids.size(), ids)
                    .path("payInvoices.__typename")
                    .entity(String.class)
                    .isEqualTo("InvalidInput")
                    .path("payInvoices.fields[0].path")
                    .entity(String.class)
                    .isEqualTo("invoiceIds");
            assertError(preview(till.graphql(), ids), "BAD_REQUEST");
        }
    }

    @Test
    void aCardIsNeededAndMustBeKnown() {
        var token = till.token(List.of(invoice));

        assertThat(at(till.pay(null, token, "none", invoice), "fields.0.path"))
                .isEqualTo("cardToken");
        assertThat(at(till.pay("4242424242424242", token, "number", invoice), "fields.0.path"))
                .isEqualTo("cardToken");
        assertThat(at(till.pay("card_success", token, " ", invoice), "fields.0.path"))
                .isEqualTo("idempotencyKey");
    }

    @Test
    void aPaidInvoiceHasNothingDue() {
        books.creditNote(ada, invoice, 1000);

        assertThat(at(till.pay("card_success", invoice), "__typename")).isEqualTo("NothingDue");
        assertThat(at(till.preview(List.of(invoice)), "toCharge.amount")).isEqualTo("0.00");
    }

    @Test
    void whoMayNotPay() {
        var viewer =
                graphql(
                        new Caller(
                                Caller.Kind.CONTACT,
                                Ids.next(),
                                "Vic Viewer",
                                Set.of(Permission.CONTACT, Permission.SIGNED_IN),
                                ada,
                                null));
        var reader = asStaff(Permission.PAYMENT_READ, Permission.INVOICE_READ);

        for (var somebody : List.of(viewer, reader)) {
            refusesAll(somebody, "FORBIDDEN");
        }
        refusesAll(anonymous(), "UNAUTHORIZED");
        assertError(confirm(asContact(ada)), "FORBIDDEN");
    }

    private void refusesAll(HttpGraphQlTester somebody, String code) {
        assertError(preview(somebody, List.of(invoice)), code);
        assertError(new Till(somebody).payment("card_success", "t", "k", List.of(invoice)), code);
        assertError(
                somebody.document(Till.CONTINUE).variable("id", Ids.next().toString()).execute(),
                code);
        assertError(confirm(somebody), code);
    }

    private GraphQlTester.Response preview(GraphQlTester graphql, List<UUID> ids) {
        return graphql.document(Till.PREVIEW).variable("ids", Till.texts(ids)).execute();
    }

    private GraphQlTester.Response confirm(GraphQlTester graphql) {
        return graphql.document(Till.CONFIRM)
                .variable(
                        "input",
                        Map.of(
                                "invoiceIds",
                                Till.texts(List.of(invoice)),
                                "idempotencyKey",
                                "offline"))
                .execute();
    }

    private static String fault(Map<String, Object> answer) {
        return String.valueOf(at(answer, "fields.0.message"));
    }

    private static void assertError(GraphQlTester.Response response, String code) {
        response.errors()
                .satisfy(
                        errors ->
                                assertThat(errors)
                                        .singleElement()
                                        .satisfies(
                                                error ->
                                                        assertThat(error.getErrorType().toString())
                                                                .isEqualTo(code)));
    }
}
