package dev.quittance.collection;

import static dev.quittance.collection.Till.at;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.payments.Books;
import dev.quittance.payments.GatewayNews;
import dev.quittance.payments.Recovery;
import dev.quittance.payments.StumblingGateway;
import dev.quittance.payments.StumblingGateway.Step;
import dev.quittance.testing.IntegrationTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Money that goes back to customers: through the gateway that took it, or by staff. */
@Tag("P6")
class RefundTests extends IntegrationTest {
    private static final LocalDate MARCH = LocalDate.of(2030, 3, 1);
    private static final Map<String, String> REOPEN = Map.of("cover", "REOPEN");

    @Autowired Books books;
    @Autowired Recovery recovery;
    @Autowired List<GatewayNews> news;

    private UUID ada;
    private Desk desk;

    @BeforeEach
    void aCustomer() {
        ada = books.customer("Ada");
        desk = new Desk(asOwner());
    }

    @AfterEach
    void theBooksAgree() {
        StumblingGateway.at();
        books.mustAgree();
    }

    @Test
    void aRefundOfCreditGoesBackToTheCardWithADocument() {
        var payment = topUp("card_success", "50.00");

        var answer = desk.refund(payment, "20.00", Map.of());

        assertThat(at(answer, "refund.status")).isEqualTo("SUCCEEDED");
        assertThat(at(answer, "refund.number")).asString().startsWith("RFD-2030-");
        assertThat(at(answer, "refund.methodLabel")).isEqualTo("Visa •••• 4242");
        assertThat(at(answer, "refund.payment.refunded.amount")).isEqualTo("20.00");
        assertThat(books.credit(ada)).isEqualTo(3000);
    }

    @Test
    void aRefundThatIsOnItsWayIsNoCreditAnyMore() throws InterruptedException {
        var payment = topUp("card_refund_pending", "50.00");

        var answer = desk.refund(payment, "20.00", Map.of());

        assertThat(at(answer, "refund.status")).isEqualTo("PENDING");
        assertThat(credits())
                .containsEntry("available", Map.of("amount", "30.00"))
                .containsEntry("refunding", Map.of("amount", "20.00"));

        while (!"SUCCEEDED".equals(status(answer))) {
            Thread.sleep(200);
            recovery.run();
        }
        assertThat(credits()).containsEntry("refunding", Map.of("amount", "0.00"));
    }

    @Test
    void aRefundThatFailsIsCreditAgain() {
        var payment = topUp("card_refund_fails", "50.00");

        var answer = desk.refund(payment, "20.00", Map.of());

        assertThat(at(answer, "refund.status")).isEqualTo("FAILED");
        assertThat(at(answer, "refund.failure")).asString().contains("bank transfer");
        assertThat(books.credit(ada)).isEqualTo(5000);

        var instead = desk.refund(payment, "50.00", Map.of("method", "BANK_TRANSFER"));
        assertThat(at(instead, "refund.status")).isEqualTo("PENDING");
    }

    @Test
    void whatComesBackDaysAfterItWasSentIsCreditAgainHoweverOftenItIsTold() {
        var payment = topUp("card_success", "50.00");
        var answer = desk.refund(payment, "20.00", Map.of());
        fetchPayouts();
        clock.moveTo(clock.today().plusDays(5));
        var reference =
                requireNonNull(
                        db.sql(
                                        """
                                        update sandbox_refund s set state = 'RETURNED', failure = 'CARD_CLOSED'
                                          from refund_attempt a
                                         where a.refund_id = :id and s.idempotency_key = a.idempotency_key
                                        returning s.id
                                        """)
                                .bind(
                                        "id",
                                        UUID.fromString(String.valueOf(at(answer, "refund.id"))))
                                .mapValue(String.class)
                                .one()
                                .block());
        Flux.range(0, 20).flatMap(_ -> refundNews("sandbox", reference), 20).then().block();

        assertThat(status(answer)).isEqualTo("RETURNED");
        assertThat(books.credit(ada)).isEqualTo(5000);
        var told = desk.refund(payment, "50.00", Map.of("method", "BANK_TRANSFER"));
        assertThat(at(told, "refund.payment.refunded.amount")).isEqualTo("50.00");
        assertThat(
                        books.number(
                                "select count(*) from refund where returned_on is not null and customer_id = '%s'"
                                        .formatted(ada)))
                .isEqualTo(1);
        // The gateway gives it back with its next payout.
        fetchPayouts();
        assertThat(
                        books.number(
                                "select count(*) from payout_part x join refund r on r.id = x.refund_id where r.customer_id = '%s'"
                                        .formatted(ada)))
                .isEqualTo(2);
    }

