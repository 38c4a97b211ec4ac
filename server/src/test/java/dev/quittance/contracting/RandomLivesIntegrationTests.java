package dev.quittance.contracting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.ledger.BooksRules;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Shop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Some dozens of subscriptions that anything happens to, through the API, while months pass. */
class RandomLivesIntegrationTests extends IntegrationTest {
    private static final int SUBSCRIPTIONS = 24;
    private static final int STEPS = 140;

    @Autowired BooksRules rules;

    Shop shop;
    Lives lives;
    Acts clerk;
    List<UUID> plans;
    UUID addon;

    @Test
    @Tag("T22")
    @Tag("T23")
    @Tag("T25")
    @Tag("T26")
    @Tag("T27")
    @Tag("T28")
    void everyServedDayIsBilledOnceAndTheBooksAgree() {
        live(1);
    }

    @ParameterizedTest
    @Tag("soak")
    @ValueSource(longs = {2, 3, 4, 5, 6})
    void forManySeedsToo(long seed) {
        live(seed);
    }

    private void live(long seed) {
        shop = new Shop(asOwner());
        lives = new Lives(asOwner());
        clerk = new Acts(asOwner());
        var product = shop.product(shop.taxed("19"));
        plans =
                List.of(
                        shop.plan(product, "MONTH", false, "USD", "9.99", "5"),
                        shop.plan(product, "MONTH", false, "USD", "31", null),
                        shop.plan(product, "YEAR", false, "USD", "365", null),
                        shop.plan(product, "WEEK", true, "USD", "3.33", null));
        lives.terms(plans.get(1), Map.of("trial", Map.of("count", 10, "unit", "DAY")));
        addon = shop.addon("USD", "2.50");
        var random = new Random(seed);
        var subscriptions = new ArrayList<UUID>();
        var done = new ArrayList<String>();
        for (var i = 0; i < SUBSCRIPTIONS; i++) {
            subscriptions.add(
                    shop.started(
                            shop.customer(),
                            plans.get(random.nextInt(plans.size())),
                            Map.of("quantity", 1 + random.nextInt(3))));
        }
        for (var step = 0; step < STEPS; step++) {
            var id = subscriptions.get(random.nextInt(SUBSCRIPTIONS));
            done.add(clock.today() + " " + act(random, id));
        }
        clock.runDueWork();

        var story = "seed %d: %s".formatted(seed, done);
        assertThat(rules.differences().collectList().block()).as(story).isEmpty();
        assertThat(new Papers(db).overlaps()).as(story).isZero();
        assertThat(otherDaysThanServed()).as(story).isEmpty();
        assertThat(texts("select number from credit_note")).as(story).isNotEmpty();
    }

    private String act(Random random, UUID id) {
        var days = random.nextInt(1, 40);
        var later = clock.today().plusDays(days).toString();
        var kind = random.nextInt(12);
        switch (kind) {
            case 0 -> lives.pause(id, random.nextBoolean() ? "NOW" : "TERM_END");
            case 1 -> lives.pause(Map.of("id", id, "when", "DATE", "on", later));
            case 2, 3 -> lives.resume(id);
            case 4, 5 -> lives.change(id, wanted(random));
            case 6 -> clerk.cancel(id, "NOW");
            case 7 -> clerk.cancel(id, "TERM_END");
            case 8 -> lives.reactivate(Map.of("id", id));
            case 9 -> lives.activate(Map.of("id", id));
            default -> clock.moveTo(clock.today().plusDays(days / 4 + 1));
        }
        return kind + " " + id;
    }

    private Map<String, Object> wanted(Random random) {
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

    /**
     * Items whose billed days are others than those of their versions, as far as they are billed:
     * while paused until the pause; a trial costs nothing. What is over may have been paused until
     * its end: no more than its days are billed.
     */
    private List<String> otherDaysThanServed() {
        return texts(
                """
                with served as (
                  select i.subscription_id, i.id,
                         range_agg(i.validity * daterange(s.started_on, coalesce(s.paused_on, s.ended_on, s.billed_until)))
                           - datemultirange(daterange(s.started_on, case when s.trial_ends_on is null then s.started_on
                                                               else least(s.trial_ends_on, s.ended_on) end)) as days
                    from subscription_item i join subscription s on s.id = i.subscription_id
                   group by i.subscription_id, i.id, s.id),
                billed as (
                  select item_id as id, range_agg(period) as days
                    from billed_period where kind in ('PLAN', 'ADDON') group by item_id)
                select s.number || ' ' || s.status || ': served ' || v.days || ', billed ' || coalesce(b.days, '{}')
                  from served v
                  join subscription s on s.id = v.subscription_id
                  left join billed b on b.id = v.id
                 where case when s.ended_on is null then v.days <> coalesce(b.days, '{}')
                            else not v.days @> coalesce(b.days, '{}') end
                """);
    }

    private List<String> texts(String sql) {
        return db.sql(sql).mapValue(String.class).all().collectList().blockOptional().orElseThrow();
    }
}
