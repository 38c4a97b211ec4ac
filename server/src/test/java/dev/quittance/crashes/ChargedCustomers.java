package dev.quittance.crashes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** Customers whose subscriptions are charged by themselves; every tenth has not enough money. */
final class ChargedCustomers {
    static final String THEIRS = "(select id from customer where name like 'Charged %')";

    /** How subscriptions stand, with their invoices and how many those are. */
    static final String STANDING =
            """
            select phase || ' ' || invoices || ' ' || count || ' ' || count(*)
              from (select s.id, s.phase, coalesce(string_agg(i.status, ','), '-') as invoices, count(i.id) as count
                      from subscription s
                      left join invoice i on i.customer_id = s.customer_id
                     where s.customer_id in %s
                     group by s.id, s.phase) each
             group by phase, invoices, count
             order by 1
            """
                    .formatted(THEIRS);

    /**
     * What would be wrong: two payments or charges of one subscription, or money that paid nothing.
     */
    static final String WRONG =
            """
            select 'customer ' || c.name || ': ' || count(p.id) || ' payments, ' || count(s.id) || ' charges'
              from customer c
              left join payment p on p.customer_id = c.id
              left join payment_attempt a on a.payment_id = p.id
              left join sandbox_charge s on s.idempotency_key = a.idempotency_key
             where c.id in %s
             group by c.id, c.name
            having count(p.id) <> 1 or count(s.id) <> 1
            union all
            select 'credit of ' || customer_id
              from balance
             where customer_id in %s and (credit_minor <> 0 or receivable_minor <> 0)
            """
                    .formatted(THEIRS, THEIRS);

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final ServerProcess server;
    private final Counter counter;
    private final int count;

    ChargedCustomers(ServerProcess server, Counter counter, int count) {
        this.server = server;
        this.counter = counter;
        this.count = count;
    }

    /**
     * One subscription each.
     *
     * @param terms of their plan
     */
    void subscribe(Map<String, ?> terms) {
        subscribe(terms, "card_success", "card_decline_insufficient_funds");
    }

    /**
     * One subscription each.
     *
     * @param terms of their plan
     * @param tenth the card of every tenth, while the others have {@code card}
     */
    void subscribe(Map<String, ?> terms, String card, String tenth) {
        var plan = plan(terms);
        for (var n = 0; n < count; n++) {
            subscribe(plan, n, n % 10 == 9 ? tenth : card);
        }
    }

    /** Moves the clock; what is due is billed and charged from there. */
    void pass(UnaryOperator<LocalDate> to, Clerk clerk) {
        var today =
                LocalDate.parse(
                        clerk.ask("{ clock { today } }", Map.of()).at("/clock/today").asString());
        clerk.ask(
                "mutation($to: Date!) { moveClock(input: {to: $to}) { __typename } }",
                Map.of("to", to.apply(today).toString()));
    }

    /** Kills the server in the middle of it, wherever that is, and starts it again. */
    void kill(int kills, Random random, BooleanSupplier settled) {
        var database = server.database();
        for (var kill = 0; kill < kills; kill++) {
            var when = 1 + random.nextInt(count * (kill + 1) / kills);
            until(() -> asked(database) >= when || settled.getAsBoolean());
            server.kill();
            System.out.printf("Killed at %,d of %,d%n", asked(database), count);
            server.start();
            database.leasesHaveRunOut();
            database.texts(
                    "update payment_attempt set leased_until = now() where leased_until < now() + interval '2 minutes' and state in ('PLANNED', 'CALLING') returning id");
        }
    }

    void until(BooleanSupplier reached) {
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

    private void subscribe(String plan, int number, String card) {
        var customer = counter.customer("Charged " + number);
        var id =
                counter.keyed(
                                0,
                                "startSubscription",
                                "... on SubscriptionStarted { subscription { id } }",
                                Map.of("customerId", customer, "planId", plan))
                        .at("/subscription/id")
                        .asString();
        var method = kept(customer, card);
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

    private String kept(UUID customer, String card) {
        return counter.keyed(
                        0,
                        "addPaymentMethod",
                        "... on PaymentMethodKept { method { id } }",
                        Map.of("customerId", customer, "cardToken", card))
                .at("/method/id")
                .asString();
    }

    private String plan(Map<String, ?> terms) {
        var product =
                counter.act(
                        0,
                        "createProduct",
                        "... on ProductCreated { product { id } }",
                        Map.of("name", "Charged product"));
        var price = Map.of("price", Map.of("amount", "29.90", "currency", "USD"));
        var plan = new HashMap<String, Object>();
        plan.put("productId", product.at("/product/id"));
        plan.put("name", "Charged plan");
        plan.put("interval", Map.of("count", 1, "unit", "MONTH"));
        plan.put("taxInclusive", false);
        plan.put("prices", List.of(price));
        if (!terms.isEmpty()) {
            plan.put("terms", terms);
        }
        return counter.act(0, "createPlan", "... on PlanCreated { plan { id } }", plan)
                .at("/plan/id")
                .asString();
    }
}