    private void fetchPayouts() {
        desk.ask("mutation { fetchPayouts { __typename } }", Map.of());
    }

    private Mono<Void> refundNews(String gateway, String reference) {
        return Flux.fromIterable(news)
                .filter(one -> one.about() == GatewayNews.Kind.REFUND)
                .concatMap(one -> one.heard(gateway, reference))
                .then();
    }

    @Test
    void anInvoiceThatWasPaidIsReopenedForIt() {
        var early = books.invoice(ada, "USD", 1000, MARCH);
        var late = books.invoice(ada, "USD", 1000, MARCH.plusDays(1));
        var payment = pay("card_success", early, late);

        var answer = desk.refund(payment, "14.00", REOPEN);

        assertThat(at(answer, "refund.status")).isEqualTo("SUCCEEDED");
        assertThat(due(late)).isEqualTo("OPEN 10.00");
        assertThat(due(early)).isEqualTo("OPEN 4.00");
        assertThat(books.credit(ada)).isZero();
    }

    @Test
    void thePreviewTellsWhatIsTakenFromWhere() {
        var invoice = books.invoice(ada, "USD", 1000, MARCH);
        books.credit(ada, "USD", 200);
        var payment = Till.payment(new Till(asOwner()).confirm(Map.of(), invoice));

        var plan =
                desk.ask(
                        """
                        query($id: ID!) { previewRefund(input: {paymentId: $id, cover: REOPEN}) {
                          refundable { amount } amount { amount } fromCredit { amount } reopened { amount { amount } } } }""",
                        Map.of("id", payment));

        assertThat(at(plan, "previewRefund.refundable.amount")).isEqualTo("10.00");
        assertThat(at(plan, "previewRefund.fromCredit.amount")).isEqualTo("2.00");
        assertThat(at(plan, "previewRefund.reopened.0.amount.amount")).isEqualTo("8.00");
    }

    @Test
    void moreThanIsLeftOfThePaymentIsRefusedAndNothingChanges() {
        var payment = topUp("card_success", "50.00");
        desk.refund(payment, "30.00", Map.of());

        var answer = desk.refund(payment, "20.01", Map.of());

        assertThat(at(answer, "__typename")).isEqualTo("RefundTooMuch");
        assertThat(at(answer, "message")).asString().contains("20.00");
        assertThat(books.credit(ada)).isEqualTo(2000);

        desk.refund(payment, "20.00", Map.of());
        assertThat(at(desk.refund(payment, "0.01", Map.of()), "__typename"))
                .isEqualTo("NotRefundable");
    }

    @Test
    void aPaymentThatDidNotComeInIsNotRefunded() {
        var invoice = books.invoice(ada, "USD", 1000, MARCH);
        var payment = pay("card_decline_expired", invoice);

        assertThat(at(desk.refund(payment, "1.00", Map.of()), "__typename"))
                .isEqualTo("NotRefundable");
    }

    @Test
    void staffSendsAnOfflineRefundAndSaysSo() {
        var payment = confirmTopUp("50.00");

        var begun = desk.refund(payment, "50.00", Map.of());
        assertThat(at(begun, "refund.status")).isEqualTo("PENDING");
        assertThat(books.credit(ada)).isZero();

        var sent =
                desk.act(
                        "confirmRefund",
                        Map.of(
                                "refundId", String.valueOf(at(begun, "refund.id")),
                                "reference", "Transfer 99",
                                "valueOn", "2029-12-31"));

        assertThat(at(sent, "refund.status")).isEqualTo("SUCCEEDED");
        assertThat(at(sent, "refund.methodLabel")).isEqualTo("Transfer 99");
        assertThat(at(sent, "refund.valueOn")).isEqualTo("2029-12-31");
        var again =
                desk.act(
                        "confirmRefund",
                        Map.of("refundId", String.valueOf(at(begun, "refund.id"))));
        assertThat(at(again, "__typename")).isEqualTo("RefundNotWaiting");
    }

