package dev.quittance.crashes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Subscriptions that are changed, paused, resumed, cancelled, paid for and reactivated while the
 * server is killed again and again: each act, sent until it is answered, has one effect, the same
 * as that on a subscription of which nobody was killed.
 */
@Tag("T22")
@Tag("T23")
@Tag("T25")
@Tag("T27")
@Tag("T28")
class KilledActsTests {
    private static final int AT_ONCE = 6;
    private static final int ACTS = 7;

    @TempDir private Path folder = Path.of("");

    @Test
    void aKillAmongTheActsOfSixSubscriptionsIsNotSeen() {
        act(6, 1);
    }

    @Test
    @Tag("soak")
    void tenKillsAmongTheActsOfTwoHundredSubscriptionsAreNotSeen() {
        act(200, 10);
    }

    private void act(int subscriptions, int kills) {
        var seed = System.nanoTime();
        System.out.println("Kills at random with the seed " + seed);
        var random = new Random(seed);
        var server = new ServerProcess(folder);
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            server.start();
            var clerk = new Clerk(server);
            var counter = new Counter(List.of(clerk));
            var plan = plan(counter);
            var customers = new ArrayList<UUID>();
            var begun = new HashMap<UUID, JsonNode>();
            for (var n = 0; n <= subscriptions; n++) {
                var customer = counter.customer("Lived " + n);
                customers.add(customer);
                begun.put(customer, begin(counter, customer, plan));
            }
            later(clerk);
            var unharmed = customers.removeFirst();
            live(counter, begun.get(unharmed), new AtomicInteger());

            var done = new AtomicInteger();
            var living = living(threads, counter, customers, begun, done);
            for (var kill = 0; kill < kills; kill++) {
                // In the middle of it, wherever that is.
                var share = subscriptions * ACTS / kills;
                var when = kill * share + random.nextInt(Math.max(1, share * 2 / 3));
                while (done.get() < when) {
                    ServerProcess.pause(1);
                }
                server.kill();
                System.out.printf("Killed at %,d of %,d%n", done.get(), subscriptions * ACTS);
                server.start();
                server.database().leasesHaveRunOut();
            }
            living.join();

            System.out.printf(
                    "%,d acts, killed %d times: %,d requests repeated%n",
                    subscriptions * ACTS, kills, counter.repeats());
            assertThat(counter.failures()).isEmpty();
            var told = told(server.database());
            assertThat(told).hasSize(subscriptions + 1);
            assertThat(told.values()).containsOnly(told.get(unharmed));
            assertThat(told.get(unharmed)).contains("credit note", "PAID");
            Books.check(clerk);
        } finally {
            server.end();
        }
    }

    private static CompletableFuture<Void> living(
            ExecutorService threads,
            Counter counter,
            List<UUID> customers,
            Map<UUID, JsonNode> begun,
            AtomicInteger done) {
        return CompletableFuture.allOf(
                customers.stream()
                        .map(begun::get)
                        .map(
                                started ->
                                        CompletableFuture.runAsync(
                                                () -> live(counter, started, done), threads))
                        .toArray(CompletableFuture[]::new));
    }

    private static String plan(Counter counter) {
        var product =
                counter.act(
                        0,
                        "createProduct",
                        "... on ProductCreated { product { id } }",
                        Map.of("name", "Lived product"));
        var price = Map.of("price", Map.of("amount", "29.90", "currency", "USD"));
        return counter.act(
                        0,
                        "createPlan",
                        "... on PlanCreated { plan { id } }",
                        Map.of(
                                "productId",
                                product.at("/product/id"),
                                "name",
                                "Lived plan",
                                "interval",
                                Map.of("count", 1, "unit", "MONTH"),
                                "taxInclusive",
                                false,
                                "prices",
                                List.of(price)))
                .at("/plan/id")
                .asString();
    }

    private static JsonNode begin(Counter counter, UUID customer, String plan) {
        return counter.keyed(
                0,
                "startSubscription",
                "... on SubscriptionStarted { subscription { id } invoice { id } }",
                Map.of("customerId", customer, "planId", plan, "quantity", 2));
    }

    private static void later(Clerk clerk) {
        var today =
                LocalDate.parse(
                        clerk.ask("{ clock { today } }", Map.of()).at("/clock/today").asString());
        clerk.ask(
                "mutation($to: Date!) { moveClock(input: {to: $to}) { __typename } }",
                Map.of("to", today.plusDays(5).toString()));
        while (!clerk.ask("{ clock { today } }", Map.of())
                .at("/clock/today")
                .asString()
                .equals(today.plusDays(5).toString())) {
            ServerProcess.pause(200);
        }
    }

    /** The acts of one subscription, one after the other. */
    private static void live(Counter counter, JsonNode started, AtomicInteger done) {
        var id = started.at("/subscription/id").asString();
        for (var quantity : List.of(5, 1)) {
            counter.keyed(
                    0,
                    "changeSubscription",
                    "... on SubscriptionChanged { subscription { id } }",
                    Map.of("id", id, "when", "NOW", "quantity", quantity));
            done.incrementAndGet();
        }
        counter.keyed(
                0,
                "pauseSubscription",
                "... on PauseSet { subscription { id } }",
                Map.of("id", id, "when", "NOW"));
        done.incrementAndGet();
        counter.keyed(
                0,
                "resumeSubscription",
                "... on ResumptionSet { subscription { id } }",
                Map.of("id", id));
        done.incrementAndGet();
        counter.keyed(
                0,
                "cancelSubscription",
                "... on SubscriptionCancelled { subscription { id } }",
                Map.of("id", id, "when", "NOW"));
        done.incrementAndGet();
        counter.keyed(
                0,
                "confirmOfflinePayment",
                "... on PaymentSucceeded { payment { id } }",
                Map.of("invoiceIds", outstanding(counter, id)));
        done.incrementAndGet();
        counter.keyed(
                0,
                "reactivateSubscription",
                "... on SubscriptionReactivated { subscription { id } }",
                Map.of("id", id, "quantity", 3));
        done.incrementAndGet();
    }

    private static List<String> outstanding(Counter counter, String id) {
        return counter.repeat(
                        0,
                        """
                        query($id: ID!) { subscription(id: $id) { customer {
                          invoices(filter: {outstanding: true}, first: 20) { edges { node { id } } } } } }""",
                        Map.of("id", id))
                .at("/subscription/customer/invoices/edges")
                .valueStream()
                .map(edge -> edge.at("/node/id").asString())
                .toList();
    }

    /** What there is of each customer but ids, numbers and times. */
    private static Map<UUID, String> told(Database database) {
        var told = new HashMap<UUID, String>();
        for (var row :
                database.texts(
                        """
                        with theirs as (select id from customer where name like 'Lived %'),
                        facts as (
                          select customer_id, concat_ws(' ', 'invoice', status, issued_on, net_minor, paid_minor) as fact
                            from invoice where customer_id in (select id from theirs)
                          union all
                          select customer_id, concat_ws(' ', 'credit note', issued_on, net_minor)
                            from credit_note where customer_id in (select id from theirs)
                          union all
                          select customer_id, concat_ws(' ', 'transfer', booked_on, debit, credit, reason, amount_minor)
                            from transfer where customer_id in (select id from theirs)
                          union all
                          select customer_id, concat_ws(' ', 'payment', status, amount_minor)
                            from payment where customer_id in (select id from theirs)
                          union all
                          select stream, concat_ws(' ', 'event', type)
                            from event where stream in (select id from theirs)
                          union all
                          select s.customer_id, concat_ws(' ', 'history', h.what)
                            from history_entry h join subscription s on s.id = h.subject_id
                           where s.customer_id in (select id from theirs)
                          union all
                          select customer_id, concat_ws(' ', 'subscription', status, anchor_on, billed_until)
                            from subscription where customer_id in (select id from theirs))
                        select customer_id || ' ' || string_agg(fact, E'\n' order by fact) from facts group by customer_id
                        """)) {
            told.put(UUID.fromString(row.substring(0, 36)), row.substring(37));
        }
        return told;
    }
}
