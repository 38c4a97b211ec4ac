package dev.quittance.crashes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.payments.stripe.FakeCard;
import dev.quittance.payments.stripe.FakeEvent;
import dev.quittance.payments.stripe.FakeStripe;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Stripe tells everything ten times, shuffled and in parallel, while the server is killed twice:
 * each has one effect.
 */
class KilledWebhooksTests {
    private static final int COPIES = 10;
    private static final int AT_ONCE = 8;
    private static final int KILLS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir private Path folder = Path.of("");

    @Test
    void whatIsToldOfTwentyChargesHasOneEffectEach() {
        tell(20);
    }

    @Test
    @Tag("soak")
    void aThousandEventsHaveOneEffectEach() {
        tell(240);
    }

    private void tell(int charges) {
        var seed = System.nanoTime();
        System.out.println("Told at random with the seed " + seed);
        var random = new Random(seed);
        try (var stripe = new FakeStripe()) {
            var server = new ServerProcess(folder, stripe.settings());
            try {
                server.start();
                var clerk = new Clerk(server);
                var counter = new Counter(List.of(clerk));
                var charged = new ChargedCustomers(server, counter, charges);
                var card = FakeCard.SETTLES_LATER.token();
                charged.subscribe(Map.of(), card, card);
                charged.pass(today -> today.plusMonths(1), clerk);
                var database = server.database();
                until(() -> database.figure(PROCESSING) == charges);

                var intents = database.texts(INTENTS);
                intents.forEach(stripe::settle);
                intents.subList(0, charges / 5).forEach(stripe::dispute);
                var events = stripe.events();
                tell(server, events, random);

                database.texts(
                        "update gateway_event set leased_until = now() where state = 'WAITING' returning id");
                until(() -> database.figure(WAITING) == 0 && database.figure(PROCESSING) == 0);
                assertThat(counter.failures()).isEmpty();
                assertThat(database.texts(ENDS))
                        .containsExactly(
                                "dispute NEEDS_RESPONSE " + charges / 5,
                                "payment SUCCEEDED " + charges);
                assertThat(database.texts("select distinct state from gateway_event"))
                        .containsExactly("DONE");
                assertThat(database.figure("select count(*) from gateway_event"))
                        .isEqualTo(events.size());
                Books.check(clerk);
            } finally {
                server.end();
            }
        }
    }

    /** Each of them ten times; what is not answered is told again, as Stripe does. */
    private static void tell(ServerProcess server, List<FakeEvent> events, Random random) {
        var copies = new ArrayList<FakeEvent>();
        Collections.nCopies(COPIES, events).forEach(copies::addAll);
        Collections.shuffle(copies, random);
        var told = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            copies.forEach(
                    event ->
                            threads.submit(
                                    () -> {
                                        untilAnswered(server, event);
                                        return told.incrementAndGet();
                                    }));
            for (var kill = 1; kill <= KILLS; kill++) {
                var when = copies.size() * kill / (KILLS + 1) - random.nextInt(20);
                until(() -> told.get() >= when);
                server.kill();
                System.out.printf("Killed at %,d of %,d%n", told.get(), copies.size());
                server.start();
            }
        }
        assertThat(told.get()).isEqualTo(copies.size());
    }

    private static void untilAnswered(ServerProcess server, FakeEvent event) {
        var body = event.body();
        until(
                () -> {
                    try {
                        return server.post(
                                                "/webhooks/stripe",
                                                "application/json",
                                                body,
                                                "Stripe-Signature",
                                                FakeEvent.signature(
                                                        body,
                                                        FakeStripe.WEBHOOK_SECRET,
                                                        Instant.now()))
                                        .statusCode()
                                == 200;
                    } catch (UncheckedIOException notThere) {
                        ServerProcess.pause(50);
                        return false;
                    }
                });
    }

    private static void until(BooleanSupplier reached) {
        var giveUp = Instant.now().plus(PATIENCE);
        while (!reached.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(giveUp);
            ServerProcess.pause(5);
        }
    }

    private static final String PROCESSING =
            """
            select count(*)
              from payment_attempt a
              join payment p on p.id = a.payment_id
             where a.state = 'PROCESSING' and p.customer_id in %s
            """
                    .formatted(ChargedCustomers.THEIRS);

    private static final String WAITING =
            "select count(*) from gateway_event where state = 'WAITING'";

    private static final String INTENTS =
            """
            select a.gateway_ref
              from payment_attempt a
              join payment p on p.id = a.payment_id
             where p.customer_id in %s
             order by a.gateway_ref
            """
                    .formatted(ChargedCustomers.THEIRS);

    private static final String ENDS =
            """
            select 'dispute ' || state || ' ' || count(*) from dispute where customer_id in %1$s group by state
             union all
            select 'payment ' || status || ' ' || count(*) from payment where customer_id in %1$s group by status
             order by 1
            """
                    .formatted(ChargedCustomers.THEIRS);
}
