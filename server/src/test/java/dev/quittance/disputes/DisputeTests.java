package dev.quittance.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.ledger.BooksRules;
import dev.quittance.payments.Books;
import dev.quittance.payments.StumblingGateway;
import dev.quittance.payments.StumblingGateway.Step;
import dev.quittance.platform.Ids;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Shop;
import dev.quittance.testing.TestDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Money that a payer's bank takes back, and gives back if the dispute is won, is booked once. */
class DisputeTests extends IntegrationTest {
    private static final ParameterizedTypeReference<Map<String, Object>> FACTS =
            new ParameterizedTypeReference<>() {};

    private static final String DISPUTE =
            "{ id state reason sending evidence respondedOn decidedOn amount { amount } fee { amount }"
                    + " invoices { amount { amount } invoice { id } } transfers { booking amount { amount } } }";

    @Autowired Books books;
    @Autowired BooksRules rules;
    @Autowired Disputes disputes;
    @Autowired ResponseKeeping responses;

    @AfterEach
    void theBooksAgree() {
        StumblingGateway.at();
        books.mustAgree();
        // Invoices of these tests have no lines.
        assertThat(
                        rules.differences()
                                .filter(one -> !one.contains("Invoice T-"))
                                .collectList()
                                .block())
                .isEmpty();
    }

    @Test
    void whatADisputedPaymentHadPaidIsOwedAgainAndTheFeeIsOurs() {
        var ada = books.customer("Ada");
        var invoice = invoice(ada, 11_900);
        var payment = paid(ada, invoice);
        var fees = balance("FEES");
        var clearing = balance("CLEARING");

        var dispute = open(payment);

        assertThat(dispute)
                .containsEntry("state", "NEEDS_RESPONSE")
                .containsEntry("amount", Map.of("amount", "119.00"))
                .containsEntry("fee", Map.of("amount", "15.00"))
                .containsEntry(
                        "invoices",
                        List.of(
                                Map.of(
                                        "amount",
                                        Map.of("amount", "119.00"),
                                        "invoice",
                                        Map.of("id", invoice.toString()))))
                .containsEntry(
                        "transfers",
                        List.of(
                                transfer("PAYMENT_REVERSED", "119.00"),
                                transfer("GATEWAY_FEE", "15.00")));
        assertThat(owed(invoice)).isEqualTo(11_900);
        assertThat(books.credit(ada)).isZero();
        assertThat(balance("FEES") - fees).isEqualTo(1_500);
        assertThat(balance("CLEARING") - clearing).isEqualTo(-13_400);
        assertThat(
                        ask(
                                "{ payment(id: \"%s\") { status disputed { amount } unallocated { amount } disputes { id } } }"
                                        .formatted(payment)))
                .containsEntry(
                        "payment",
                        Map.of(
                                "status",
                                "SUCCEEDED",
                                "disputed",
                                Map.of("amount", "119.00"),
                                "unallocated",
                                Map.of("amount", "0.00"),
                                "disputes",
                                List.of(Map.of("id", dispute.get("id")))));
    }

    @Test
    void aDisputeThatIsWonPaysAgainWhatItHadPaid() {
        var ada = books.customer("Ada");
        var invoice = invoice(ada, 11_900);
        var fees = balance("FEES");
        var dispute = open(paid(ada, invoice));
        var kept = balance("FEES") - fees;

        var won = decide(dispute, true);

        assertThat(won)
                .containsEntry("state", "WON")
                .containsEntry("fee", Map.of("amount", "0.00"))
                .containsEntry("decidedOn", clock.today().toString());
        assertThat(owed(invoice)).isZero();
        assertThat(books.credit(ada)).isZero();
        assertThat(balance("FEES") - fees).isEqualTo(kept - 1_500);
    }