    @Test
    void staffDropsAnOfflineRefund() {
        var payment = confirmTopUp("50.00");
        var begun = desk.refund(payment, "50.00", Map.of());

        var dropped =
                desk.act(
                        "cancelRefund",
                        Map.of(
                                "refundId",
                                String.valueOf(at(begun, "refund.id")),
                                "reason",
                                "The customer keeps it"));

        assertThat(at(dropped, "refund.status")).isEqualTo("FAILED");
        assertThat(books.credit(ada)).isEqualTo(5000);
    }

    @Test
    void theCardProcessorsRefundsAreNotStaffs() {
        var payment = topUp("card_refund_pending", "50.00");
        var begun = desk.refund(payment, "50.00", Map.of());

        var answer =
                desk.act(
                        "cancelRefund",
                        Map.of("refundId", String.valueOf(at(begun, "refund.id")), "reason", "No"));

        assertThat(at(answer, "__typename")).isEqualTo("RefundNotWaiting");
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"BEFORE_REFUND", "AFTER_REFUND"})
    void whereverTheServerDiesTheMoneyGoesBackOnce(Step step) {
        var payment = topUp("card_success", "50.00");
        StumblingGateway.at(step);

        var answer = desk.refund(payment, "50.00", Map.of());
        recovery.run();

        assertThat(at(answer, "__typename")).isEqualTo("RefundBegun");
        assertThat(StumblingGateway.left()).isEmpty();
        assertThat(status(answer)).isEqualTo("SUCCEEDED");
        assertThat(
                        books.number(
                                "select coalesce(sum(r.amount_minor), 0)::bigint from sandbox_refund r join refund_attempt a on a.idempotency_key = r.idempotency_key join refund f on f.id = a.refund_id where f.payment_id = '%s'"
                                        .formatted(payment)))
                .isEqualTo(5000);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"0, amount", "-1, amount", "1.001, amount.amount"})
    void whatIsNoAmount(String amount, String field) {
        var payment = topUp("card_success", "50.00");

        var answer = desk.refund(payment, amount, Map.of());

        assertThat(String.valueOf(at(answer, "fields"))).contains("path=" + field);
    }

    private UUID topUp(String card, String amount) {
        return Till.payment(
                desk.act(
                        "topUp",
                        Map.of("customerId", ada, "amount", Desk.usd(amount), "cardToken", card)));
    }

    private UUID confirmTopUp(String amount) {
        return Till.payment(
                desk.act("confirmTopUp", Map.of("customerId", ada, "amount", Desk.usd(amount))));
    }

    private UUID pay(String card, UUID... invoices) {
        return Till.payment(new Till(asContact(ada)).pay(card, invoices));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> credits() {
        var found =
                new Desk(asContact(ada))
                        .ask(
                                "query($id: ID!) { customer(id: $id) { availableCredits { available { amount } refunding { amount } } } }",
                                Map.of("id", ada));
        return (Map<String, Object>) at(found, "customer.availableCredits.0");
    }

    private String status(Map<String, Object> begun) {
        var found =
                desk.ask(
                        "query($id: ID!) { refund(id: $id) { status } }",
                        Map.of("id", String.valueOf(at(begun, "refund.id"))));
        return String.valueOf(at(found, "refund.status"));
    }

    private String due(UUID invoice) {
        var found =
                desk.ask(
                        "query($id: ID!) { invoice(id: $id) { status amountDue { amount } } }",
                        Map.of("id", invoice));
        return at(found, "invoice.status") + " " + at(found, "invoice.amountDue.amount");
    }
}
