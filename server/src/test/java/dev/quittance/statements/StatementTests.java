package dev.quittance.statements;

import static dev.quittance.statements.Account.amount;
import static dev.quittance.statements.Account.at;
import static dev.quittance.statements.Account.lines;
import static dev.quittance.statements.Account.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.payments.Books;
import dev.quittance.testing.IntegrationTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** One account with everything that can happen to it, read over several stretches of days. */
@Tag("P77")
class StatementTests extends IntegrationTest {
    @Autowired Books books;
    @Autowired StatementProof proof;
    private UUID customer = new UUID(0, 0);
    private UUID given = new UUID(0, 0);

    @BeforeAll
    void anAccount() {
        var clerk = new Account(asOwner());
        customer = books.customer("Ada");
        var old = books.invoice(customer, "USD", 10000, LocalDate.of(2029, 9, 20));
        var late = books.invoice(customer, "USD", 5000, LocalDate.of(2029, 12, 20));
        var fresh = books.invoice(customer, "USD", 3000, LocalDate.of(2030, 1, 10));
        given = books.invoice(customer, "USD", 700, LocalDate.of(2029, 11, 20));
        books.invoice(customer, "EUR", 999, LocalDate.of(2030, 1, 10));
        books.creditNote(customer, late, 1000);
        var reversed =
                clerk.paid(old, "40.00", Map.of("valueOn", "2029-12-30", "reference", "CHQ 7"));
        clerk.act(
                "reversePayment",
                Map.of("paymentId", reversed, "reason", "Bounced", "idempotencyKey", "r"),
                "");
        var refunded = clerk.paid(fresh, "50.00", Map.of());
        clerk.act(
                "refundPayment",
                Map.of(
                        "paymentId", refunded,
                        "amount", usd("5.00"),
                        "reason", "Too much",
                        "cover", "REOPEN",
                        "idempotencyKey", "f"),
                "");
        clerk.act(
                "writeOffInvoice",
                Map.of("invoiceId", given, "reason", "Gone", "idempotencyKey", "w"),
                "");
        clerk.act(
                "recoverInvoice",
                Map.of("invoiceId", given, "reason", "Back", "idempotencyKey", "b"),
                "");
        clock.moveTo("2030-01-03");
    }

    @Test
    void allTransactionsOfThePeriodAreListedWithTheTotalOwed() {
        var statement = statement("2029-12-01", "2030-01-02");

        assertThat(amount(statement, "opening")).isEqualTo("107.00");
        assertThat(amount(statement, "closing")).isEqualTo("132.00");
        assertThat(amount(statement, "charged")).isEqualTo("132.00");
        assertThat(amount(statement, "credited")).isEqualTo("107.00");
        assertThat(statement.get("rowCount")).isEqualTo(9);
        assertThat(lines(statement))
                .usingElementComparator(
                        // Numbers that other tests take part in giving are not compared.
                        (one, other) -> pattern(one).compareTo(pattern(other)))
                .containsExactly(
                        "2029-12-06 INVOICE T 50.00 = 157.00",
                        "2029-12-27 INVOICE T 30.00 = 187.00",
                        "2030-01-01 CREDIT_NOTE T -10.00 = 177.00",
                        "2030-01-01 PAYMENT T -40.00 = 137.00",
                        "2030-01-01 PAYMENT_REVERSED T 40.00 = 177.00",
                        "2030-01-01 PAYMENT T -50.00 = 127.00",
                        "2030-01-01 REFUND T 5.00 = 132.00",
                        "2030-01-01 WRITE_OFF T -7.00 = 125.00",
                        "2030-01-01 RECOVERY T 7.00 = 132.00");
    }

    private static String pattern(String line) {
        var words = line.split(" ");
        return String.join(" ", words[0], words[1], words[3], words[5]);
    }

