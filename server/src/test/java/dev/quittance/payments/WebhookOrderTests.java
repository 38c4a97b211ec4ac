package dev.quittance.payments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.payments.stripe.FakeCard;
import dev.quittance.payments.stripe.FakeEvent;
import dev.quittance.payments.stripe.FakeStripe;
import dev.quittance.platform.Ids;
import dev.quittance.testing.IntegrationTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** In whatever order Stripe tells what happened, the books end the same. */
class WebhookOrderTests extends IntegrationTest {
    private static final List<String> TOLD =
            List.of("created", "processing", "succeeded", "failed", "refunded", "disputed");

    @Autowired Books books;
    @Autowired StripePay pay;

    private final FakeStripe stripe = FakeStripe.only();

    @Test
    void twentyOrdersEndInTheSameBooks() {
        var seed = System.nanoTime();
        System.out.println("Orders at random with the seed " + seed);
        var orders = new ArrayList<>(orders());
        Collections.shuffle(orders, new Random(seed));
        same(orders.subList(0, 20));
    }

    @Test
    @Tag("soak")
    void allOrdersEndInTheSameBooks() {
        same(orders());
    }

    private void same(List<List<String>> orders) {
        var ends = new HashSet<String>();
        for (var order : orders) {
            var end = end(order);
            ends.add(end);
            assertThat(ends).as("after %s", order).hasSize(1);
        }
        assertThat(ends)
                .containsExactly(
                        "payment SUCCEEDED, payment SUCCEEDED, refund SUCCEEDED, dispute NEEDS_RESPONSE, due 5000, due 5000,"
                                + " owed 10000, credit 0, clearing 3005");
        books.mustAgree();
    }

    /**
     * Two payments: one that was paid at once, of which the half goes back; the other arrives later
     * and is disputed before anybody here heard that it had arrived.
     */
    private String end(List<String> order) {
        var customer = books.customer("Ada");
        var today = clock.today();
        var refunded = books.invoice(customer, "USD", 10_000, today);
        var disputed = books.invoice(customer, "USD", 5_000, today);
        var first = pay.pay(customer, refunded, 10_000, stripe.card(FakeCard.REFUND_LATER), today);
        var refund = refund(first.payment());
        var second = pay.pay(customer, disputed, 5_000, stripe.card(FakeCard.SETTLES_LATER), today);
        stripe.settle(refund);
        stripe.settle(second.intent());
        var dispute = stripe.dispute(second.intent());

        var webhooks = new Webhooks(http());
        for (var told : order) {
            var event =
                    switch (told) {
                        case "created", "processing", "succeeded" ->
                                event("payment_intent." + told, second.intent());
                        case "failed" -> event("payment_intent.payment_failed", second.intent());
                        case "refunded" -> event("refund.updated", refund);
                        default -> event("charge.dispute.created", dispute);
                    };
            webhooks.deliver(event);
            webhooks.deliver(event);
            pay.lookInto();
        }
        pay.later();
        pay.lookInto();
        return books(customer);
    }

    /** A part of a payment goes back; Stripe's reference of the refund. */
    private String refund(UUID payment) {
        asOwner()
                .document(
                        """
                        mutation($i: RefundPaymentInput!) {
                          refundPayment(input: $i) { __typename ... on Problem { message } }
                        }
                        """)
                .variable(
                        "i",
                        Map.of(
                                "paymentId",
                                payment,
                                "amount",
                                Map.of("amount", "50.00", "currency", "USD"),
                                "reason",
                                "Goodwill",
                                "cover",
                                "REOPEN",
                                "idempotencyKey",
                                Ids.next().toString()))
                .execute()
                .path("refundPayment.__typename")
                .entity(String.class)
                .isEqualTo("RefundBegun");
        return text(
                "select a.gateway_ref from refund_attempt a join refund r on r.id = a.refund_id where r.payment_id = '%s'"
                        .formatted(payment));
    }

    private String books(UUID customer) {
        return text(
                """
                select concat_ws(', ',
                       (select string_agg('payment ' || status, ', ') from payment where customer_id = c.id),
                       (select string_agg('refund ' || status, ', ') from refund where customer_id = c.id),
                       (select string_agg('dispute ' || state, ', ') from dispute where customer_id = c.id),
                       (select string_agg('due ' || (total_minor - paid_minor), ', ' order by total_minor) from invoice
                         where customer_id = c.id),
                       (select 'owed ' || receivable_minor || ', credit ' || credit_minor from balance where customer_id = c.id),
                       (select 'clearing ' || sum(case 'CLEARING' when debit then amount_minor when credit then -amount_minor end)
                          from transfer where customer_id = c.id))
                  from customer c where id = '%s'
                """
                        .formatted(customer));
    }

    private String text(String sql) {
        return String.valueOf(db.sql(sql).mapValue(String.class).one().block());
    }

    private static FakeEvent event(String type, String id) {
        return new FakeEvent("evt_" + UUID.randomUUID(), type, Map.of("id", id));
    }

    private static List<List<String>> orders() {
        return orders(TOLD);
    }

    private static List<List<String>> orders(List<String> left) {
        if (left.isEmpty()) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<String>>();
        for (var first : left) {
            var others = new ArrayList<>(left);
            others.remove(first);
            for (var rest : orders(others)) {
                var order = new ArrayList<String>();
                order.add(first);
                order.addAll(rest);
                all.add(order);
            }
        }
        return all;
    }
}
