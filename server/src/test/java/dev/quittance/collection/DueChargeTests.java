package dev.quittance.collection;

import static dev.quittance.collection.Till.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.methods.Wallet;
import dev.quittance.payments.Books;
import dev.quittance.payments.Recovery;
import dev.quittance.payments.StumblingGateway;
import dev.quittance.payments.StumblingGateway.Step;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Shop;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;

/** Invoices of subscriptions that are charged by themselves. */
class DueChargeTests extends IntegrationTest {
    private static final ParameterizedTypeReference<Map<String, Object>> FACTS =
            new ParameterizedTypeReference<>() {};

    @Autowired Books books;
    @Autowired Recovery recovery;
    @Autowired DueChargeWorker worker;

    private Shop shop;
    private UUID ada;
    private Wallet clerk;
    private UUID subscription;
    private long chargedBefore;

    @BeforeEach
    void aSubscriberChargedByThemselves() {
        shop = new Shop(asOwner());
        ada = shop.customer();
        clerk = new Wallet(asOwner(), ada);
        subscription = charged("31", "card_success");
        pay(invoices().getFirst());
        chargedBefore = charged();
    }

    @AfterEach
    void theBooksAgree() {
        StumblingGateway.at();
        books.mustAgree();
    }

    @Test
    @Tag("P41")
    @Tag("T14")
    void aRenewalIsChargedAndWhatWasThereBeforeIsNot() {
        charged("5", null);
        run();
        assertThat(open()).hasSize(1).first().extracting(one -> one.get("dueCharge")).isNull();

        clock.moveTo(clock.today().plusMonths(1));
        run();
        assertThat(open()).hasSize(1).first().extracting(one -> one.get("dueCharge")).isNull();
        assertThat(charged() - chargedBefore).isEqualTo(3600);
        assertThat(invoices().getFirst()).containsEntry("status", "PAID");
        assertThat(at(invoices().getFirst(), "dueCharge.state")).isEqualTo("PAID");
    }

    @Test
    @Tag("T25")
    void whatAChangeCostsIsCharged() {
        change(2);
        run();
        assertThat(charged() - chargedBefore).isEqualTo(3100);
        assertThat(open()).isEmpty();
    }

    @Test
    @Tag("T3")
    void theFirstInvoiceOfAReactivatedSubscriptionIsCharged() {
        act("cancelSubscription", Map.of("id", subscription, "when", "NOW"));
        act("reactivateSubscription", Map.of("id", subscription));
        run();

        assertThat(open()).isEmpty();
        assertThat(at(invoices().getFirst(), "dueCharge.state")).isEqualTo("PAID");
    }

    @Test
    void accountCreditIsSpentFirst() {
        books.credit(ada, "USD", 1000);
        change(2);
        run();
        assertThat(charged() - chargedBefore).isEqualTo(2100);

        books.credit(ada, "USD", 9000);
        change(3);
        run();
        assertThat(charged() - chargedBefore).isEqualTo(2100);
        assertThat(books.credit(ada)).isEqualTo(5900);
        assertThat(invoices())
                .extracting(one -> at(one, "dueCharge.state"))
                .containsExactlyInAnyOrder("PAID", "PAID", null);
    }

    @Test
    void aDeclineIsKeptWithItsCodeAndTold() {
        clerk.choose(subscription, clerk.kept("card_decline_insufficient_funds"));
        change(2);
        run();

        assertThat(invoices())
                .extracting(one -> at(one, "dueCharge.declineCode"))
                .containsExactlyInAnyOrder("INSUFFICIENT_FUNDS", null);
        assertThat(events("AutoChargeFailed")).isEqualTo(1);
        run();
        assertThat(events("AutoChargeFailed")).isEqualTo(1);
        assertThat(charged()).isEqualTo(chargedBefore);
    }

