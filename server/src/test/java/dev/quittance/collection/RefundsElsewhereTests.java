package dev.quittance.collection;

import static dev.quittance.collection.Till.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.payments.Books;
import dev.quittance.payments.GatewayNews;
import dev.quittance.payments.Recovery;
import dev.quittance.payments.StrangeRefunds;
import dev.quittance.payments.StumblingGateway;
import dev.quittance.payments.StumblingGateway.Step;
import dev.quittance.platform.DueWork;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Shop;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Money that was sent back past us, in the card processor's own dashboard. */
@Tag("P6")
class RefundsElsewhereTests extends IntegrationTest {
    @Autowired Books books;
    @Autowired Recovery recovery;
    @Autowired List<GatewayNews> news;
    @Autowired List<DueWork> nightly;

    private Shop shop;
    private UUID ada;
    private Desk desk;
    private StrangeRefunds elsewhere;

    @BeforeEach
    void aCustomer() {
        shop = new Shop(asOwner());
        ada = shop.customer();
        desk = new Desk(asOwner());
        elsewhere = new StrangeRefunds(db);
    }

    @AfterEach
    void theBooksAgree() {
        StumblingGateway.at();
        books.mustAgree();
    }

    @Test
    void itIsARefundLikeAnyOtherHoweverOftenItIsTold() {
        var invoice = invoice();
        var payment = pay(invoice);
        var reference = elsewhere.ofPayment(payment, 400);

        Flux.range(0, 20).flatMap(_ -> told(reference), 20).blockLast();

        assertThat(refunds(payment))
                .singleElement()
                .satisfies(
                        refund -> {
                            assertThat(refund).containsEntry("status", "SUCCEEDED");
                            assertThat(at(refund, "amount.amount")).isEqualTo("4.00");
                            assertThat(at(refund, "number")).asString().startsWith("RFD-2030-");
                            assertThat(refund)
                                    .containsEntry("reason", "Refunded at the card processor");
                        });
        // What it had paid is credited, so nothing is owed again.
        assertThat(due(invoice)).isEqualTo("PAID 0.00");
        assertThat(credited(invoice)).isEqualTo(400);
        assertThat(books.credit(ada)).isZero();
    }

    @Test
    void staffHearsOfIt() {
        var payment = pay(invoice());
        told(elsewhere.ofPayment(payment, 1000)).block();
        drain();

        var notices =
                desk.ask(
                        "{ notices(first: 50) { edges { node { kind paymentId amount { amount } } } } }",
                        Map.of());
        assertThat(String.valueOf(at(notices, "notices.edges")))
                .contains("kind=REFUND_FOUND, paymentId=" + payment + ", amount={amount=10.00}");
    }

    @Test
    void creditGoesFirst() {
        var payment = topUp("50.00");

        told(elsewhere.ofPayment(payment, 2000)).block();

        assertThat(books.credit(ada)).isEqualTo(3000);
        assertThat(refunds(payment)).hasSize(1);
        assertThat(books.number(notes())).isZero();
    }

    @Test
    void whatWasSentBackTwiceLeavesCreditBelowZero() {
        var payment = topUp("50.00");
        desk.refund(payment, "50.00", Map.of("method", "BANK_TRANSFER"));

        told(elsewhere.ofPayment(payment, 5000)).block();

        assertThat(books.credit(ada)).isEqualTo(-5000);
    }

    @Test
    void anInvoiceThatCantBeCreditedOwesItAgain() {
        var invoice = invoice();
        var payment = pay(invoice);
        desk.refund(payment, "10.00", Map.of("cover", "CREDIT_NOTE", "method", "BANK_TRANSFER"));

        told(elsewhere.ofPayment(payment, 1000)).block();

        assertThat(due(invoice)).isEqualTo("OPEN 10.00");
        assertThat(credited(invoice)).isEqualTo(1000);
        assertThat(books.credit(ada)).isZero();
    }