    @Test
    void whatWasPaidOtherwiseMeanwhileBecomesCreditWhenTheDisputeIsWon() {
        var ada = books.customer("Ada");
        var invoice = invoice(ada, 5_000);
        var dispute = open(paid(ada, invoice));
        paid(ada, invoice);

        decide(dispute, true);

        assertThat(owed(invoice)).isZero();
        assertThat(books.credit(ada)).isEqualTo(5_000);
    }

    @Test
    void aDisputeThatIsLostLeavesTheInvoiceOwed() {
        var ada = books.customer("Ada");
        var invoice = invoice(ada, 4_000);
        var dispute = open(paid(ada, invoice));

        assertThat(decide(dispute, false)).containsEntry("state", "LOST");

        assertThat(owed(invoice)).isEqualTo(4_000);
        assertThat(books.credit(ada)).isZero();
    }

    @Test
    void aTopUpThatWasSpentTakesTheCreditBelowZero() {
        var ada = books.customer("Ada");
        var payment = topUp(ada, "30.00", "card_success");
        var invoice = invoice(ada, 1_000);
        act(
                "applyCredit",
                "... on CreditApplied { used { amount } }",
                Map.of("customerId", ada, "currency", "USD"));

        var dispute = open(payment);

        assertThat(books.credit(ada)).isEqualTo(-1_000);
        assertThat(owed(invoice)).isZero();
        decide(dispute, true);
        assertThat(books.credit(ada)).isEqualTo(2_000);
    }

    @Test
    void ofAPartThatIsDisputedTheCreditGoesFirst() {
        var ada = books.customer("Ada");
        var payment = topUp(ada, "30.00", "card_success");
        var invoice = invoice(ada, 1_000);
        act(
                "applyCredit",
                "... on CreditApplied { used { amount } }",
                Map.of("customerId", ada, "currency", "USD", "paymentId", payment));

        var dispute = open(payment, "25.00");

        assertThat(owed(invoice)).isEqualTo(500);
        assertThat(books.credit(ada)).isZero();
        decide(dispute, true);
        assertThat(owed(invoice)).isZero();
        assertThat(books.credit(ada)).isEqualTo(2_000);
    }

    @Test
    void aWrittenOffInvoiceIsOwedAgainAsAWhole() {
        var ada = books.customer("Ada");
        var invoice = invoice(ada, 2_000);
        var payment = topUp(ada, "5.00", "card_success");
        act(
                "applyCredit",
                "... on CreditApplied { used { amount } }",
                Map.of("customerId", ada, "currency", "USD", "paymentId", payment));
        act(
                "writeOffInvoice",
                "... on RestWrittenOff { invoice { id } }",
                Map.of("invoiceId", invoice, "reason", "Insolvent"));

        open(payment);

        assertThat(owed(invoice)).isEqualTo(2_000);
    }

    @Test
    void disputedMoneyCannotBeRefunded() {
        var ada = books.customer("Ada");
        var payment = topUp(ada, "30.00", "card_success");
        var dispute = open(payment);

        var refused = refund(payment, "5.00");

        assertThat(refused).containsEntry("__typename", "NotRefundable");
        assertThat(String.valueOf(refused.get("message")))
                .contains("USD 30.00 of the payment is disputed");
        decide(dispute, true);
        assertThat(refund(payment, "5.00")).containsEntry("__typename", "RefundBegun");
    }

    @Test
    void ofAPartlyDisputedPaymentTheRestCanBeRefunded() {
        var payment = topUp(books.customer("Ada"), "30.00", "card_success");
        open(payment, "20.00");

        assertThat(refund(payment, "10.01")).containsEntry("__typename", "RefundTooMuch");
        assertThat(refund(payment, "10.00")).containsEntry("__typename", "RefundBegun");
        assertThat(
                        act(
                                "openSandboxDispute",
                                "... on SandboxDisputeOpened { dispute { id } }",
                                opening(payment, null)))
                .containsEntry("__typename", "NotInSandbox");
    }

