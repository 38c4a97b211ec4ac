package dev.quittance.contracting;

import static dev.quittance.contracting.StartIntegrationTests.is;
import static dev.quittance.contracting.StartIntegrationTests.refused;
import static dev.quittance.contracting.StartIntegrationTests.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.ledger.Ledger;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Ids;
import dev.quittance.platform.Permission;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Shop;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.ErrorType;

/** The clock only moves forward: the tests without a clock come first, on 11 January. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CancelIntegrationTests extends IntegrationTest {
    @Autowired Ledger ledger;

    Shop shop;
    Acts clerk;
    UUID gold;
    UUID running;
    UUID payer;

    @BeforeAll
    void aSubscriptionRunsFromNewYear() {
        shop = new Shop(asOwner());
        clerk = new Acts(asOwner());
        gold = shop.plan(shop.product(shop.taxed("10")), "MONTH", false, "USD", "31", "7");
        payer = shop.customer();
        running = shop.started(payer, gold);
        clock.moveTo("2030-01-11");
    }

    @Test
    @Order(1)
    @Tag("T27")
    void cancelledNowTheUnusedDaysAreCreditedAndPayWhatIsStillDue() {
        var preview = clerk.previewCancel(running, "NOW");
        is(preview, "previewCancelSubscription.lines[0].amount.amount", "-21.00");
        is(preview, "previewCancelSubscription.net.amount", "-21.00");
        is(preview, "previewCancelSubscription.tax.amount", "-2.10");
        is(preview, "previewCancelSubscription.total.amount", "-23.10");
        is(preview, "previewCancelSubscription.actsOn", "2030-01-11");
        preview.path("previewCancelSubscription.nextInvoiceOn").valueIsNull();
        preview.path("previewCancelSubscription.lines[0].explanation")
                .entityList(String.class)
                .contains(
                        "USD 31.00 was billed for 31 days",
                        "10 days used: USD 10.00",
                        "21 days not used: USD 21.00");

        var answer =
                clerk.cancel(
                        Map.of(
                                "id",
                                running,
                                "when",
                                "NOW",
                                "reason",
                                "moved away",
                                "quoteToken",
                                text(preview, "previewCancelSubscription.token")));

        is(answer, "cancelSubscription.__typename", "SubscriptionCancelled");
        is(answer, "cancelSubscription.credit.amount", "23.10");
        is(answer, "cancelSubscription.subscription.status", "CANCELLED");
        is(answer, "cancelSubscription.subscription.endedOn", "2030-01-11");
        is(answer, "cancelSubscription.subscription.cancelReason", "moved away");
        answer.path("cancelSubscription.subscription.nextInvoiceOn").valueIsNull();
        // 41.80 billed with the setup fee, 23.10 given back: allocated to the open invoice.
        assertThat(balance(payer)).isEqualTo("USD 18.70 USD 0.00");
        assertThat(due(payer)).isEqualTo(1870);
        assertThat(ledger.check().collectList().block()).isEmpty();

        var over = clerk.cancel(running, "NOW");
        is(over, "cancelSubscription.__typename", "SubscriptionOver");
        is(over, "cancelSubscription.endedOn", "2030-01-11");
        is(clerk.cancel(running, "TERM_END"), "cancelSubscription.__typename", "SubscriptionOver");
        is(
                clerk.removeScheduled(running),
                "removeScheduledCancellation.__typename",
                "NothingScheduled");
    }

    @Test
    @Order(2)
    void whatIsPaidAlreadyBecomesAccountCredit() {
        var customer = shop.customer();
        var id = shop.started(customer, gold);
        confirmPaid(customer, "41.80");
        assertThat(balance(customer)).isEqualTo("USD 0.00 USD 0.00");

        var answer = clerk.cancel(id, "NOW");

        // Ended on its first day: the setup fee is kept.
        is(answer, "cancelSubscription.credit.amount", "34.10");
        assertThat(balance(customer)).isEqualTo("USD 0.00 USD 34.10");
    }

    @Test
    @Order(3)
    @Tag("T9")
    void beforeItsFirstDayItIsCancelledWithoutAnInvoice() {
        var customer = shop.customer();
        var id = shop.started(customer, gold, Map.of("startOn", "2030-06-01"));

        var answer = clerk.cancel(id, "NOW");

        is(answer, "cancelSubscription.subscription.status", "CANCELLED");
        is(answer, "cancelSubscription.credit.amount", "0.00");
        assertThat(count("invoice", customer)).isZero();
    }

    @Test
    @Order(4)
    @Tag("T10")
    void aBoundSubscriptionEndsWithItsMinimumTerm() {
        var id = shop.started(shop.customer(), gold, Map.of("minimumTermMonths", 24));

        var now = clerk.cancel(id, "NOW");
        is(now, "cancelSubscription.__typename", "BoundByTerm");
        is(now, "cancelSubscription.earliestEnd", "2032-01-11");
        is(now, "cancelSubscription.message", "The agreed term runs until 2032-01-10.");
        refused(clerk.previewCancel(id, "NOW"), ErrorType.BAD_REQUEST);

        var later = clerk.cancel(id, "TERM_END");
        is(later, "cancelSubscription.__typename", "CancellationScheduled");
        is(later, "cancelSubscription.endsOn", "2032-01-11");
        is(later, "cancelSubscription.subscription.status", "NON_RENEWING");
        is(later, "cancelSubscription.subscription.nextInvoiceOn", "2030-02-11");
    }

    @Test
    @Order(5)
    @Tag("T11")
    void aScheduledCancellationIsTakenBack() {
        var id = shop.started(shop.customer(), gold);
        var preview = clerk.previewCancel(id, "TERM_END");
        is(preview, "previewCancelSubscription.total.amount", "0.00");
        is(preview, "previewCancelSubscription.actsOn", "2030-02-11");
        var scheduled = clerk.cancel(id, "TERM_END");
        is(scheduled, "cancelSubscription.endsOn", "2030-02-11");
        scheduled.path("cancelSubscription.subscription.nextInvoiceOn").valueIsNull();

        var answer = clerk.removeScheduled(id);

        is(answer, "removeScheduledCancellation.subscription.status", "LIVE");
        is(answer, "removeScheduledCancellation.subscription.nextInvoiceOn", "2030-02-11");
        answer.path("removeScheduledCancellation.subscription.cancelsOn").valueIsNull();
        is(clerk.removeScheduled(id), "removeScheduledCancellation.__typename", "NothingScheduled");
        assertThat(history(id))
                .containsExactly(
                        "scheduled cancellation removed",
                        "cancellation scheduled",
                        "subscription started");
    }

    @Test
    @Order(6)
    void twentyTimesAtOnceWithOneKeyIsOneCredit() throws Exception {
        var customer = shop.customer();
        var id = shop.started(customer, gold, Map.of("startOn", "2030-01-01"));
        var input = Acts.keyed(Map.of("id", id, "when", "NOW"));
        var staff = staff(Permission.values());
        try (var pool = Executors.newFixedThreadPool(20)) {
            var calls =
                    Stream.<Callable<String>>generate(
                                    () ->
                                            () ->
                                                    text(
                                                            new Acts(graphql(staff)).cancel(input),
                                                            "cancelSubscription.credit.amount"))
                            .limit(20)
                            .toList();
            for (var call : pool.invokeAll(calls)) {
                assertThat(call.get()).isEqualTo("23.10");
            }
        }
        assertThat(count("credit_note", customer)).isEqualTo(1);
        is(
                new Acts(graphql(staff)).cancel(Acts.with(input, "when", "TERM_END")),
                "cancelSubscription.__typename",
                "KeyReused");
    }

    @Test
    @Order(7)
    void twentyTimesAtOnceWithKeysOfTheirOwnIsOneCreditToo() throws Exception {
        var customer = shop.customer();
        var id = shop.started(customer, gold, Map.of("startOn", "2030-01-01"));
        try (var pool = Executors.newFixedThreadPool(20)) {
            var calls =
                    Stream.<Callable<String>>generate(
                                    () ->
                                            () ->
                                                    text(
                                                            clerk.cancel(id, "NOW"),
                                                            "cancelSubscription.__typename"))
                            .limit(20)
                            .toList();
            var answers =
                    pool.invokeAll(calls).stream()
                            .map(CancelIntegrationTests::get)
                            .sorted()
                            .toList();
            assertThat(answers.getFirst()).isEqualTo("SubscriptionCancelled");
            assertThat(answers.subList(1, 20)).containsOnly("SubscriptionOver");
        }
        assertThat(count("credit_note", customer)).isEqualTo(1);
        assertThat(ledger.check().collectList().block()).isEmpty();
    }

    @Test
    @Order(8)
    void aReasonWithHiddenCharactersIsRefusedByName() {
        var id = shop.started(shop.customer(), gold);

        var answer = clerk.cancel(Map.of("id", id, "when", "NOW", "reason", "a\u202Eb"));

        is(answer, "cancelSubscription.__typename", "InvalidInput");
        is(answer, "cancelSubscription.fields[0].path", "reason");
        is(
                clerk.cancel(Map.of("id", id, "when", "NOW", "reason", "x".repeat(501))),
                "cancelSubscription.fields[0].path",
                "reason");
    }

    @Test
    @Order(8)
    void whereTheMerchantListsReasonsNoOtherIsTaken() {
        var id = shop.started(shop.customer(), gold);
        reasons(List.of("Too expensive", "No longer needed"));

        is(
                clerk.cancel(Map.of("id", id, "when", "TERM_END", "reason", "Moved away")),
                "cancelSubscription.fields[0].path",
                "reason");
        is(
                clerk.cancel(Map.of("id", id, "when", "TERM_END", "reason", "Too expensive")),
                "cancelSubscription.subscription.cancelReason",
                "Too expensive");
        reasons(List.of());
    }

    private void reasons(List<String> reasons) {
        asOwner()
                .document(
                        "mutation($i: SetCancelReasonsInput!) { setCancelReasons(input: $i) { __typename"
                                + " } }")
                .variable("i", Map.of("reasons", reasons))
                .executeAndVerify();
    }

    @Test
    @Order(9)
    void nobodyElseMayCancelOne() {
        var customer = shop.customer();
        var id = shop.started(customer, gold);
        var own =
                new Caller(
                        Caller.Kind.CLIENT,
                        Ids.next(),
                        "Shop",
                        Set.of(Permission.SUBSCRIPTION_WRITE),
                        shop.customer(),
                        null);

        refused(new Acts(anonymous()).cancel(id, "NOW"), ErrorType.UNAUTHORIZED);
        refused(new Acts(anonymous()).previewCancel(id, "NOW"), ErrorType.UNAUTHORIZED);
        refused(new Acts(anonymous()).removeScheduled(id), ErrorType.UNAUTHORIZED);
        for (var caller : List.of(staff(Permission.SUBSCRIPTION_READ))) {
            refused(new Acts(graphql(caller)).cancel(id, "NOW"), ErrorType.FORBIDDEN);
            refused(new Acts(graphql(caller)).previewCancel(id, "NOW"), ErrorType.FORBIDDEN);
            refused(new Acts(graphql(caller)).removeScheduled(id), ErrorType.FORBIDDEN);
        }
        is(
                new Acts(asContact(customer)).cancel(id, "NOW"),
                "cancelSubscription.__typename",
                "SwitchedOff");
        refused(new Acts(graphql(own)).cancel(id, "NOW"), ErrorType.NOT_FOUND);
        refused(new Acts(graphql(own)).previewCancel(id, "NOW"), ErrorType.NOT_FOUND);
        refused(new Acts(graphql(own)).removeScheduled(id), ErrorType.NOT_FOUND);
        refused(clerk.cancel(Ids.next(), "NOW"), ErrorType.NOT_FOUND);
        refused(clerk.previewCancel(Ids.next(), "NOW"), ErrorType.NOT_FOUND);
        refused(clerk.removeScheduled(Ids.next()), ErrorType.NOT_FOUND);
        is(
                new Acts(asStaff(Permission.SUBSCRIPTION_WRITE, Permission.SUBSCRIPTION_READ))
                        .cancel(id, "TERM_END"),
                "cancelSubscription.__typename",
                "CancellationScheduled");
    }

    @Test
    @Order(10)
    @Tag("T12")
    @Tag("T1")
    void onTheirDaySubscriptionsEndAndBeginByThemselves() {
        var ending = shop.started(shop.customer(), gold);
        clerk.cancel(ending, "TERM_END");
        var future = shop.started(shop.customer(), gold, Map.of("startOn", "2030-02-10"));
        var zoned = shop.customer(Map.of("timeZone", "Pacific/Kiritimati"));
        var abroad = shop.started(zoned, gold, Map.of("startOn", "2030-02-10"));

        clock.moveTo("2030-02-09");
        assertThat(status(ending)).isEqualTo("NON_RENEWING");
        assertThat(status(future)).isEqualTo("FUTURE");
        clock.moveTo("2030-02-10");
        assertThat(status(future)).isEqualTo("LIVE");
        clock.moveTo("2030-02-11");

        assertThat(status(ending)).isEqualTo("CANCELLED");
        assertThat(status(abroad)).isEqualTo("LIVE");
        assertThat(history(future))
                .containsSubsequence("subscription started", "subscription agreed");
        assertThat(history(ending).getFirst()).isEqualTo("subscription cancelled");
        assertThat(
                        db.sql(
                                        "select count(*) from event where type in ('SubscriptionWentLive', 'SubscriptionEnded')")
                                .mapValue(Long.class)
                                .one()
                                .block())
                .isPositive();
    }

    private static <T> T get(java.util.concurrent.Future<T> call) {
        try {
            return call.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void confirmPaid(UUID customer, String amount) {
        var invoice =
                db.sql("select id from invoice where customer_id = :id")
                        .bind("id", customer)
                        .mapValue(UUID.class)
                        .one()
                        .block();
        asOwner()
                .document(
                        "mutation($i: ConfirmOfflinePaymentInput!) { confirmOfflinePayment(input: $i) {"
                                + " __typename ... on Problem { message } } }")
                .variable(
                        "i",
                        Map.of(
                                "amount", Shop.money("USD", amount),
                                "invoiceIds", List.of(String.valueOf(invoice)),
                                "idempotencyKey", Ids.next().toString()))
                .executeAndVerify();
    }

    private String balance(UUID customer) {
        var balance = ledger.balances(List.of(customer)).blockLast();
        return balance == null ? "" : balance.receivable() + " " + balance.credit();
    }

    private long due(UUID customer) {
        return db.sql(
                        "select sum(total_minor - paid_minor)::bigint from invoice where customer_id = :id")
                .bind("id", customer)
                .mapValue(Long.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }

    private long count(String table, UUID customer) {
        return db.sql("select count(*) from %s where customer_id = :id".formatted(table))
                .bind("id", customer)
                .mapValue(Long.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }

    private String status(UUID subscription) {
        return asOwner()
                .document("query($id: ID!) { subscription(id: $id) { status } }")
                .variable("id", subscription)
                .execute()
                .path("subscription.status")
                .entity(String.class)
                .get();
    }

    private List<String> history(UUID subscription) {
        return asOwner()
                .document(
                        "query($id: ID!) { subscription(id: $id) { history { edges { node { what }"
                                + " } } } }")
                .variable("id", subscription)
                .execute()
                .path("subscription.history.edges[*].node.what")
                .entityList(String.class)
                .get();
    }
}
