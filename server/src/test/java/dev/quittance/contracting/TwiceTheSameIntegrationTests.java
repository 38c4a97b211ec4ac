package dev.quittance.contracting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.ledger.BooksRules;
import dev.quittance.platform.BusinessClock;
import dev.quittance.platform.Nightly;
import dev.quittance.testing.IntegrationTest;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Mixed subscriptions live day by day, twice with one seed: the books are the same but for ids and
 * times.
 */
class TwiceTheSameIntegrationTests extends IntegrationTest {

    /** Who, in the order in which they came: ids are others each time. */
    private static final String WHO =
            "with who as (select id, row_number() over (order by id) as place from customer) ";

    @Autowired BooksRules rules;
    @Autowired BusinessClock businessClock;
    @Autowired Nightly nightly;
    @Autowired ApplicationEventPublisher publisher;

    @Test
    void tenSubscriptionsAndSevenWeeks() {
        assertTheSameTwice(10, 50, 11);
    }

    @Test
    @Tag("soak")
    void twoHundredSubscriptionsAndTwoYears() {
        assertTheSameTwice(200, 730, 12);
    }

    private void assertTheSameTwice(int subscriptions, int days, long seed) {
        var first = books(subscriptions, days, seed);
        var second = books(subscriptions, days, seed);

        System.out.printf("%,d bookings, lines and states, twice the same%n", first.size());
        assertThat(first).hasSizeGreaterThan(subscriptions * 3);
        assertThat(second).isEqualTo(first);
    }

    private List<String> books(int subscriptions, int days, long seed) {
        beginAnew(businessClock, nightly, publisher);
        var random = new Random(seed);
        var lives = new LivesAtRandom(asOwner(), clock, random);
        lives.begin(subscriptions);
        for (var day = 0; day < days; day++) {
            // To each of them something happens about once in fifty days.
            for (var act = random.nextInt(1 + subscriptions / 25); act > 0; act--) {
                lives.act();
            }
            lives.pay();
            clock.moveTo(clock.today().plusDays(1));
        }
        drain();
        assertThat(rules.differences().collectList().block())
                .as(() -> String.join("\n", lives.story()))
                .isEmpty();
        return told();
    }

    /** Every booking, line and state, in an order that does not hang on ids. */
    private List<String> told() {
        return db.sql(
                        WHO
                                + """
                                select concat_ws(' ', 'transfer', booked_on, who.place, debit, credit, reason, source_kind,
                                                 currency, amount_minor, service_period) as told
                                  from transfer t join who on who.id = t.customer_id
                                union all
                                select concat_ws(' ', 'invoice', i.number, i.status, issued_on, due_on, who.place, net_minor,
                                                 tax_minor, total_minor, paid_minor)
                                  from invoice i join who on who.id = i.customer_id
                                union all
                                select concat_ws(' ', 'line', i.number, l.position, l.kind, quantity, unit_price, l.net_minor,
                                                 service_period)
                                  from invoice_line l join invoice i on i.id = l.invoice_id
                                union all
                                select concat_ws(' ', 'credit note', n.number, issued_on, who.place, net_minor, tax_minor,
                                                 total_minor)
                                  from credit_note n join who on who.id = n.customer_id
                                union all
                                select concat_ws(' ', 'subscription', who.place, status, started_on, anchor_on, billed_until,
                                                 ended_on, paused_on, cancels_on)
                                  from subscription s join who on who.id = s.customer_id
                                union all
                                select concat_ws(' ', 'history', h.subject_kind, h.what, count(*))
                                  from history_entry h group by subject_kind, what
                                 order by told
                                """)
                .mapValue(String.class)
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }
}