    @Test
    void theDisputedCardIsDisputedInTheNightAndEvidenceDecidesIt() {
        var ada = books.customer("Ada");
        var payment = topUp(ada, "40.00", "card_disputed");

        clock.moveTo(clock.today().plusDays(1));

        var dispute = only(payment);
        assertThat(dispute)
                .containsEntry("state", "NEEDS_RESPONSE")
                .containsEntry("reason", "FRAUDULENT");
        var answered = answer(dispute, "See: winning_evidence");
        assertThat(answered).containsEntry("__typename", "DisputeAnswered");
        assertThat(only(payment))
                .containsEntry("state", "UNDER_REVIEW")
                .containsEntry("sending", false)
                .containsEntry("evidence", "See: winning_evidence");
        assertThat(answer(dispute, "More")).containsEntry("__typename", "DisputeNotOpen");

        clock.moveTo(clock.today().plusDays(2));

        assertThat(only(payment)).containsEntry("state", "WON");
        assertThat(books.credit(ada)).isEqualTo(4_000);
        assertThat(
                        books.number(
                                "select count(*) from history_entry where subject_kind = 'DISPUTE' and subject_id = '%s'"
                                        .formatted(dispute.get("id"))))
                .isEqualTo(4);
    }

    @Test
    void whatNobodyAnswersIsLostAfterTheLastDay() {
        var payment = topUp(books.customer("Ada"), "40.00", "card_disputed");
        clock.moveTo(clock.today().plusDays(1));
        var dispute = only(payment);

        clock.moveTo(clock.today().plusDays(12));

        assertThat(only(payment)).containsEntry("state", "LOST");
        var late = answer(dispute, "Too late");
        assertThat(late).containsEntry("message", "This dispute is lost already.");
    }

    @Test
    void anAcceptedDisputeIsLostByAgreement() {
        var payment = topUp(books.customer("Ada"), "40.00", "card_success");
        var dispute = open(payment);

        assertThat(accept(dispute)).containsEntry("__typename", "DisputeAccepted");

        assertThat(only(payment)).containsEntry("state", "ACCEPTED");
        assertThat(accept(dispute)).containsEntry("message", "This dispute was accepted already.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BEFORE_ANSWER", "AFTER_ANSWER"})
    void whatTheGatewayDidNotHearIsSaidAgain(Step step) {
        var payment = topUp(books.customer("Ada"), "40.00", "card_success");
        var dispute = open(payment);
        StumblingGateway.at(step);

        assertThat(answer(dispute, "They signed")).containsEntry("__typename", "DisputeAnswered");

        assertThat(only(payment)).containsEntry("sending", true);
        db.sql("update dispute set leased_until = clock_timestamp() where sending").then().block();
        responses.tellAll().block();
        assertThat(only(payment))
                .containsEntry("state", "UNDER_REVIEW")
                .containsEntry("sending", false);
    }

    @Test
    void emptyEvidenceIsRefused() {
        var dispute = open(topUp(books.customer("Ada"), "4.00", "card_success"));

        assertThat(answer(dispute, "  ")).containsEntry("__typename", "InvalidInput");
    }

    @Test
    void toldTwentyTimesAtOnceEachStepIsBookedOnce() {
        var ada = books.customer("Ada");
        var invoice = invoice(ada, 3_000);
        var payment = paid(ada, invoice);
        var charge = charge(payment);
        var reference = "sbd_" + Ids.next();
        insert(reference, charge, "NEEDS_RESPONSE");

        heardTwenty(reference);
        assertThat(owed(invoice)).isEqualTo(3_000);
        db.sql("update sandbox_dispute set state = 'WON' where id = :id")
                .bind("id", reference)
                .then()
                .block();
        heardTwenty(reference);

        assertThat(owed(invoice)).isZero();
        assertThat(
                        books.number(
                                "select count(*) from transfer t join dispute d on d.id = t.source_id where d.gateway_ref = '%s'"
                                        .formatted(reference)))
                .isEqualTo(4);
    }

