package dev.quittance.payments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.payments.stripe.FakeCard;
import dev.quittance.payments.stripe.FakeEvent;
import dev.quittance.payments.stripe.FakeFault;
import dev.quittance.payments.stripe.FakeStripe;
import dev.quittance.testing.IntegrationTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What Stripe tells by itself: believed only when signed, kept once, looked into at Stripe. */
class StripeWebhookTests extends IntegrationTest {
    @Autowired Books books;
    @Autowired StripePay pay;

    private final FakeStripe stripe = FakeStripe.only();
    private Webhooks webhooks;

    @BeforeEach
    void aWebhook() {
        webhooks = new Webhooks(http());
    }

    @AfterEach
    void theBooksAgree() {
        stripe.faults().none();
        db.sql("delete from gateway_event").then().block();
        books.mustAgree();
    }

    @Test
    void whatIsToldAgainIsKeptOnce() {
        var event = event("payment_intent.succeeded", "pi_1");

        for (var i = 0; i < 3; i++) {
            webhooks.deliver(event);
        }

        assertThat(kept()).containsExactly("CHARGE pi_1 WAITING");
    }

    @Test
    void whatIsNotSignedOrLongAgoIsRefused() {
        var body = event("payment_intent.succeeded", "pi_1").body();
        var now = Instant.now();
        var secret = FakeStripe.WEBHOOK_SECRET;

        webhooks.post(body, null).isBadRequest();
        webhooks.post(body, "").isBadRequest();
        webhooks.post(body, "t=1,v1=abc").isBadRequest();
        webhooks.post(body, FakeEvent.signature(body, "whsec_other", now)).isBadRequest();
        webhooks.post(body + " ", FakeEvent.signature(body, secret, now)).isBadRequest();
        webhooks.post(body, FakeEvent.signature(body, secret, now.minusSeconds(360)))
                .isBadRequest();
        assertThat(kept()).isEmpty();
        webhooks.post(body, FakeEvent.signature(body, secret, now.minusSeconds(240))).isOk();
        assertThat(kept()).hasSize(1);
    }

    @Test
    void whatIsNoEventIsRefused() {
        webhooks.post("nonsense").isBadRequest();
        webhooks.post("{}").isBadRequest();
        webhooks.post("[]").isBadRequest();
        webhooks.post("{\"id\": \"evt_1\", \"type\": \"payment_intent.succeeded\"}").isBadRequest();
        webhooks.post("x".repeat(300_000)).isEqualTo(413);
        assertThat(kept()).isEmpty();
    }

    @Test
    void whatIsOfNoInterestIsHeardAndForgotten() {
        webhooks.deliver(event("customer.subscription.trial_will_end", "sub_1"));
        webhooks.deliver(event("ping", "x"));
        assertThat(kept()).isEmpty();
    }

    @Test
    void moneyThatArrivesLaterIsBookedWhenStripeSaysSo() {
        var ada = books.customer("Ada");
        var invoice = books.invoice(ada, "USD", 10_000, clock.today());
        var charged = pay(ada, invoice, FakeCard.SETTLES_LATER);
        assertThat(status(charged)).isEqualTo("PROCESSING");

        // What is told is not believed: Stripe has no money yet.
        webhooks.deliver(event("payment_intent.succeeded", charged.intent()));
        pay.lookInto();
        assertThat(status(charged)).isEqualTo("PROCESSING");

        stripe.settle(charged.intent());
        webhooks.deliver(event("payment_intent.processing", charged.intent()));
        pay.lookInto();
        assertThat(status(charged)).isEqualTo("SUCCEEDED");
        assertThat(kept()).allMatch(one -> one.endsWith(" DONE"));
    }

    @Test
    void whatCantBeLookedIntoIsTriedAgainAndParkedAtLast() {
        var ada = books.customer("Ada");
        var charged = pay(ada, books.invoice(ada, "USD", 10_000, clock.today()), FakeCard.PAYS);
        var dispute = stripe.dispute(charged.intent());
        stripe.faults().always(FakeFault.UNAVAILABLE);
        webhooks.deliver(event("charge.dispute.created", dispute));

        for (var i = 0; i < 9; i++) {
            pay.lookInto();
            pay.later();
        }
        assertThat(kept()).containsExactly("DISPUTE %s WAITING".formatted(dispute));
        pay.lookInto();
        assertThat(kept()).containsExactly("DISPUTE %s PARKED".formatted(dispute));

        var parked = parked();
        assertThat(parked)
                .containsEntry("gateway", "stripe")
                .containsEntry("about", "DISPUTE")
                .containsEntry("reference", dispute)
                .containsEntry("tries", 10);
        assertThat(String.valueOf(parked.get("fault")))
                .contains("StripeTrouble")
                .doesNotContain(FakeStripe.SECRET_KEY);
        assertThat(decide("retry", parked)).isEqualTo("GatewayEventRetried");
        assertThat(decide("retry", parked)).isEqualTo("GatewayEventNotParked");
        for (var i = 0; i < 10; i++) {
            pay.lookInto();
            pay.later();
        }
        assertThat(kept()).containsExactly("DISPUTE %s PARKED".formatted(dispute));
        assertThat(decide("drop", parked())).isEqualTo("GatewayEventDropped");
        assertThat(decide("drop", parked)).isEqualTo("GatewayEventNotParked");
        assertThat(kept()).containsExactly("DISPUTE %s DONE".formatted(dispute));

        // Nothing is lost: Stripe is asked each day, and holds up no night when it is not there.
        clock.moveTo(clock.today().plusDays(1));
        assertThat(disputes(ada)).isEmpty();
        stripe.faults().none();
        clock.moveTo(clock.today().plusDays(1));
        assertThat(disputes(ada)).containsExactly("NEEDS_RESPONSE");
    }

