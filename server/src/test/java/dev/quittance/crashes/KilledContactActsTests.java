package dev.quittance.crashes;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Customers activate their trials by card while the server is killed again and again: each is
 * charged once, and active exactly where the money has come in.
 */
@Tag("T4")
class KilledContactActsTests {
    private static final Map<String, Object> FORTNIGHT =
            Map.of("trial", Map.of("count", 14, "unit", "DAY"), "trialEndPolicy", "CANCEL");
    private static final int TRIALS = 20;

    @TempDir private Path folder = Path.of("");

    /** One of them: its agent, and the id of the subscription. */
    private record Tried(Agent agent, String subscription) {}

    @Test
    void twoKillsAmongTwentyActivationsAreNotSeen() {
        var seed = System.nanoTime();
        System.out.println("Kills at random with the seed " + seed);
        var server = new ServerProcess(folder);
        try (var pool = Executors.newFixedThreadPool(4)) {
            server.start();
            var clerk = new Clerk(server);
            var counter = new Counter(List.of(clerk));
            var charged = new ChargedCustomers(server, counter, TRIALS);
            charged.subscribe(FORTNIGHT);
            counter.act(
                    0,
                    "setPreferences",
                    "... on PreferencesSet { __typename }",
                    Map.of("preferences", List.of(Map.of("name", "ACTIVATE_TRIAL", "flag", true))));
            var tried =
                    server.database().texts(SUBSCRIPTIONS).stream()
                            .map(row -> row.split(" "))
                            .map(row -> new Tried(new Agent(server, counter, row[0]), row[1]))
                            .toList();
            var answers =
                    tried.stream()
                            .map(
                                    one ->
                                            CompletableFuture.supplyAsync(
                                                    () -> one.agent().activate(one.subscription()),
                                                    pool))
                            .toList();
            charged.kill(
                    2,
                    new Random(seed),
                    () -> answers.stream().allMatch(CompletableFuture::isDone));

            assertThat(
                            answers.stream()
                                    .map(CompletableFuture::join)
                                    .collect(groupingBy(type -> type, counting())))
                    .isEqualTo(
                            Map.of(
                                    "SubscriptionActivated",
                                    (long) TRIALS - TRIALS / 10,
                                    "ActDeclined",
                                    (long) TRIALS / 10));
            assertThat(counter.failures()).isEmpty();
            assertThat(server.database().texts(ChargedCustomers.STANDING))
                    .containsExactly(
                            "LIVE PAID 1 " + (TRIALS - TRIALS / 10), "TRIAL - 0 " + TRIALS / 10);
            assertThat(server.database().texts(ChargedCustomers.WRONG)).isEmpty();
            Books.check(clerk);
        } finally {
            server.end();
        }
    }

    private static final String SUBSCRIPTIONS =
            "select customer_id || ' ' || id from subscription where customer_id in "
                    + ChargedCustomers.THEIRS;
}
