package dev.quittance.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.collection.DueChargeRun;
import dev.quittance.payments.Books;
import dev.quittance.payments.Charges;
import dev.quittance.payments.StumblingGateway;
import dev.quittance.platform.Outbox;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.KeptHeap;
import dev.quittance.testing.ProcessorTime;
import dev.quittance.testing.Sales;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * How fast invoices that are due by themselves are charged at a gateway that takes its time, beside
 * how fast its calls could follow each other at best; whether memory stays flat, and what a
 * customer at the portal feels of it.
 *
 * <p>{@code ./mvnw test -Pbench -Dtest=DueChargesBench [-Dbench.charges=10000]}
 */
@Tag("bench")
class DueChargesBench extends IntegrationTest {
    private static final LocalDate TODAY = LocalDate.of(2030, 1, 1);
    private static final Duration LATENCY = Duration.ofMillis(50);

    /** A charge is created, and then confirmed. */
    private static final int CALLS = 2;

    private static final int WARM = 3_000;
    private static final int COUNT = Integer.getInteger("bench.charges", 10_000);
    private static final Duration BETWEEN_READS = Duration.ofMillis(50);
    private static final Duration IDLE = Duration.ofSeconds(20);

    private static final String HOME =
            """
            { viewer { id customer { id name
              invoices(filter: {outstanding: true}, first: 20) { edges { node { id number status dueOn total { amount } } } }
              payments(first: 5) { edges { node { id number amount { amount } } } } } } }
            """;

    @Autowired private BillRuns runs;
    @Autowired private DueChargeRun charging;
    @Autowired private Charges charges;
    @Autowired private Books books;
    @Autowired private Outbox outbox;

    @AfterAll
    static void nearAgain() {
        StumblingGateway.latency(Duration.ZERO);
    }

    @Test
    void dueCharges() {
        var sales = new Sales(db);
        var plan = sales.plan("EUR", "10", sales.inGermany(), false);
        StumblingGateway.latency(LATENCY);
        owe(sales, "Warm ", WARM, plan);
        charging.begin();
        owe(sales, "Due ", COUNT, plan);

        var portal = new Portal(asContact(someCustomer()));
        portal.read(Mono.delay(IDLE));
        var idle = portal.read(Mono.delay(IDLE));
        var before = ProcessorTime.now();
        var start = System.nanoTime();
        var work =
                Mono.fromRunnable(charging::begin).subscribeOn(Schedulers.boundedElastic()).cache();
        var heap = KeptHeap.during(work).toFuture();
        var busy = portal.read(work);
        var perSecond = COUNT / ((System.nanoTime() - start) / 1e9);
        var used = ProcessorTime.now().since(before);
        outbox.drain().block(Duration.ofMinutes(30));

        assertThat(sales.figure("select count(*) from due_charge where state <> 'PAID'")).isZero();
        assertThat(
                        sales.figure(
                                        "select count(*) from sandbox_charge where state = 'SUCCEEDED'")
                                .intValueExact())
                .isEqualTo(WARM + COUNT);
        books.mustAgree();
        var best = charges.atOnce() * 1e3 / LATENCY.toMillis() / CALLS;
        var kept = heap.join();
        System.out.printf(
                """
                %,d due charges, %d at once, %d calls of %d ms each: %,.0f/s, %.2f of what is possible
                  processor time each: server %.2f ms, database %.2f ms
                  heap in use after collections: first half at most %,d MB, second half %,d MB
                  a read of the portal, 20 a second, p99: idle %.1f ms, meanwhile %.1f ms, %.2f times as long
                """,
                COUNT,
                charges.atOnce(),
                CALLS,
                LATENCY.toMillis(),
                perSecond,
                perSecond / best,
                used.server().toNanos() / 1e6 / COUNT,
                used.database().toNanos() / 1e6 / COUNT,
                kept.first(),
                kept.second(),
                idle,
                busy,
                busy / idle);
        assertThat(perSecond / best).isGreaterThan(0.8);
        assertThat(busy / idle).isLessThan(2);
    }

    /** Customers with an invoice each that is due to be charged to their card. */
    private void owe(Sales sales, String prefix, int count, UUID plan) {
        sales.many(prefix, count, plan, TODAY);
        sales.run("update subscription set currency = 'EUR'");
        var theirs = "from customer where starts_with(external_id, '%s')".formatted(prefix);
        for (var sql :
                List.of(
                        "insert into sandbox_method (id, idempotency_key, card_token, state) select 'sbm_' || id, id, 'card_success', 'READY' ",
                        "insert into payment_method (id, customer_id, gateway, gateway_ref, brand, last_four, is_default) select gen_random_uuid(), id, 'sandbox', 'sbm_' || id, 'Visa', '4242', true ")) {
            sales.run(sql + theirs);
        }
        sales.run(
                """
                insert into subscription_method (subscription_id, customer_id, method_id, auto_charge)
                select s.id, s.customer_id, m.id, true
                  from subscription s join payment_method m on m.customer_id = s.customer_id
                 where s.customer_id in (select id %s)
                """
                        .formatted(theirs));
        sales.run("analyze");
        var run =
                Objects.requireNonNull(
                        runs.run(BillRunKind.POST, TODAY, null).block(Duration.ofMinutes(10)));
        assertThat(run.invoiceCount()).isEqualTo(count);
    }

    private UUID someCustomer() {
        return Objects.requireNonNull(
                db.sql("select id from customer where name like 'Due %' order by id limit 1")
                        .mapValue(UUID.class)
                        .one()
                        .block());
    }

    /** A customer who looks at the first page again and again. */
    private record Portal(GraphQlTester contact) {

        /** The 99th percentile of how long a page took, in milliseconds, at a steady pace. */
        double read(Mono<?> until) {
            Queue<Double> took = new ConcurrentLinkedQueue<>();
            Flux.interval(BETWEEN_READS)
                    .onBackpressureDrop()
                    .takeUntilOther(until)
                    .flatMap(
                            _ ->
                                    Mono.fromRunnable(() -> took.add(millis()))
                                            .subscribeOn(Schedulers.boundedElastic()))
                    .then()
                    .block(Duration.ofMinutes(30));
            var sorted = took.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            return sorted[(int) (sorted.length * 0.99)];
        }

        private double millis() {
            var start = System.nanoTime();
            contact.document(HOME).executeAndVerify();
            return (System.nanoTime() - start) / 1e6;
        }
    }
}