    @Test
    void aBankThatWantsThePayerEachTimeIsToldSo() {
        var asked = clerk.add("card_always_confirms");
        db.sql("update sandbox_method set state = 'READY' where state = 'REQUIRES_ACTION'")
                .then()
                .block();
        clerk.choose(subscription, Wallet.id(clerk.goOn(at(asked, "setupId"))));
        change(2);
        run();

        assertThat(invoices())
                .extracting(one -> at(one, "dueCharge.declineCode"))
                .containsExactlyInAnyOrder("CONFIRMATION_NEEDED", null);
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"BEFORE_CREATE", "AFTER_CREATE", "BEFORE_CONFIRM", "AFTER_CONFIRM"})
    void whereverTheServerDiesItIsChargedOnce(Step step) {
        change(2);
        StumblingGateway.at(step);
        run();
        assertThat(StumblingGateway.left()).isEmpty();
        recovery.run();
        run();

        assertThat(charged() - chargedBefore).isEqualTo(3100);
        assertThat(open()).isEmpty();
    }

    @Test
    void whatIsPaidByHandMeanwhileIsNotCharged() {
        change(2);
        open().forEach(this::pay);
        var byHand = charged();
        run();

        assertThat(charged()).isEqualTo(byHand);
        assertThat(invoices())
                .extracting(one -> at(one, "dueCharge.state"))
                .containsExactlyInAnyOrder("DROPPED", null);
    }

    @Test
    @Tag("T20")
    @Tag("T30")
    void whoSwitchesItOffOrIsDisabledIsNotCharged() {
        change(2);
        clerk.autoCharge(subscription, false);
        run();
        change(3);
        run();
        clerk.autoCharge(subscription, true);
        db.sql("update customer set active = false where id = :id").bind("id", ada).then().block();
        change(4);
        run();

        assertThat(charged()).isEqualTo(chargedBefore);
        assertThat(invoices())
                .extracting(one -> at(one, "dueCharge.state"))
                .containsExactlyInAnyOrder("DROPPED", null, null, null);
    }

    @Test
    void theBillRunPutsTogetherWhatIsPaidTogether() {
        var same = charged("7", null);
        var byHand = shop.started(ada, shop.monthly("USD", "3"));
        var day = clock.today().plusMonths(1);
        clock.moveTo(day);
        run();

        var renewals =
                invoices().stream().filter(one -> day.toString().equals(one.get("issuedOn")));
        assertThat(renewals)
                .extracting(one -> at(one, "total.amount"), one -> one.get("status"))
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("38.00", "PAID"),
                        org.assertj.core.groups.Tuple.tuple("3.00", "OPEN"));
        assertThat(clerk.of(same)).containsEntry("status", "LIVE");
        assertThat(clerk.of(byHand)).containsEntry("paymentMethod", null);
    }

    /** With a card of its own, or with the one that is kept already. */
    private UUID charged(String price, @Nullable String card) {
        var id = shop.started(ada, shop.monthly("USD", price));
        clerk.choose(
                id,
                card == null
                        ? UUID.fromString(String.valueOf(clerk.all().getFirst().get("id")))
                        : clerk.kept(card));
        clerk.autoCharge(id, true);
        return id;
    }

    /** What the workers of a running server would have done by now. */
    private void run() {
        worker.work().block();
        recovery.runOut();
        drain();
    }

    private void change(int quantity) {
        act("changeSubscription", Map.of("id", subscription, "when", "NOW", "quantity", quantity));
    }

    private void act(String mutation, Map<String, ?> facts) {
        var input = new HashMap<String, Object>(facts);
        input.put("idempotencyKey", UUID.randomUUID().toString());
        var type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
        asOwner()
                .document(
                        "mutation($i: %s!) { %s(input: $i) { __typename ... on Problem { message } } }"
                                .formatted(type, mutation))
                .variable("i", input)
                .execute()
                .path(mutation)
                .entity(FACTS)
                .satisfies(answer -> assertThat(answer).doesNotContainKey("message"));
    }

    private void pay(Map<String, Object> invoice) {
        var id = UUID.fromString(String.valueOf(invoice.get("id")));
        assertThat(at(new Till(asOwner()).confirm(Map.of(), id), "__typename"))
                .isEqualTo("PaymentSucceeded");
    }

    /** What was taken from the customer's cards. */
    private long charged() {
        return books.number(
                "select coalesce(sum(amount_minor), 0)::bigint from payment where customer_id = '%s' and status = 'SUCCEEDED' and method = 'CARD'"
                        .formatted(ada));
    }

    private List<Map<String, Object>> open() {
        return invoices().stream().filter(one -> "OPEN".equals(one.get("status"))).toList();
    }

    private List<Map<String, Object>> invoices() {
        return asOwner()
                .document(
                        """
                        query($id: ID!) { customer(id: $id) { invoices(first: 50) { edges { node {
                          id status issuedOn total { amount } dueCharge { state declineCode reason } } } } } }""")
                .variable("id", ada)
                .execute()
                .path("customer.invoices.edges[*].node")
                .entityList(FACTS)
                .get();
    }

    private long events(String type) {
        return Objects.requireNonNull(
                db.sql("select count(*) from event where type = :type and stream = :customer")
                        .bind("type", type)
                        .bind("customer", ada)
                        .mapValue(Long.class)
                        .one()
                        .block());
    }
}
