package dev.quittance.methods;

import static dev.quittance.collection.Till.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.payments.Gateways;
import dev.quittance.payments.SetupOutcome.SetupRefused;
import dev.quittance.payments.StumblingGateway;
import dev.quittance.payments.StumblingGateway.Step;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Shop;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.BodyInserters;

/** The payment methods that customers keep. */
class PaymentMethodTests extends IntegrationTest {
    @Autowired Gateways gateways;
    @Autowired MethodForgetting forgetting;

    private UUID ada;
    private Wallet wallet;

    @BeforeEach
    void aCustomer() {
        ada = new Shop(asOwner()).customer();
        wallet = new Wallet(asContact(ada), ada);
    }

    @AfterEach
    void noStumble() {
        StumblingGateway.at();
    }

    @Test
    @Tag("L12")
    @Tag("L15")
    @Tag("P95")
    @Tag("P102")
    void aCardIsKeptWithoutItsNumber() {
        var first = wallet.add("card_success", Map.of("name", " The company's "));
        wallet.add("card_disputed");
        var third = wallet.add("card_refund_pending", Map.of("makeDefault", true));

        assertThat(at(first, "method.label")).isEqualTo("Visa •••• 4242");
        assertThat(at(first, "method.expiresOn")).isEqualTo("2034-12-31");
        assertThat(at(first, "method.isDefault")).isEqualTo(true);
        assertThat(wallet.all())
                .extracting(one -> at(one, "label"), one -> at(one, "isDefault"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Visa •••• 7726", true),
                        org.assertj.core.groups.Tuple.tuple("Visa •••• 0259", false),
                        org.assertj.core.groups.Tuple.tuple("Visa •••• 4242", false));
        assertThat(at(third, "method.isDefault")).isEqualTo(true);
        assertThat(wallet.all().getLast()).containsEntry("name", "The company's");
    }

    @Test
    void theBankIsAskedBeforeACardIsKept() {
        var asked = wallet.add("card_requires_confirmation");
        assertThat(at(asked, "__typename")).isEqualTo("MethodRequiresAction");
        assertThat(at(wallet.goOn(at(asked, "setupId")), "actionUrl"))
                .isEqualTo(at(asked, "actionUrl"));
        assertThat(wallet.all()).isEmpty();

        atTheBank(asked, "confirm");
        var kept = wallet.goOn(at(asked, "setupId"));
        assertThat(at(kept, "method.label")).isEqualTo("Visa •••• 3220");
        assertThat(wallet.goOn(at(asked, "setupId"))).isEqualTo(kept);
        assertThat(wallet.all()).hasSize(1);
    }

    @Test
    void whatTheBankRefusesIsNotKept() {
        var asked = wallet.add("card_requires_confirmation");
        atTheBank(asked, "refuse");

        assertThat(at(wallet.goOn(at(asked, "setupId")), "message"))
                .asString()
                .contains("refused at your bank");
        assertThat(at(wallet.add("card_decline_lost_or_stolen"), "__typename"))
                .isEqualTo("MethodRefused");
        assertThat(wallet.all()).isEmpty();
    }

    @Test
    void aCardThatTheGatewayDoesNotKnowIsRefusedByName() {
        assertThat(at(wallet.add("4242424242424242"), "fields.0.path")).isEqualTo("cardToken");
        assertThat(at(wallet.add("card_success", Map.of("name", "x".repeat(61))), "fields.0.path"))
                .isEqualTo("name");
        assertThat(at(wallet.add("card_success", Map.of("idempotencyKey", " ")), "fields.0.path"))
                .isEqualTo("idempotencyKey");
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"BEFORE_SET_UP", "AFTER_SET_UP"})
    void whereverTheServerDiesACardIsKeptOnce(Step step) {
        StumblingGateway.at(step);
        var key = Map.of("idempotencyKey", "died " + step);

        var died = wallet.add("card_success", key);
        assertThat(at(died, "__typename")).isEqualTo("MethodUnderWay");
        var kept = wallet.add("card_success", key);

        assertThat(Wallet.id(wallet.goOn(at(died, "setupId")))).isEqualTo(Wallet.id(kept));
        assertThat(wallet.all()).hasSize(1);
        assertThat(
                        number(
                                "select count(*) from sandbox_method m join payment_method k on k.gateway_ref = m.id where k.customer_id = '%s'"
                                        .formatted(ada)))
                .isEqualTo(1);
    }