    @Test
    void whoHearsOnlyThatItIsLostBooksThatItWasOpenedToo() {
        var ada = books.customer("Ada");
        var payment = topUp(ada, "10.00", "card_success");
        var charge = charge(payment);
        insert("sbd_" + Ids.next(), charge, "LOST");

        ask("mutation { fetchDisputes { ... on DisputesFetched { waiting } } }");

        assertThat(only(payment)).containsEntry("state", "LOST");
        assertThat(books.credit(ada)).isZero();
    }

    @Test
    void aDisputeOfMoreThanWasPaidStopsNoOther() {
        var first = topUp(books.customer("Ada"), "10.00", "card_success");
        var second = topUp(books.customer("Ben"), "10.00", "card_success");
        insert("sbd_0" + Ids.next(), charge(first), "NEEDS_RESPONSE");
        insert("sbd_1" + Ids.next(), charge(second), "NEEDS_RESPONSE");
        db.sql("update sandbox_dispute set amount_minor = 1001 where id like 'sbd_0%'")
                .then()
                .block();

        var told =
                map(
                        ask(
                                "mutation { fetchDisputes { ... on DisputesFetched { waiting disputes { id } } } }"),
                        "fetchDisputes");

        assertThat(told).containsEntry("waiting", 1);
        assertThat(list(told, "disputes")).hasSize(1);
        only(second);
        db.sql("delete from sandbox_dispute where id like 'sbd_0%'").then().block();
    }

