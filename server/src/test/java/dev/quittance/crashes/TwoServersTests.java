package dev.quittance.crashes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two servers on one database post documents for many clients at once while one of them is killed
 * again and again and the day changes: no gap, no repeat, dates never backwards, and each document
 * once.
 */
class TwoServersTests {
    private static final int AT_ONCE = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String THEIRS =
            "customer_id in (select id from customer where name like 'Counter %')";

    private static final String DAYS =
            "select count(distinct issued_on) from invoice where " + THEIRS;

    @TempDir private Path folder = Path.of("");

    @Test
    void aKillOfOneServerIsNotSeenInTheDocuments() {
        post(60, 1);
    }

    @Test
    @Tag("soak")
    void twoThousandDocumentsAndTenKillsLeaveNoGap() {
        post(2_000, 10);
    }

    private void post(int documents, int kills) {
        var seed = System.nanoTime();
        System.out.println("Kills at random with the seed " + seed);
        var random = new Random(seed);
        try (var shared = new SharedDatabase(folder.resolve("shared"));
                var threads = Executors.newFixedThreadPool(AT_ONCE + 1)) {
            var one = new ServerProcess(folder("one"), shared.settings());
            var other = new ServerProcess(folder("other"), shared.settings());
            try {
                one.start();
                other.start();
                var clerk = new Clerk(one);
                var counter = new Counter(List.of(clerk, clerk.at(other)));
                var begun = Instant.now();
                var pairs = documents / 2 / kills;
                var customers =
                        IntStream.range(0, 2 * AT_ONCE)
                                .mapToObj(n -> counter.customer("Counter " + n))
                                .toList();
                for (var kill = 0; kill < kills; kill++) {
                    if (kill > 0 && kill == kills / 2) {
                        tomorrow(clerk);
                    }
                    var made = new AtomicInteger();
                    var posting = posting(threads, counter, customers, kill * pairs, pairs, made);
                    // In the middle of it, wherever that is.
                    var when = random.nextInt(Math.max(1, pairs * 2 / 3));
                    while (made.get() < when) {
                        ServerProcess.pause(5);
                    }
                    other.kill();
                    System.out.printf("Killed at %,d of %,d%n", made.get(), pairs);
                    // After the last kill the one that is left finishes alone.
                    if (kill < kills - 1) {
                        other.start();
                    }
                    posting.join();
                }
                System.out.printf(
                        "%,d documents by two servers, one killed %d times: %d s, %,d requests repeated%n",
                        documents,
                        kills,
                        Duration.between(begun, Instant.now()).toSeconds(),
                        counter.repeats());
                assertThat(counter.failures()).isEmpty();
                assertEachOnce(shared.database(), documents / 2);
                assertThat(shared.database().figure(DAYS)).isEqualTo(kills > 1 ? 2 : 1);
                Books.check(clerk);
            } finally {
                one.end();
                other.end();
            }
        }
    }

    private static CompletableFuture<Void> posting(
            ExecutorService threads,
            Counter counter,
            List<UUID> customers,
            int from,
            int pairs,
            AtomicInteger made) {
        return CompletableFuture.allOf(
                IntStream.range(from, from + pairs)
                        .mapToObj(
                                n ->
                                        CompletableFuture.runAsync(
                                                () -> {
                                                    counter.twoDocuments(
                                                            n, customers.get(n % customers.size()));
                                                    made.incrementAndGet();
                                                },
                                                threads))
                        .toArray(CompletableFuture[]::new));
    }

    /** The day changes while they post: numbers given after it must not bear the day before. */
    private static void tomorrow(Clerk clerk) {
        var today =
                LocalDate.parse(
                        clerk.ask("{ clock { today } }", Map.of()).at("/clock/today").asString());
        clerk.ask(
                "mutation($to: Date!) { moveClock(input: {to: $to}) { __typename } }",
                Map.of("to", today.plusDays(1).toString()));
    }

    private static void assertEachOnce(Database database, int pairs) {
        assertThat(Books.faults(database)).isEmpty();
        assertThat(database.figure("select count(*) from invoice where " + THEIRS))
                .isEqualTo(pairs);
        assertThat(database.figure("select count(*) from credit_note where " + THEIRS))
                .isEqualTo(pairs);
        assertThat(
                        database.figure(
                                "select count(*) from invoice where status = 'VOID' and " + THEIRS))
                .isEqualTo(pairs / 2);
        assertThat(database.figure("select count(*) from invoice_draft where " + THEIRS)).isZero();
    }

    private Path folder(String name) {
        var made = folder.resolve(name);
        assertThat(made.toFile().mkdirs()).isTrue();
        return made;
    }
}