    @Test
    @Tag("P96")
    void aMethodIsNamedAndPreferred() {
        var first = wallet.kept("card_success");
        var second = wallet.kept("card_slow");

        var named = wallet.act("renamePaymentMethod", Map.of("methodId", first, "name", "Mine"));
        assertThat(at(named, "changed.name")).isEqualTo("Mine");
        var preferred = wallet.act("setDefaultPaymentMethod", Map.of("methodId", second));
        assertThat(at(preferred, "changed.isDefault")).isEqualTo(true);
        assertThat(wallet.all())
                .extracting(one -> one.get("isDefault"))
                .containsExactly(true, false);
        assertThat(
                        at(
                                wallet.act(
                                        "renamePaymentMethod",
                                        Map.of("methodId", first, "name", " ")),
                                "changed.name"))
                .isNull();
    }

    @Test
    @Tag("P96")
    @Tag("P97")
    void aReplacedMethodHandsOverWhatItPaid() {
        var old = wallet.kept("card_success");
        wallet.act("renamePaymentMethod", Map.of("methodId", old, "name", "Mine"));
        var subscription = subscribed(ada);
        wallet.choose(subscription, old);
        new Wallet(asOwner(), ada).autoCharge(subscription, true);

        var answer = wallet.replace(old, "card_disputed");

        assertThat(at(answer, "method.label")).isEqualTo("Visa •••• 0259");
        assertThat(at(answer, "method.subscriptions.0.id")).isEqualTo(subscription.toString());
        assertThat(wallet.all()).hasSize(1).first().extracting("name").isEqualTo("Mine");
        assertThat(at(wallet.of(subscription), "paymentMethod.id"))
                .isEqualTo(at(answer, "method.id"));
        assertThat(at(wallet.of(subscription), "autoCharge.on")).isEqualTo(true);
        assertThat(at(wallet.all().getFirst(), "isDefault")).isEqualTo(true);
    }

    @Test
    @Tag("P96")
    @Tag("P97")
    void staffMovesWhatOneMethodPaysToAnother() {
        var old = wallet.kept("card_success");
        var next = wallet.kept("card_slow");
        var subscription = subscribed(ada);
        wallet.choose(subscription, old);
        var clerk = new Wallet(asOwner(), ada);
        clerk.autoCharge(subscription, true);
        var move = Map.of("fromId", old, "toId", next);

        assertThat(at(clerk.act("moveSubscriptions", move), "method.subscriptions.0.id"))
                .isEqualTo(subscription.toString());
        assertThat(at(clerk.act("moveSubscriptions", move), "method.subscriptions.0.id"))
                .isEqualTo(subscription.toString());
        assertThat(at(wallet.of(subscription), "paymentMethod.id")).isEqualTo(next.toString());
        assertThat(at(wallet.of(subscription), "autoCharge.on")).isEqualTo(true);
        assertThat(wallet.all()).hasSize(2);

        // What pays nothing any more goes without a word, and to itself nothing moves.
        clerk.act("moveSubscriptions", Map.of("fromId", next, "toId", next));
        assertThat(at(wallet.of(subscription), "paymentMethod.id")).isEqualTo(next.toString());
        assertThat(at(clerk.remove(old, false), "__typename")).isEqualTo("PaymentMethodRemoved");
    }

