package dev.quittance.payments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.payments.ChargeCreation.Created;
import dev.quittance.payments.ChargeSource.EnteredCard;
import dev.quittance.payments.stripe.FakeCard;
import dev.quittance.payments.stripe.FakeEvent;
import dev.quittance.payments.stripe.FakeStripe;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Shop;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Stripe tells of refunds and disputes that we did not ask for. */
class StrangeRefundWebhookTests extends IntegrationTest {
    @Autowired Books books;
    @Autowired StripePay pay;
    @Autowired Gateways gateways;

    private final FakeStripe stripe = FakeStripe.only();
    private UUID ada;

    @BeforeEach
    void aCustomer() {
        var shop = new Shop(asOwner());
        ada = shop.customer();
        shop.started(ada, shop.plan(shop.product(null), "MONTH", false, "USD", "50.00", null));
    }

    @Test
    void whatIsRefundedInTheDashboardBeforeItsPaymentIsHeardOfWaitsForThat() {
        var paid =
                pay.pay(ada, invoice(), 5_000, stripe.card(FakeCard.SETTLES_LATER), clock.today());
        stripe.settle(paid.intent());
        var refund = stripe.refundElsewhere(paid.intent(), 2_000, "requested_by_customer");

        tell("refund.created", refund);
        assertThat(refunds()).isEqualTo("none");
        tell("payment_intent.succeeded", paid.intent());
        pay.later();
        pay.lookInto();

        assertThat(refunds()).isEqualTo("SUCCEEDED 2000 Asked for by the customer");
        assertThat(waiting(refund)).isZero();
        books.mustAgree();
    }

    @Test
    void aRefundThatTakesItsTimeArrivesLater() {
        var paid =
                pay.pay(ada, invoice(), 5_000, stripe.card(FakeCard.REFUND_LATER), clock.today());
        var refund = stripe.refundElsewhere(paid.intent(), 5_000, "fraudulent");

        tell("refund.created", refund);
        assertThat(refunds()).isEqualTo("PENDING 5000 Refunded at the card processor");
        stripe.settle(refund);
        tell("refund.updated", refund);

        assertThat(refunds()).isEqualTo("SUCCEEDED 5000 Refunded at the card processor");
        books.mustAgree();
    }

    @Test
    void whatOthersChargedThroughTheSameAccountIsNotOurs() {
        var stripes = gateways.named("stripe");
        var order =
                new ChargeOrder(
                        "elsewhere-" + UUID.randomUUID(),
                        ada,
                        Instant.now(),
                        Money.parse("USD 70.00"),
                        new EnteredCard(stripe.card(FakeCard.PAYS), false),
                        "A shop");
        var intent = ((Created) Objects.requireNonNull(stripes.create(order).block())).reference();
        stripes.confirm(order, intent).block();

        var refund = stripe.refundElsewhere(intent, 2_000, "duplicate");
        tell("refund.created", refund);
        var dispute = stripe.dispute(intent);
        tell("charge.dispute.created", dispute);

        assertThat(refunds()).isEqualTo("none");
        assertThat(waiting(refund)).isZero();
        assertThat(waiting(dispute)).isZero();
    }

    private UUID invoice() {
        return UUID.fromString(text("select id::text from invoice where customer_id = :customer"));
    }

    private void tell(String type, String id) {
        new Webhooks(http())
                .deliver(new FakeEvent("evt_" + UUID.randomUUID(), type, Map.of("id", id)));
        pay.lookInto();
    }

    private String refunds() {
        return text(
                """
                select coalesce(string_agg(concat_ws(' ', status, amount_minor, reason), ', '), 'none')
                  from refund where customer_id = :customer
                """);
    }

    private String text(String sql) {
        return String.valueOf(
                db.sql(sql).bind("customer", ada).mapValue(String.class).one().block());
    }

    private long waiting(String reference) {
        return books.number(
                "select count(*) from gateway_event where state <> 'DONE' and object_ref = '%s'"
                        .formatted(reference));
    }
}