    @Test
    void aRefundOfOursWhoseAnswerGotLostIsNoneOfTheirs() {
        var payment = topUp("50.00");
        StumblingGateway.at(Step.AFTER_REFUND);
        desk.refund(payment, "50.00", Map.of());

        told(atTheGateway(payment)).block();
        assertThat(refunds(payment)).hasSize(1);
        recovery.run();

        assertThat(refunds(payment))
                .singleElement()
                .satisfies(refund -> assertThat(refund).containsEntry("status", "SUCCEEDED"));
        assertThat(books.credit(ada)).isZero();
    }

    @Test
    void whatNobodyToldIsFoundInTheNight() {
        var payment = topUp("50.00");
        elsewhere.ofPayment(payment, 2000);
        var sent = desk.refund(payment, "10.00", Map.of());
        elsewhere.comesBack(atTheGateway(payment));

        night();
        night();

        assertThat(books.credit(ada)).isEqualTo(3000);
        assertThat(refunds(payment)).hasSize(2);
        assertThat(refunds(payment))
                .filteredOn(refund -> refund.get("id").equals(at(sent, "refund.id")))
                .singleElement()
                .satisfies(refund -> assertThat(refund).containsEntry("status", "RETURNED"));
    }

    @Test
    void aPayoutWithItIsBooked() {
        clock.moveTo(clock.today().plusDays(1));
        var payment = topUp("50.00");
        told(elsewhere.ofPayment(payment, 2000)).block();

        desk.ask("mutation { fetchPayouts { __typename } }", Map.of());

        assertThat(
                        books.number(
                                "select count(*) from payout_part x join refund r on r.id = x.refund_id where r.payment_id = '%s'"
                                        .formatted(payment)))
                .isEqualTo(1);
    }

    private Mono<Void> told(String reference) {
        return Flux.fromIterable(news)
                .filter(one -> one.about() == GatewayNews.Kind.REFUND)
                .concatMap(one -> one.heard("sandbox", reference))
                .then();
    }

    private void night() {
        nightly.stream()
                .filter(one -> one.name().equals("refunds"))
                .forEach(one -> one.run(clock.today(), ZoneId.of("UTC")).block());
    }

    private String atTheGateway(UUID payment) {
        return String.valueOf(
                db.sql(
                                """
                                select s.id
                                  from sandbox_refund s
                                  join refund_attempt a on a.idempotency_key = s.idempotency_key
                                  join refund r on r.id = a.refund_id
                                 where r.payment_id = :payment
                                """)
                        .bind("payment", payment)
                        .mapValue(String.class)
                        .one()
                        .block());
    }

    private UUID invoice() {
        var plan = shop.plan(shop.product(null), "MONTH", false, "USD", "10.00", null);
        shop.started(ada, plan);
        var found =
                desk.ask(
                        "query($id: ID!) { customer(id: $id) { invoices { edges { node { id } } } } }",
                        Map.of("id", ada));
        return UUID.fromString(String.valueOf(at(found, "customer.invoices.edges.0.node.id")));
    }

    private UUID topUp(String amount) {
        return Till.payment(
                desk.act(
                        "topUp",
                        Map.of(
                                "customerId",
                                ada,
                                "amount",
                                Desk.usd(amount),
                                "cardToken",
                                "card_success")));
    }

    private UUID pay(UUID... invoices) {
        return Till.payment(new Till(asContact(ada)).pay("card_success", invoices));
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> refunds(UUID payment) {
        var found =
                desk.ask(
                        "query($id: ID!) { payment(id: $id) { refunds { id number status reason amount { amount } } } }",
                        Map.of("id", payment));
        return (List<Map<String, Object>>) at(found, "payment.refunds");
    }

    private String due(UUID invoice) {
        var found =
                desk.ask(
                        "query($id: ID!) { invoice(id: $id) { status amountDue { amount } } }",
                        Map.of("id", invoice));
        return at(found, "invoice.status") + " " + at(found, "invoice.amountDue.amount");
    }

    private long credited(UUID invoice) {
        return books.number(
                "select coalesce(sum(total_minor), 0)::bigint from credit_note where invoice_id = '%s'"
                        .formatted(invoice));
    }

    private String notes() {
        return "select count(*) from credit_note where customer_id = '%s'".formatted(ada);
    }
}