    @Test
    void nothingIsMovedToAnothersMethod() {
        var mine = wallet.kept("card_success");
        var bob = new Shop(asOwner()).customer();
        var theirs = new Wallet(asContact(bob), bob).kept("card_slow");

        for (var who : java.util.List.of(asOwner(), asContact(ada))) {
            who.document(
                            "mutation($i: MoveSubscriptionsInput!) { moveSubscriptions(input: $i) { __typename } }")
                    .variable("i", Map.of("fromId", mine, "toId", theirs))
                    .execute()
                    .errors()
                    .satisfy(
                            errors ->
                                    assertThat(errors)
                                            .extracting(error -> error.getErrorType())
                                            .containsExactly(ErrorType.NOT_FOUND));
        }
    }

    @Test
    void aMethodThatIsChargedByItselfIsRemovedByTwoWordsOnly() {
        var first = wallet.kept("card_success");
        var second = wallet.kept("card_slow");
        var subscription = subscribed(ada);
        wallet.choose(subscription, first);
        var clerk = new Wallet(asOwner(), ada);
        assertThat(at(wallet.remove(second, false), "__typename"))
                .isEqualTo("PaymentMethodRemoved");
        clerk.autoCharge(subscription, true);

        var held = wallet.remove(first, false);
        assertThat(at(held, "__typename")).isEqualTo("MethodInUse");
        assertThat(at(held, "subscriptions.0.id")).isEqualTo(subscription.toString());
        assertThat(wallet.all()).hasSize(1);

        assertThat(at(wallet.remove(first, true), "__typename")).isEqualTo("PaymentMethodRemoved");
        assertThat(at(wallet.remove(first, true), "__typename")).isEqualTo("PaymentMethodRemoved");
        assertThat(wallet.all()).isEmpty();
        assertThat(wallet.of(subscription)).containsEntry("paymentMethod", null);
        assertThat(at(wallet.of(subscription), "autoCharge.on")).isEqualTo(false);
    }

    @Test
    void whatIsRemovedIsForgottenAtTheGatewayToo() {
        var method = wallet.kept("card_success");
        var reference =
                Objects.requireNonNull(
                        db.sql("select gateway_ref from payment_method where id = :id")
                                .bind("id", method)
                                .mapValue(String.class)
                                .one()
                                .block());
        wallet.remove(method, false);
        forgetting.work().block();

        assertThat(gateways.present().orElseThrow().retrieveSetup(reference).block())
                .isInstanceOf(SetupRefused.class);
    }

    @Test
    void anothersMethodsAreNotThere() {
        var method = wallet.kept("card_success");
        var bob = new Shop(asOwner()).customer();
        var bobs = subscribed(bob);
        var connie = asContact(bob);
        for (var input :
                Map.of(
                                "renamePaymentMethod", Map.of("methodId", method, "name", "x"),
                                "setDefaultPaymentMethod", Map.of("methodId", method),
                                "removePaymentMethod", Map.of("methodId", method),
                                "setSubscriptionMethod", Map.of("id", bobs, "methodId", method))
                        .entrySet()) {
            var mutation = input.getKey();
            connie.document(
                            "mutation($i: %s%sInput!) { %s(input: $i) { __typename } }"
                                    .formatted(
                                            Character.toUpperCase(mutation.charAt(0)),
                                            mutation.substring(1),
                                            mutation))
                    .variable("i", input.getValue())
                    .execute()
                    .errors()
                    .satisfy(
                            errors ->
                                    assertThat(errors)
                                            .as(mutation)
                                            .extracting(error -> error.getErrorType())
                                            .containsExactly(ErrorType.NOT_FOUND));
        }
        assertThat(wallet.all()).hasSize(1);
    }

    private UUID subscribed(UUID customer) {
        var shop = new Shop(asOwner());
        return shop.started(customer, shop.monthly("USD", "31"));
    }

    private void atTheBank(Map<String, Object> asked, String answer) {
        http().post()
                .uri(String.valueOf(at(asked, "actionUrl")))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(BodyInserters.fromFormData("answer", answer))
                .exchange()
                .expectStatus()
                .isSeeOther();
    }

    private long number(String sql) {
        return Objects.requireNonNull(db.sql(sql).mapValue(Long.class).one().block());
    }
}
