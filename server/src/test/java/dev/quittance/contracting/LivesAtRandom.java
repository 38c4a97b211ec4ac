package dev.quittance.contracting;

import dev.quittance.testing.Shop;
import dev.quittance.testing.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.springframework.graphql.test.tester.HttpGraphQlTester;

/**
 * Mixed subscriptions that anything happens to, through the API. The same seed leads to the same
 * acts; what the state forbids is refused and changes nothing.
 */
final class LivesAtRandom {
    /** Of the hours after ten in the morning, on the same day anywhere in Europe. */
    private static final int LAST_SECOND = 10 * 3600;

    private final TestClock clock;
    private int second;
    private final Random random;
    private final Shop shop;
    private final Lives lives;
    private final Acts clerk;
    private final HttpGraphQlTester tester;
    private final List<UUID> plans;
    private final UUID addon;
    private final List<UUID> subscriptions = new ArrayList<>();
    private final List<String> story = new ArrayList<>();

    LivesAtRandom(HttpGraphQlTester tester, TestClock clock, Random random) {
        this.tester = tester;
        this.clock = clock;
        this.random = random;
        this.shop = new Shop(tester);
        this.lives = new Lives(tester);
        this.clerk = new Acts(tester);
        var product = shop.product(shop.taxed("19"));
        this.plans =
                List.of(
                        shop.plan(product, "MONTH", false, "USD", "9.99", "5"),
                        shop.plan(product, "MONTH", false, "USD", "31", null),
                        shop.plan(product, "YEAR", false, "USD", "365", null),
                        shop.plan(product, "WEEK", true, "USD", "3.33", null));
        lives.terms(plans.get(0), Map.of("proration", "BY_SECOND"));
        lives.terms(plans.get(2), Map.of("proration", "BY_SECOND"));
        lives.terms(plans.get(1), Map.of("trial", Map.of("count", 10, "unit", "DAY")));
        lives.terms(plans.get(0), Map.of("chargedIn", "ARREARS"));
        this.addon = shop.addon("USD", "2.50");
    }

    /** Starts so many subscriptions today, each of a customer of its own. */
    void begin(int count) {
        for (var i = 0; i < count; i++) {
            subscriptions.add(
                    shop.started(
                            shop.customer(),
                            plans.get(random.nextInt(plans.size())),
                            Map.of("quantity", 1 + random.nextInt(3))));
        }
    }

    /** Does something to one of them, or lets some days pass. */
    void step() {
        if (random.nextInt(12) < 9) {
            second = Math.min(second + random.nextInt(7_200), LAST_SECOND);
            clock.afterTen(Duration.ofSeconds(second));
            act();
        } else {
            var days = random.nextInt(1, 11);
            second = 0;
            note("+" + days);
            clock.moveTo(clock.today().plusDays(days));
        }
    }

    /** Does something to one of them. */
    void act() {
        var id = subscriptions.get(random.nextInt(subscriptions.size()));
        var later = clock.today().plusDays(random.nextInt(1, 40)).toString();
        var kind = random.nextInt(10);
        note(kind + " " + id);
        switch (kind) {
            case 0 -> lives.pause(id, random.nextBoolean() ? "NOW" : "TERM_END");
            case 1 -> lives.pause(Map.of("id", id, "when", "DATE", "on", later));
            case 2, 3 -> lives.resume(id);
            case 4, 5 -> lives.change(id, wanted());
            case 6 -> clerk.cancel(id, "NOW");
            case 7 -> clerk.cancel(id, "TERM_END");
            case 8 -> lives.reactivate(Map.of("id", id));
            default -> lives.activate(Map.of("id", id));
        }
    }

    /** A transfer comes in that pays all that one of them owes. */
    void pay() {
        var id = subscriptions.get(random.nextInt(subscriptions.size()));
        note("pays " + id);
        var owed =
                tester.document(
                                """
                                query($id: ID!) { subscription(id: $id) { customer {
                                  invoices(filter: {outstanding: true}, first: 100) { edges { node { id } } } } } }""")
                        .variable("id", id)
                        .execute()
                        .path("subscription.customer.invoices.edges[*].node.id")
                        .entityList(String.class)
                        .get();
        if (!owed.isEmpty()) {
            tester.document(
                            """
                            mutation($i: ConfirmOfflinePaymentInput!) { confirmOfflinePayment(input: $i) {
                              __typename } }""")
                    .variable("i", Acts.keyed(Map.of("invoiceIds", owed)))
                    .executeAndVerify();
        }
    }

    /** What was done, in words. */
    List<String> story() {
        return List.copyOf(story);
    }

    private void note(String what) {
        story.add(clock.today() + " " + what);
    }

    private Map<String, Object> wanted() {
        var wanted = new HashMap<String, Object>();
        wanted.put("when", random.nextInt(3) == 0 ? "TERM_END" : "NOW");
        if (random.nextBoolean()) {
            wanted.put("planId", plans.get(random.nextInt(3)));
        }
        if (random.nextBoolean()) {
            wanted.put("quantity", 1 + random.nextInt(4));
        }
        wanted.put(
                "addons",
                random.nextBoolean()
                        ? List.of()
                        : List.of(Map.of("addonId", addon, "quantity", 1 + random.nextInt(2))));
        return wanted;
    }
}