    @Test
    void aRowSaysWhatHelpsToRecogniseIt() {
        var rows = (List<?>) at(statement("2029-12-01", "2030-01-02"), "rows", "edges");

        var payment = (Map<?, ?>) at((Map<?, ?>) rows.get(3), "node");
        assertThat(payment.get("valueOn")).isEqualTo("2029-12-30");
        assertThat(payment.get("reference")).isEqualTo("CHQ 7");
        assertThat(payment.get("paymentId")).isNotNull();
        assertThat(payment.get("charge")).isNull();
        assertThat(amount(payment, "credit")).isEqualTo("40.00");
        var invoice = (Map<?, ?>) at((Map<?, ?>) rows.get(0), "node");
        assertThat(invoice.get("dueOn")).isEqualTo("2029-12-20");
        var note = (Map<?, ?>) at((Map<?, ?>) rows.get(2), "node");
        assertThat(note.get("reference")).isEqualTo(invoice.get("number"));
        assertThat(note.get("creditNoteId")).isNotNull();
        assertThat(((Map<?, ?>) at((Map<?, ?>) rows.get(7), "node")).get("invoiceId"))
                .isEqualTo(given.toString());
    }

    @Test
    void whatIsUnpaidIsToldByAgeAndCreditApart() {
        var aging = (Map<?, ?>) at(statement("2029-12-01", "2030-01-02"), "aging");

        // 40 of the oldest, 20 left of the later and 15 of credit pay nothing yet.
        assertThat(amount(aging, "unpaid"))
                .isEqualTo(
                        sum(
                                amount(aging, "notDue"),
                                amount(aging, "days30"),
                                amount(aging, "days60"),
                                amount(aging, "days90"),
                                amount(aging, "older")));
        assertThat(amount(aging, "older")).isEqualTo("100.00");
        assertThat(amount(aging, "days60")).isEqualTo("7.00");
        assertThat(amount(aging, "days30")).isEqualTo("40.00");
    }

    @Test
    void daysWithoutAnythingHaveTheSameBalanceBeforeAndAfter() {
        var statement = statement("2030-01-02", "2030-01-03");

        assertThat(lines(statement)).isEmpty();
        assertThat(amount(statement, "opening")).isEqualTo(amount(statement, "closing"));
        assertThat(
                        amount(
                                new Account(asOwner())
                                        .statement(Map.of("id", customer, "currency", "JPY")),
                                "closing"))
                .isEqualTo("0");
    }

    @Test
    void leftOutDaysMeanThisMonthSoFarInTheCustomersCurrency() {
        var statement = new Account(asContact(customer)).statement(Map.of("id", customer));

        assertThat(statement).containsEntry("from", "2030-01-01").containsEntry("to", "2030-01-03");
        assertThat(statement).containsEntry("currency", "USD");
    }

    @Test
    void rowsComeInPages() {
        var account = new Account(asOwner());
        var first =
                account.statement(
                        Map.of(
                                "id",
                                customer,
                                "from",
                                "2029-12-01",
                                "to",
                                "2030-01-02",
                                "first",
                                4));

        assertThat(lines(first)).hasSize(4);
        assertThat(at(first, "rows", "pageInfo", "hasNextPage")).isEqualTo(true);
    }

    @ParameterizedTest
    @CsvSource({
        "2030-01-02, 2030-01-01, from: must not be after the last day",
        "2030-01-02, 2030-01-04, to: must not be after today",
        "2020-01-02, 2030-01-02, from: must be at most 10 years before the last day: 2020-01-03 or later"
    })
    void daysThatMakeNoSenseAreRefusedByName(String from, String to, String words) {
        asContact(customer)
                .document(
                        "{ viewer { customer { statement(from: \"%s\", to: \"%s\") { closing { amount } } } } }"
                                .formatted(from, to))
                .execute()
                .errors()
                .satisfy(
                        errors ->
                                assertThat(errors)
                                        .singleElement()
                                        .satisfies(
                                                error -> {
                                                    assertThat(String.valueOf(error.getErrorType()))
                                                            .isEqualTo("BAD_REQUEST");
                                                    assertThat(error.getMessage())
                                                            .startsWith(words);
                                                }));
    }

    @Test
    void itEndsWithWhatTheLedgerSays() {
        proof.mustAgree(7);
    }

    private Map<String, Object> statement(String from, String to) {
        return new Account(asOwner())
                .statement(Map.of("id", customer, "from", from, "to", to, "currency", "USD"));
    }

    private static String sum(String... amounts) {
        var sum = java.math.BigDecimal.ZERO;
        for (var one : amounts) {
            sum = sum.add(new java.math.BigDecimal(one));
        }
        return sum.toPlainString();
    }
}
