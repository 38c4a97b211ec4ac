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
 * Trials that end charged by themselves while the server is killed again and again: each is charged
 * once, and billed exactly where the money has come in.
 */
@Tag("T5")
@Tag("T6")
class KilledTrialsTests {
    private static final Map<String, Object> FORTNIGHT =
            Map.of("trial", Map.of("count", 14, "unit", "DAY"), "trialEndPolicy", "CANCEL");

    @TempDir private Path folder = Path.of("");

    @Test
    void twoKillsAmongThirtyTrialsAreNotSeen() {
        charge(30, 2);
    }

    @Test
    @Tag("soak")
    void tenKillsAmongFiveHundredTrialsAreNotSeen() {
        charge(500, 10);
    }

    private void charge(int trials, int kills) {
        var seed = System.nanoTime();
        System.out.println("Kills at random with the seed " + seed);
        var server = new ServerProcess(folder);
        try {
            server.start();
            var clerk = new Clerk(server);
            var counter = new Counter(List.of(clerk));
            var charged = new ChargedCustomers(server, counter, trials);
            charged.subscribe(FORTNIGHT);
            charged.pass(today -> today.plusDays(14), clerk);

            var database = server.database();
            charged.kill(kills, new Random(seed), () -> tried(database) == 0);
            charged.until(() -> tried(database) == 0);

            assertThat(counter.failures()).isEmpty();
            assertThat(database.texts(ChargedCustomers.STANDING))
                    .containsExactly(
                            "LIVE PAID 1 " + (trials - trials / 10),
                            "TRIAL_EXPIRED - 0 " + trials / 10);
            assertThat(database.texts(ChargedCustomers.WRONG)).isEmpty();
            Books.check(clerk);
        } finally {
            server.end();
        }
    }

    private static long tried(Database database) {
        return database.figure(
                "select count(*) from subscription where phase = 'TRIAL' and customer_id in "
                        + ChargedCustomers.THEIRS);
    }
}
