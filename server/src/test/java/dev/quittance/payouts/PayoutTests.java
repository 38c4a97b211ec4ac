package dev.quittance.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.ledger.BooksRules;
import dev.quittance.payments.Books;
import dev.quittance.payments.GatewayPayout;
import dev.quittance.payments.GatewayPayout.Kind;
import dev.quittance.payments.GatewayPayout.Part;
import dev.quittance.payouts.PayoutRecording.Outcome;
import dev.quittance.platform.Ids;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Shop;
import dev.quittance.testing.TestDatabase;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** What the gateway keeps and sends to the bank is booked once, whatever is asked how often. */
class PayoutTests extends IntegrationTest {
    private static final ParameterizedTypeReference<Map<String, Object>> FACTS =
            new ParameterizedTypeReference<>() {};

    private static final String PAYOUT =
            "{ id reference charged { amount } refunded { amount } fees { amount } amount { amount } partCount sentOn bookedOn"
                    + " parts(first: 10) { edges { node { position gross { amount } fee { amount } net { amount } payment { id }"
                    + " refund { id } } } } }";

    @Autowired Books books;
    @Autowired BooksRules rules;
    @Autowired PayoutRecording recording;
    @Autowired Payouts payouts;

    @Test
    void aDaysChargesAndRefundsGoToTheBankTogetherLessTheFees() {
        clock.moveTo(clock.today().plusDays(1));
        fetch();
        var before =
                Map.of(
                        "FEES",
                        balance("FEES"),
                        "BANK",
                        balance("BANK"),
                        "CLEARING",
                        balance("CLEARING"));
        clock.moveTo(clock.today().plusDays(1));
        var ada = books.customer("Ada");
        var first = topUp(ada, "100.00");
        var second = topUp(ada, "20.00");
        refund(second, "5.00");
        assertThat(balance("FEES") - before.get("FEES")).isEqualTo(165 + 53);
        assertThat(held("USD"))
                .containsEntry("count", 3)
                .containsEntry("amount", Map.of("amount", "112.82"));

        var told = fetch();

        assertThat(told).containsEntry("waiting", 0);
        assertThat(list(told, "payouts")).hasSize(1);
        var payout = list(told, "payouts").getFirst();
        assertThat(payout)
                .containsEntry("charged", Map.of("amount", "120.00"))
                .containsEntry("refunded", Map.of("amount", "5.00"))
                .containsEntry("fees", Map.of("amount", "2.18"))
                .containsEntry("amount", Map.of("amount", "112.82"))
                .containsEntry("partCount", 3);
        assertThat(balance("BANK") - before.get("BANK")).isEqualTo(11_282);
        assertThat(balance("CLEARING")).isEqualTo(before.get("CLEARING"));
        assertThat(ask("{ gatewayBalances { gateway } }"))
                .containsEntry("gatewayBalances", List.of());
        assertThat(ask("{ payment(id: \"%s\") { fee { amount } payout { id } } }".formatted(first)))
                .containsEntry(
                        "payment",
                        Map.of(
                                "fee",
                                Map.of("amount", "1.65"),
                                "payout",
                                Map.of("id", String.valueOf(payout.get("id")))));
        assertThat(list(fetch(), "payouts")).isEmpty();
        nothingDiffers();
    }

    @Test
    void theNightFetchesWhatTheGatewaySent() {
        topUp(books.customer("Ben"), "10.00");
        var before = books.number("select count(*) from payout");

        clock.moveTo(clock.today().plusDays(3));

        assertThat(books.number("select count(*) from payout")).isEqualTo(before + 1);
        nothingDiffers();
    }

    @Test
    void askedTwentyTimesAtOnceAPayoutIsRecordedOnce() {
        clock.moveTo(clock.today().plusDays(1));
        topUp(books.customer("Cem"), "30.00");
        var before = books.number("select count(*) from payout");

        var told =
                Flux.range(0, 20)
                        .flatMap(_ -> payouts.fetch().subscribeOn(Schedulers.parallel()), 20)
                        .collectList()
                        .block();

        assertThat(told).hasSize(20);
        assertThat(books.number("select count(*) from payout")).isEqualTo(before + 1);
        nothingDiffers();
    }

    @Test
    void whatHasNoOutcomeHereYetHoldsThePayoutUp() {
        var reported = reported("po_unknown", "ch_unknown", "12.00", "0.42");

        assertThat(record(reported)).isEqualTo(Outcome.WAITING);
        assertThat(books.number("select count(*) from payout where gateway_ref = 'po_unknown'"))
                .isZero();
        nothingDiffers();
    }

