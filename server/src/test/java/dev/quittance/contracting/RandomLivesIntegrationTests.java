package dev.quittance.contracting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.ledger.BooksRules;
import dev.quittance.testing.IntegrationTest;
import java.util.List;
import java.util.Random;
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
        var lives = new LivesAtRandom(asOwner(), clock, new Random(seed));
        lives.begin(SUBSCRIPTIONS);
        for (var step = 0; step < STEPS; step++) {
            lives.step();
        }
        clock.runDueWork();

        var story = "seed %d: %s".formatted(seed, lives.story());
        assertThat(rules.differences().collectList().block()).as(story).isEmpty();
        assertThat(new Papers(db).overlaps()).as(story).isZero();
        assertThat(otherDaysThanServed()).as(story).isEmpty();
        assertThat(texts("select number from credit_note")).as(story).isNotEmpty();
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
                         range_agg(i.validity * daterange(s.started_on, coalesce(s.paused_on, s.ended_on, s.billed_until, s.started_on)))
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