    @Test
    void aDisputeGoesWithOnePayoutAndComesBackWithAnother() {
        clock.moveTo(clock.today().plusDays(1));
        ask("mutation { fetchPayouts { ... on PayoutsFetched { waiting } } }");
        clock.moveTo(clock.today().plusDays(1));
        var dispute = open(topUp(books.customer("Ada"), "100.00", "card_success"));
        assertThat(held()).isEqualTo("-16.65");
        var taken = payout();
        assertThat(taken)
                .containsEntry("charged", Map.of("amount", "100.00"))
                .containsEntry("refunded", Map.of("amount", "100.00"))
                .containsEntry("fees", Map.of("amount", "16.65"));
        var clearing = balance("CLEARING");

        decide(dispute, true);
        assertThat(held()).isEqualTo("115.00");
        clock.moveTo(clock.today().plusDays(1));

        assertThat(balance("CLEARING")).isEqualTo(clearing);
        assertThat(books.number("select count(*) from payout_part where dispute_won")).isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    dispute-bookings | update dispute set opened_on = opened_on - 1       | opened_on = opened_on + 1           | PAYMENT_REVERSED is of
                    dispute-bookings | update dispute set fee_minor = fee_minor + 1       | fee_minor = fee_minor - 1           | GATEWAY_FEE is USD 15.01, but USD 15.00 is booked.
                    disputed-money   | update payment set disputed_minor = disputed_minor - 1 where disputed_minor > 0 | disputed_minor = disputed_minor + 1 where disputed_minor > 0 | is stated as disputed, but its disputes add up to
                    """)
    void aPlantedFaultIsNamed(String rule, String plant, String mend, String words) {
        open(topUp(books.customer("Eva"), "10.00", "card_success"));
        TestDatabase.only().asOwner(plant);
        try {
            assertThat(rules.check(rule).block().first())
                    .extracting(difference -> difference.sentence())
                    .anyMatch(sentence -> sentence.contains(words));
        } finally {
            TestDatabase.only().asOwner(plant.replaceAll("set .*", "set " + mend));
        }
    }

    @Test
    void listsByStateAndLeadsFromTheLedgerToTheDispute() {
        var ada = books.customer("Ada");
        var lost = open(topUp(ada, "1.00", "card_success"));
        decide(lost, false);
        var open = open(topUp(ada, "2.00", "card_success"));

        assertThat(listed(ada, "NEEDS_RESPONSE")).containsExactly(open.get("id"));
        assertThat(listed(ada, "LOST, WON")).containsExactly(lost.get("id"));
        var transfers =
                list(
                        map(
                                ask(
                                        "{ ledgerTransfers(first: 100, filter: {currency: \"USD\", customerId: \"%s\", sourceKind: DISPUTE}) { edges { node { document { kind id number } } } } }"
                                                .formatted(ada)),
                                "ledgerTransfers"),
                        "edges");
        assertThat(transfers)
                .extracting(edge -> map(map(edge, "node"), "document").get("id"))
                .containsOnly(lost.get("id"), open.get("id"));
        assertThat(transfers)
                .extracting(edge -> map(map(edge, "node"), "document").get("kind"))
                .containsOnly("DISPUTE");
    }

    private List<Object> listed(UUID customer, String states) {
        return list(
                        map(
                                ask(
                                        "{ disputes(filter: {customerId: \"%s\", states: [%s]}) { edges { node { id } } } }"
                                                .formatted(customer, states)),
                                "disputes"),
                        "edges")
                .stream()
                .map(edge -> map(edge, "node").get("id"))
                .toList();
    }

    private void heardTwenty(String reference) {
        var heard =
                Flux.range(0, 20)
                        .flatMap(
                                _ ->
                                        disputes.heard("sandbox", reference)
                                                .subscribeOn(Schedulers.parallel()),
                                20)
                        .filter(DisputeRecording.Outcome::news)
                        .collectList()
                        .block(Duration.ofSeconds(30));
        assertThat(heard).hasSize(1);
    }

    private void insert(String reference, String charge, String state) {
        db.sql(
                        """
                        insert into sandbox_dispute (id, charge_id, currency, amount_minor, fee_minor, reason, state, due_on, changed_on)
                        select :id, id, currency, amount_minor, 1500, 'DUPLICATE', :state, :day, :day
                          from sandbox_charge where id = :charge
                        """)
                .bind("id", reference)
                .bind("charge", charge)
                .bind("state", state)
                .bind("day", clock.today())
                .then()
                .block();
    }

    private String charge(UUID payment) {
        return db.sql("select gateway_ref from payment_attempt where payment_id = :id")
                .bind("id", payment)
                .mapValue(String.class)
                .one()
                .block();
    }

    private String held() {
        return list(ask("{ gatewayBalances { amount { amount currency } } }"), "gatewayBalances")
                .stream()
                .map(one -> map(one, "amount"))
                .filter(one -> one.get("currency").equals("USD"))
                .map(one -> String.valueOf(one.get("amount")))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Object> payout() {
        var told =
                map(
                        ask(
                                "mutation { fetchPayouts { ... on PayoutsFetched { waiting payouts { charged { amount } refunded { amount } fees { amount } } } } }"),
                        "fetchPayouts");
        return list(told, "payouts").getFirst();
    }

    private Map<String, Object> transfer(String booking, String amount) {
        return Map.of("booking", booking, "amount", Map.of("amount", amount));
    }

    private Map<String, Object> only(UUID payment) {
        var found =
                list(
                        map(
                                ask(
                                        "{ payment(id: \"%s\") { disputes %s } }"
                                                .formatted(payment, DISPUTE)),
                                "payment"),
                        "disputes");
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private Map<String, Object> open(UUID payment) {
        return open(payment, null);
    }

    private Map<String, Object> open(UUID payment, String amount) {
        return map(
                act(
                        "openSandboxDispute",
                        "... on SandboxDisputeOpened { dispute %s }".formatted(DISPUTE),
                        opening(payment, amount)),
                "dispute");
    }

    private static Map<String, Object> opening(UUID payment, String amount) {
        var input =
                new HashMap<String, Object>(Map.of("paymentId", payment, "reason", "DUPLICATE"));
        if (amount != null) {
            input.put("amount", Shop.money("USD", amount));
        }
        return input;
    }

    private Map<String, Object> decide(Map<String, Object> dispute, boolean won) {
        return map(
                act(
                        "decideSandboxDispute",
                        "... on SandboxDisputeDecided { dispute %s }".formatted(DISPUTE),
                        Map.of("disputeId", dispute.get("id"), "won", won)),
                "dispute");
    }

    private Map<String, Object> answer(Map<String, Object> dispute, String evidence) {
        return act(
                "answerDispute",
                "... on DisputeAnswered { dispute { id } } ... on InvalidInput { fields { path } }",
                Map.of("disputeId", dispute.get("id"), "evidence", evidence));
    }

    private Map<String, Object> accept(Map<String, Object> dispute) {
        return act(
                "acceptDispute",
                "... on DisputeAccepted { dispute { id } }",
                Map.of("disputeId", dispute.get("id")));
    }

    private Map<String, Object> refund(UUID payment, String amount) {
        return act(
                "refundPayment",
                "... on RefundBegun { refund { id } }",
                Map.of(
                        "paymentId",
                        payment,
                        "amount",
                        Shop.money("USD", amount),
                        "reason",
                        "Goodwill"));
    }

    private UUID topUp(UUID customer, String amount, String card) {
        var token =
                map(
                                ask(
                                        "{ previewTopUp(input: {customerId: \"%s\", amount: {amount: \"%s\", currency: \"USD\"}}) { token } }"
                                                .formatted(customer, amount)),
                                "previewTopUp")
                        .get("token");
        var answer =
                act(
                        "topUp",
                        "... on PaymentSucceeded { payment { id } }",
                        Map.of(
                                "customerId",
                                customer,
                                "amount",
                                Shop.money("USD", amount),
                                "cardToken",
                                card,
                                "quoteToken",
                                token));
        return UUID.fromString(String.valueOf(map(answer, "payment").get("id")));
    }

    private UUID paid(UUID customer, UUID invoice) {
        var token =
                map(
                                ask(
                                        "{ previewPayment(input: {invoiceIds: [\"%s\"]}) { token } }"
                                                .formatted(invoice)),
                                "previewPayment")
                        .get("token");
        var answer =
                act(
                        "payInvoices",
                        "... on PaymentSucceeded { payment { id } }",
                        Map.of(
                                "invoiceIds",
                                List.of(invoice),
                                "cardToken",
                                "card_success",
                                "quoteToken",
                                token));
        return UUID.fromString(String.valueOf(map(answer, "payment").get("id")));
    }

    private UUID invoice(UUID customer, long minor) {
        return books.invoice(customer, "USD", minor, LocalDate.of(2030, 3, 1));
    }

    private long owed(UUID invoice) {
        return books.number(
                "select total_minor - paid_minor from invoice where id = '%s' and status in ('OPEN', 'PAID')"
                        .formatted(invoice));
    }

    private long balance(String account) {
        return books.number(
                "select coalesce(sum(case when debit = '%1$s' then amount_minor when credit = '%1$s' then -amount_minor end), 0)::bigint from transfer where currency = 'USD'"
                        .formatted(account));
    }

    private Map<String, Object> act(String mutation, String answer, Map<String, ?> facts) {
        var input = new HashMap<String, Object>(facts);
        if (!mutation.contains("Sandbox")) {
            input.put("idempotencyKey", Ids.next().toString());
        }
        var type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
        return asOwner()
                .document(
                        "mutation($i: %s!) { %s(input: $i) { __typename %s ... on Problem { message } } }"
                                .formatted(type, mutation, answer))
                .variable("i", input)
                .execute()
                .path(mutation)
                .entity(FACTS)
                .get();
    }

    private Map<String, Object> ask(String query) {
        return asOwner().document(query).execute().path("").entity(FACTS).get();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> facts, String name) {
        return (Map<String, Object>) facts.get(name);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> facts, String name) {
        return (List<Map<String, Object>>) facts.get(name);
    }
}