    @ParameterizedTest
    @CsvSource({"0.50, 11", "0.20, -19"})
    void aFeeThatTurnsOutToBeAnotherIsBookedByTheDifference(String fee, long difference) {
        var payment = topUp(books.customer("Dora"), "10.00");
        var before = balance("FEES");
        var charge =
                text(
                        "select gateway_ref from payment_attempt where payment_id = '%s'"
                                .formatted(payment));

        assertThat(record(reported("po_" + Ids.next(), charge, "10.00", fee)))
                .isEqualTo(Outcome.RECORDED);

        assertThat(balance("FEES") - before).isEqualTo(difference);
        nothingDiffers();
        db.sql("update sandbox_charge set state = 'DECLINED', decline = 'EXPIRED' where id = :id")
                .bind("id", charge)
                .then()
                .block();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    gateway-fees    | update payment_attempt set fee_minor = fee_minor + 1 | fee_minor = fee_minor - 1 | is booked as its fee.
                    payout-totals   | update payout set fee_minor = fee_minor + 1, amount_minor = amount_minor - 1 | fee_minor = fee_minor - 1, amount_minor = amount_minor + 1 | its fees is stated as
                    payout-bookings | update payout set booked_on = booked_on + 1          | booked_on = booked_on - 1 | it was recorded on
                    """)
    void aPlantedFaultIsNamed(String rule, String plant, String mend, String words) {
        clock.moveTo(clock.today().plusDays(1));
        topUp(books.customer("Eva"), "10.00");
        // The fee of what is not paid out yet.
        if (!rule.equals("gateway-fees")) {
            fetch();
        }
        TestDatabase.only().asOwner(plant);
        try {
            assertThat(rules.check(rule).block().first())
                    .extracting(difference -> difference.sentence())
                    .anyMatch(sentence -> sentence.contains(words));
        } finally {
            TestDatabase.only().asOwner(plant.replaceAll("set .*", "set " + mend));
        }
        nothingDiffers();
    }

    private Outcome record(GatewayPayout reported) {
        return recording.record("sandbox", reported, clock.today()).block();
    }

    private GatewayPayout reported(String reference, String charge, String gross, String fee) {
        return new GatewayPayout(
                reference,
                LocalDate.of(2030, 1, 1),
                CurrencyUnit.USD,
                List.of(
                        new Part(
                                Kind.CHARGE,
                                charge,
                                Money.parse("USD " + gross),
                                Money.parse("USD " + fee))));
    }

    private void nothingDiffers() {
        assertThat(rules.differences().collectList().block()).isEmpty();
    }

    private Map<String, Object> fetch() {
        return map(
                ask(
                        "mutation { fetchPayouts { ... on PayoutsFetched { waiting payouts %s } } }"
                                .formatted(PAYOUT)),
                "fetchPayouts");
    }

    private Map<String, Object> held(String currency) {
        return list(
                        ask("{ gatewayBalances { count amount { amount currency } } }"),
                        "gatewayBalances")
                .stream()
                .filter(one -> map(one, "amount").get("currency").equals(currency))
                .map(
                        one ->
                                Map.of(
                                        "count",
                                        one.get("count"),
                                        "amount",
                                        Map.<String, Object>of(
                                                "amount", map(one, "amount").get("amount"))))
                .findFirst()
                .orElseThrow();
    }

    private UUID topUp(UUID customer, String amount) {
        var quote =
                ask(
                        "{ previewTopUp(input: {customerId: \"%s\", amount: {amount: \"%s\", currency: \"USD\"}}) { token } }"
                                .formatted(customer, amount));
        var answer =
                act(
                        "topUp",
                        "TopUpInput",
                        "... on PaymentSucceeded { payment { id } }",
                        Map.of(
                                "customerId",
                                customer,
                                "amount",
                                Shop.money("USD", amount),
                                "cardToken",
                                "card_success",
                                "quoteToken",
                                map(quote, "previewTopUp").get("token")));
        return UUID.fromString(String.valueOf(map(answer, "payment").get("id")));
    }

    private void refund(UUID payment, String amount) {
        act(
                "refundPayment",
                "RefundPaymentInput",
                "... on RefundBegun { refund { id status } }",
                Map.of(
                        "paymentId",
                        payment,
                        "amount",
                        Shop.money("USD", amount),
                        "reason",
                        "Goodwill"));
    }

    private Map<String, Object> act(
            String mutation, String type, String success, Map<String, Object> facts) {
        var input = new HashMap<>(facts);
        input.put("idempotencyKey", Ids.next().toString());
        return asOwner()
                .document(
                        "mutation($i: %s!) { %s(input: $i) { %s ... on Problem { message } } }"
                                .formatted(type, mutation, success))
                .variable("i", input)
                .execute()
                .path(mutation)
                .entity(FACTS)
                .get();
    }

    private Map<String, Object> ask(String document) {
        return asOwner().document(document).execute().path("").entity(FACTS).get();
    }

    /** Its debit balance in USD. */
    private long balance(String account) {
        return books.number(
                """
                select coalesce(sum(case when debit = '%1$s' then amount_minor else -amount_minor end), 0)::bigint
                  from transfer where '%1$s' in (debit, credit) and currency = 'USD'
                """
                        .formatted(account));
    }

    private String text(String sql) {
        return db.sql(sql).mapValue(String.class).one().blockOptional().orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> of, String name) {
        return (Map<String, Object>) of.get(name);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> of, String name) {
        return (List<Map<String, Object>>) of.get(name);
    }
}