    @Test
    void aHundredEventsTenTimesEachShuffledAndInParallelHaveOneEffectEach() {
        var ada = books.customer("Ada");
        var charged = new ArrayList<StripePay.Charged>();
        for (var i = 0; i < 25; i++) {
            charged.add(
                    pay(
                            ada,
                            books.invoice(ada, "USD", 1_000 + i, clock.today()),
                            FakeCard.SETTLES_LATER));
        }
        charged.forEach(one -> stripe.settle(one.intent()));
        charged.subList(0, 5).forEach(one -> stripe.dispute(one.intent()));
        var events = stripe.events().stream().filter(event -> concerns(event, charged)).toList();
        assertThat(events).hasSizeGreaterThanOrEqualTo(100);

        var copies = new ArrayList<FakeEvent>();
        Collections.nCopies(10, events).forEach(copies::addAll);
        Collections.shuffle(copies, new Random(7));
        Flux.fromIterable(copies)
                .flatMap(
                        event ->
                                Mono.fromRunnable(
                                                () -> {
                                                    webhooks.deliver(event);
                                                    pay.lookInto();
                                                })
                                        .subscribeOn(Schedulers.boundedElastic()),
                        8)
                .blockLast(Duration.ofMinutes(5));
        settled();

        assertThat(kept()).hasSize(events.size()).allMatch(one -> one.endsWith(" DONE"));
        assertThat(charged).allMatch(one -> status(one).equals("SUCCEEDED"));
        assertThat(disputes(ada)).hasSize(5);
    }

    /** Until nothing waits any more. */
    private void settled() {
        for (var i = 0; i < 5; i++) {
            pay.later();
            pay.lookInto();
        }
    }

    private static boolean concerns(FakeEvent event, List<StripePay.Charged> charged) {
        return charged.stream()
                .anyMatch(
                        one ->
                                one.intent().equals(event.about().get("id"))
                                        || one.intent()
                                                .equals(event.about().get("payment_intent")));
    }

    private StripePay.Charged pay(UUID customer, UUID invoice, FakeCard card) {
        var due =
                db.sql("select total_minor from invoice where id = :id")
                        .bind("id", invoice)
                        .mapValue(Long.class)
                        .one()
                        .block();
        return pay.pay(customer, invoice, due == null ? 0 : due, stripe.card(card), clock.today());
    }

    private static FakeEvent event(String type, String id) {
        return new FakeEvent(
                "evt_" + UUID.randomUUID(),
                type,
                Map.of("id", id, "object", type.substring(0, Math.max(0, type.indexOf('.')))));
    }

    private String status(StripePay.Charged charged) {
        return db.sql("select status from payment where id = :id")
                .bind("id", charged.payment())
                .mapValue(String.class)
                .one()
                .block();
    }

    /** The one event that is parked, as staff sees it. */
    private Map<String, Object> parked() {
        var found =
                asOwner()
                        .document(
                                "{ parkedGatewayEvents { totalCount edges { node { id gateway about reference fault tries receivedAt parkedAt } } } }")
                        .execute();
        found.path("parkedGatewayEvents.totalCount").entity(Integer.class).isEqualTo(1);
        return found.path("parkedGatewayEvents.edges[0].node")
                .entity(
                        new org.springframework.core.ParameterizedTypeReference<
                                Map<String, Object>>() {})
                .get();
    }

    private String decide(String what, Map<String, Object> event) {
        var type = Character.toUpperCase(what.charAt(0)) + what.substring(1);
        return asOwner()
                .document(
                        "mutation($id: ID!) { answer: %sGatewayEvent(input: {id: $id}) { __typename } }"
                                .formatted(what))
                .variable("id", event.get("id"))
                .execute()
                .path("answer.__typename")
                .entity(String.class)
                .get();
    }

    private List<String> disputes(UUID customer) {
        return db.sql("select state from dispute where customer_id = :customer")
                .bind("customer", customer)
                .mapValue(String.class)
                .all()
                .collectList()
                .block();
    }

    private List<String> kept() {
        return db.sql("select kind || ' ' || object_ref || ' ' || state from gateway_event")
                .mapValue(String.class)
                .all()
                .collectList()
                .block();
    }
}
