package dev.quittance.crashes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Renewals that are charged by themselves while the server is killed again and again: each invoice
 * is charged once, under one key, and never more is collected than was due.
 */
@Tag("T14")
class KilledChargesTests {
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
            var charged = new ChargedCustomers(server, counter, subscriptions);
            charged.subscribe(Map.of());
            charged.pass(today -> today.plusMonths(1), clerk);

            var database = server.database();
            charged.kill(kills, random, () -> unsettled(database, subscriptions) == 0);
            charged.until(() -> unsettled(database, subscriptions) == 0);

            assertThat(counter.failures()).isEmpty();
            assertThat(
                            database.texts(
                                    """
                                    select d.state || ' ' || count(*)
                                      from due_charge d where d.customer_id in %s group by d.state order by 1
                                    """
                                            .formatted(ChargedCustomers.THEIRS)))
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
                    .formatted(ChargedCustomers.THEIRS);

    private static long unsettled(Database database, int subscriptions) {
        return subscriptions
                - database.figure(
                        "select count(*) from due_charge where state in ('PAID', 'FAILED') and customer_id in "
                                + ChargedCustomers.THEIRS);
    }
}
