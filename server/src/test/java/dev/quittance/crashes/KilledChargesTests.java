package dev.quittance.crashes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.payments.stripe.FakeCard;
import dev.quittance.payments.stripe.FakeStripe;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
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
    void twoKillsAndLostAnswersAmongFortyChargesThroughStripeAreNotSeen() {
        chargeThroughStripe(40, 2);
    }

    @Test
    @Tag("soak")
    void tenKillsAndLostAnswersAmongFiveHundredChargesThroughStripeAreNotSeen() {
        chargeThroughStripe(500, 10);
    }

    @Test
    @Tag("soak")
    void tenKillsAmongFiveHundredDueChargesAreNotSeen() {
        charge(500, 10);
    }

    private void charge(int subscriptions, int kills) {
        charge(
                new ServerProcess(folder),
                subscriptions,
                kills,
                List.of("card_success", "card_decline_insufficient_funds"),
                () -> {},
                database -> assertThat(database.texts(ONCE)).isEmpty());
    }

    /** A fifth of Stripe's answers gets lost on the way. */
    private void chargeThroughStripe(int subscriptions, int kills) {
        try (var stripe = new FakeStripe()) {
            charge(
                    new ServerProcess(folder, stripe.settings()),
                    subscriptions,
                    kills,
                    List.of(FakeCard.PAYS.token(), FakeCard.INSUFFICIENT_FUNDS.token()),
                    () -> stripe.faults().lose(0.2, 11),
                    database -> {
                        assertThat(stripe.made().values()).allMatch(made -> made == 1);
                        assertThat(database.texts(KEYS))
                                .containsExactlyInAnyOrderElementsOf(stripe.made().keySet());
                        assertThat(database.texts(TAKEN))
                                .containsExactlyInAnyOrderElementsOf(
                                        stripe.taken().entrySet().stream()
                                                .map(one -> one.getKey() + " " + one.getValue())
                                                .toList());
                    });
        }
    }

    private void charge(
            ServerProcess server,
            int subscriptions,
            int kills,
            List<String> cards,
            Runnable faults,
            Consumer<Database> once) {
        var seed = System.nanoTime();
        System.out.println("Kills at random with the seed " + seed);
        var random = new Random(seed);
        try {
            server.start();
            var clerk = new Clerk(server);
            var counter = new Counter(List.of(clerk));
            var charged = new ChargedCustomers(server, counter, subscriptions);
            charged.subscribe(Map.of(), cards.getFirst(), cards.getLast());
            faults.run();
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
            assertThat(database.texts(PAID_ONCE)).isEmpty();
            once.accept(database);
            Books.check(clerk);
        } finally {
            server.end();
        }
    }

    /** What would be wrong: an invoice with two payments or two keys, or paid more than is due. */
    private static final String PAID_ONCE =
            """
            select 'invoice ' || i.number || ': ' || count(p.id) || ' payments'
              from invoice i
              join due_charge d on d.invoice_id = i.id
              left join payment_target t on t.invoice_id = i.id
              left join payment p on p.id = t.payment_id
              left join payment_attempt a on a.payment_id = p.id
             where i.customer_id in %s
             group by i.id, i.number, i.total_minor, i.paid_minor
            having count(p.id) <> 1 or count(distinct a.idempotency_key) <> 1
                or coalesce(sum(p.amount_minor) filter (where p.status = 'SUCCEEDED'), 0) <> i.paid_minor
                or i.paid_minor not in (0, i.total_minor)
            """
                    .formatted(ChargedCustomers.THEIRS);

    /** The keys of all attempts. */
    private static final String KEYS =
            """
            select a.idempotency_key
              from payment_attempt a
              join payment p on p.id = a.payment_id
             where a.gateway = 'stripe' and p.customer_id in %s
            """
                    .formatted(ChargedCustomers.THEIRS);

    /** What counts as taken, by the keys of the attempts. */
    private static final String TAKEN =
            """
            select a.idempotency_key || ' ' || p.amount_minor
              from payment_attempt a
              join payment p on p.id = a.payment_id
             where a.gateway = 'stripe' and a.state = 'SUCCEEDED' and p.status = 'SUCCEEDED' and p.customer_id in %s
            """
                    .formatted(ChargedCustomers.THEIRS);

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
