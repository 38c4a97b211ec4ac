package dev.quittance.crashes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Renewals that are charged by themselves while the server is killed again and again: each invoice
 * is charged once, under one key, and never more is collected than was due.
 */
@Tag("T14")
class KilledChargesTests {
    private static final String THEIRS = "(select id from customer where name like 'Charged %')";

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir private Path folder = Path.of("");

    @Test
    void twoKillsAmongFortyDueChargesAreNotSeen() {
        charge(40, 2);
    }

    @Test
    @Tag("soak")
    void tenKillsAmongFiveHundredDueChargesAreNotSeen() {
        charge(500, 10);
    }

    private void charge(int subscriptions, int kills) {
        var seed = System.nanoTime();
        System.out.println("Kills at random with the seed " + seed);
        var random = new Random(seed);
        var server = new ServerProcess(folder);
        try {
            server.start();
            var clerk = new Clerk(server);
            var counter = new Counter(List.of(clerk));
            var plan = plan(counter);
            for (var n = 0; n < subscriptions; n++) {
                // Every tenth has not enough money.
                subscribe(
                        counter,
                        plan,
                        n,
                        n % 10 == 9 ? "card_decline_insufficient_funds" : "card_success");
            }
            nextMonth(clerk);

            var database = server.database();
            for (var kill = 0; kill < kills; kill++) {
                // In the middle of it, wherever that is.
                var when = 1 + random.nextInt(subscriptions * (kill + 1) / kills);
                until(() -> asked(database) >= when || unsettled(database, subscriptions) == 0);
                server.kill();
                System.out.printf("Killed at %,d of %,d%n", asked(database), subscriptions);
                server.start();
                database.leasesHaveRunOut();
                database.texts(
                        "update payment_attempt set leased_until = now() where leased_until < now() + interval '2 minutes' and state in ('PLANNED', 'CALLING') returning id");
            }
            until(() -> unsettled(database, subscriptions) == 0);

            assertThat(counter.failures()).isEmpty();
            assertThat(
                            database.texts(
                                    """
                                    select d.state || ' ' || count(*)
                                      from due_charge d where d.customer_id in %s group by d.state order by 1
                                    """
                                            .formatted(THEIRS)))
                    .containsExactly(
                            "FAILED " + subscriptions / 10,
                            "PAID " + (subscriptions - subscriptions / 10));
            assertThat(database.texts(ONCE)).isEmpty();
            Books.check(clerk);
        } finally {
            server.end();
        }
    }

    /** What would be wrong: an invoice with two payments, or with another amount taken than due. */
    private static final String ONCE =
            """
            select 'invoice ' || i.number || ': ' || count(p.id) || ' payments, ' || count(c.id) || ' charges'
              from invoice i
              join due_charge d on d.invoice_id = i.id
              left join payment_target t on t.invoice_id = i.id
              left join payment p on p.id = t.payment_id
              left join payment_attempt a on a.payment_id = p.id
              left join sandbox_charge c on c.idempotency_key = a.idempotency_key
             where i.customer_id in %s
             group by i.id, i.number, i.total_minor, i.paid_minor
            having count(p.id) <> 1 or count(c.id) <> 1 or count(distinct a.idempotency_key) <> 1
                or coalesce(sum(c.amount_minor) filter (where c.state = 'SUCCEEDED'), 0) <> i.paid_minor
                or i.paid_minor not in (0, i.total_minor)
            union all
            select 'charge ' || c.id || ' of no attempt'
              from sandbox_charge c
             where not exists (select from payment_attempt a where a.idempotency_key = c.idempotency_key)
            """
                    .formatted(THEIRS);

    private static void until(BooleanSupplier reached) {
        var giveUp = Instant.now().plus(PATIENCE);
        while (!reached.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(giveUp);
            ServerProcess.pause(5);
        }
    }

    private static long asked(Database database) {
        return database.figure(
                "select count(*) from payment_attempt a join payment p on p.id = a.payment_id where p.customer_id in "
                        + THEIRS);
    }

    private static long unsettled(Database database, int subscriptions) {
        return subscriptions
                - database.figure(
                        "select count(*) from due_charge where state in ('PAID', 'FAILED') and customer_id in "
                                + THEIRS);
    }

    private static void subscribe(Counter counter, String plan, int number, String card) {
        var customer = counter.customer("Charged " + number);
        var id =
                counter.keyed(
                                0,
                                "startSubscription",
                                "... on SubscriptionStarted { subscription { id } }",
                                Map.of("customerId", customer, "planId", plan))
                        .at("/subscription/id")
                        .asString();
        var method = kept(counter, customer, card);
        counter.act(
                0,
                "setSubscriptionMethod",
                "... on SubscriptionMethodSet { subscription { id } }",
                Map.of("id", id, "methodId", method));
        counter.act(
                0,
                "enableAutoCharge",
                "... on AutoChargeSet { subscription { id } }",
                Map.of("id", id));
    }

    private static String kept(Counter counter, UUID customer, String card) {
        return counter.keyed(
                        0,
                        "addPaymentMethod",
                        "... on PaymentMethodKept { method { id } }",
                        Map.of("customerId", customer, "cardToken", card))
                .at("/method/id")
                .asString();
    }

    private static String plan(Counter counter) {
        var product =
                counter.act(
                        0,
                        "createProduct",
                        "... on ProductCreated { product { id } }",
                        Map.of("name", "Charged product"));
        var price = Map.of("price", Map.of("amount", "29.90", "currency", "USD"));
        var plan = new java.util.HashMap<String, Object>();
        plan.put("productId", product.at("/product/id"));
        plan.put("name", "Charged plan");
        plan.put("interval", Map.of("count", 1, "unit", "MONTH"));
        plan.put("taxInclusive", false);
        plan.put("prices", new ArrayList<>(List.of(price)));
        return counter.act(0, "createPlan", "... on PlanCreated { plan { id } }", plan)
                .at("/plan/id")
                .asString();
    }

    /** The renewals are billed by the night, and charged from there. */
    private static void nextMonth(Clerk clerk) {
        var today =
                LocalDate.parse(
                        clerk.ask("{ clock { today } }", Map.of()).at("/clock/today").asString());
        clerk.ask(
                "mutation($to: Date!) { moveClock(input: {to: $to}) { __typename } }",
                Map.of("to", today.plusMonths(1).toString()));
    }
}
