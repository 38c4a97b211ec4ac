package dev.quittance.contracting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.ledger.BooksRules;
import dev.quittance.statements.StatementProof;
import dev.quittance.takeover.FormerSystem;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Subscriptions started, cancelled and taken back at random while months pass and the bill run does
 * its work by night. Whatever happened, no day is billed twice or forgotten, and the books explain
 * every amount.
 */
class RandomActsIntegrationTests extends IntegrationTest {
    private static final int STEPS = 40;

    @Autowired BooksRules rules;
    @Autowired StatementProof statements;
    @Autowired FormerSystem former;

    @Test
    void whateverIsDoneEveryDayIsBilledOnceAndTheBooksAgree() {
        actAtRandom(1);
    }

    @ParameterizedTest
    @Tag("soak")
    @ValueSource(longs = {2, 3, 4, 5, 6, 7, 8, 9})
    void forManySeedsToo(long seed) {
        actAtRandom(seed);
    }

    private void actAtRandom(long seed) {
        var random = new Random(seed);
        var shop = new Shop(asOwner());
        var clerk = new Acts(asOwner());
        var plans =
                List.of(
                        shop.plan(
                                shop.product(shop.taxed("19")), "MONTH", false, "USD", "9.99", "5"),
                        shop.plan(shop.product(shop.taxed("7")), "WEEK", true, "USD", "3.33", null),
                        shop.monthly("USD", "31"));
        var customers = List.of(shop.customer(), shop.customer(Map.of("endsOn", "2030-05-17")));
        var started = new ArrayList<UUID>();
        var done = new ArrayList<String>();
        for (var step = 0; step < STEPS; step++) {
            var command = random.nextInt(9);
            done.add(clock.today() + " " + command);
            switch (started.isEmpty() ? 0 : command) {
                case 0, 1, 2 ->
                        started.add(
                                shop.started(
                                        customers.get(random.nextInt(2)),
                                        plans.get(random.nextInt(plans.size())),
                                        Map.of(
                                                "quantity",
                                                1 + random.nextInt(3),
                                                "startOn",
                                                clock.today()
                                                        .plusDays(random.nextInt(-40, 20))
                                                        .toString())));
                case 3 -> clerk.cancel(any(started, random), "NOW");
                case 4 -> clerk.cancel(any(started, random), "TERM_END");
                case 5 -> clerk.removeScheduled(any(started, random));
                case 6 -> takeOver(customers.get(random.nextInt(2)), random);
                default -> clock.moveTo(clock.today().plusDays(1 + random.nextInt(20)));
            }
        }
        clock.runDueWork();

        var story = "seed %d: %s".formatted(seed, done);
        assertThat(texts("select number from invoice")).as(story).hasSizeGreaterThan(10);
        assertThat(texts("select number from credit_note")).as(story).isNotEmpty();
        assertThat(rules.differences().collectList().block()).as(story).isEmpty();
        assertThat(gapsAndOverlaps()).as(story).isEmpty();
        assertThat(unexplainedInvoices()).as(story).isEmpty();
        assertThat(creditedBeyondUse()).as(story).isEmpty();
        statements.mustAgree(seed);
    }

    /** An open invoice of the former system, sometimes a credit, found late. */
    private void takeOver(UUID customer, Random random) {
        var open = Money.ofMinor(CurrencyUnit.USD, 1 + random.nextInt(3000));
        var total = open.plusMinor(random.nextInt(2) * random.nextInt(500));
        former.invoice(
                customer, total, open, clock.today().minusDays(random.nextInt(90)), clock.today());
        if (random.nextInt(3) == 0) {
            former.credit(shop().customer(), open, clock.today());
        }
    }

    private Shop shop() {
        return new Shop(asOwner());
    }

    private static UUID any(List<UUID> ids, Random random) {
        return ids.get(random.nextInt(ids.size()));
    }

    /**
     * Days an item is billed for that do not follow each other, or go beyond where it is billed.
     */
    private List<String> gapsAndOverlaps() {
        return texts(
                """
                select b.item_id || ' ' || b.period || ' after ' || b.before
                  from (select item_id, kind, period, lag(period) over (partition by item_id, kind order by period) as before
                          from billed_period where not isempty(period)) b
                 where upper(b.before) <> lower(b.period)
                union all
                select s.number || ' billed until ' || upper(b.period) || ', not ' || s.billed_until
                  from subscription s
                  join subscription_item i on i.subscription_id = s.id
                  join (select item_id, range_merge(range_agg(period)) as period from billed_period group by item_id) b
                    on b.item_id = i.id
                  join customer c on c.id = s.customer_id
                 where upper(b.period) <> least(s.billed_until, s.ended_on, c.ends_on)
                """);
    }

    private List<String> unexplainedInvoices() {
        return texts(
                """
                select i.number
                  from invoice i
                  left join lateral (select coalesce(sum(amount_minor), 0) as booked from transfer t
                                      where t.source_kind = 'INVOICE' and t.source_id = i.id
                                        and t.debit = 'RECEIVABLE') t on true
                 where t.booked <> i.total_minor and i.taken_over_on is null
                """);
    }

    /** Lines of which something else was given back than the days after the subscription's end. */
    private List<String> creditedBeyondUse() {
        return texts(
                """
                select i.number || ' ' || l.description
                  from invoice_line l
                  join invoice i on i.id = l.invoice_id
                  join subscription s on s.id = l.subscription_id
                  left join lateral (select coalesce(sum(net_minor), 0) as minor from credit_note_line c
                                      where c.invoice_line_id = l.id) given on true
                 where l.service_period is not null
                   and l.net_minor - given.minor
                       <> round(l.net_minor::numeric
                                * greatest(least(upper(l.service_period), coalesce(s.ended_on, 'infinity')) - lower(l.service_period), 0)
                                / (upper(l.service_period) - lower(l.service_period)))
                """);
    }

    private List<String> texts(String sql) {
        return db.sql(sql).mapValue(String.class).all().collectList().blockOptional().orElseThrow();
    }
}
