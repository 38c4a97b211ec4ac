package dev.quittance.crashes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Imports and bill runs of a server that is killed again and again: they end as if nothing had
 * happened.
 */
@Tag("L27")
class KilledServerTests {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String INVOICES =
            "invoice where customer_id in (select id from customer where %s)"
                    .formatted(TelephoneCustomers.THEIRS);
    private static final String RUNNING = "select count(*) from bill_run where finished_at is null";

    /** What dies. */
    private enum Victim {
        SERVER,
        CONNECTION,
        DATABASE
    }

    @TempDir private Path folder = Path.of("");
    private ServerProcess server = new ServerProcess(folder);
    private Database database = server.database();
    private Random random = new Random();
    private String run = "";

    @AfterEach
    void end() {
        server.end();
    }

    @Test
    void aServerKilledWhileItImportsAndBillsMakesEachInvoiceOnce() {
        var people = TelephoneCustomers.invented(1_203);
        var clerk = begin(1);
        imports(clerk, people, 1, true, Victim.SERVER);
        bills(clerk, 2, true, Victim.SERVER);
        assertBilledOnce(clerk, people);
    }

    @Test
    @Tag("soak")
    void tenKillsOfTheServerAtFullSizeChangeNothing() {
        var people = TelephoneCustomers.all();
        var clerk = begin(System.nanoTime());
        imports(clerk, people, 3, false, Victim.SERVER);
        bills(clerk, 10, false, Victim.SERVER);
        assertBilledOnce(clerk, people);
    }

    @Test
    @Tag("soak")
    void tenKillsOfTheDatabaseAtFullSizeChangeNothing() {
        var people = TelephoneCustomers.all();
        var clerk = begin(System.nanoTime());
        imports(clerk, people, 2, false, Victim.CONNECTION, Victim.DATABASE);
        bills(clerk, 10, false, Victim.CONNECTION, Victim.DATABASE);
        assertBilledOnce(clerk, people);
    }

    private Clerk begin(long seed) {
        System.out.println("Kills at random with the seed " + seed);
        random = new Random(seed);
        server = new ServerProcess(folder);
        database = server.database();
        server.start();
        return new Clerk(server);
    }

    private void imports(
            Clerk clerk, TelephoneCustomers people, int kills, boolean soon, Victim... victims) {
        var id = clerk.upload(people.csv());
        clerk.check(id);
        await("the check", () -> status(id).equals("CHECKED"));
        clerk.run(id);
        for (var kill = 0; kill < kills && status(id).equals("RUNNING"); kill++) {
            ServerProcess.pause(random.nextInt(400));
            die(victims[kill % victims.length], soon);
        }
        await("the import", () -> status(id).equals("COMPLETED"));
        assertThat(
                        database.figure(
                                "select imported_count from customer_import where id = '%s'"
                                        .formatted(id)))
                .isEqualTo(people.count());
        assertThat(
                        database.figure(
                                "select count(*) from customer where " + TelephoneCustomers.THEIRS))
                .isEqualTo(people.count());
        assertThat(
                        database.figure(
                                """
                                select count(*) * 1000000000 + sum(own_price * 100)::bigint
                                  from subscription_item i join subscription s on s.id = i.subscription_id
                                  join customer c on c.id = s.customer_id where i.plan_id is not null and c.\
                                """
                                        + TelephoneCustomers.THEIRS))
                .isEqualTo(people.count() * 1_000_000_000L + people.totalMinor());
    }

    private void bills(Clerk clerk, int kills, boolean soon, Victim... victims) {
        letIn(clerk);
        run = database.texts("select id from bill_run order by started_at desc limit 1").getFirst();
        for (var kill = 0; kill < kills && unfinished(); kill++) {
            var made = invoices();
            // However busy the machine is, at least every other kill meets a run that came further.
            if (soon || kill % 2 > 0) {
                await("the next invoices", () -> invoices() > made || !unfinished());
            }
            if (!soon) {
                ServerProcess.pause(random.nextInt(1500));
            }
            System.out.printf("Killed at %,d invoices%n", invoices());
            die(victims[kill % victims.length], soon);
            if (unfinished()) {
                letIn(clerk);
            }
        }
        await("the bill run", () -> !unfinished());
    }

    private void assertBilledOnce(Clerk clerk, TelephoneCustomers people) {
        assertBooks(people);
        letIn(clerk);
        await("the second bill run", () -> !unfinished());
        assertBooks(people);
        assertThat(
                        database.figure(
                                "select invoice_count from bill_run order by started_at desc limit 1"))
                .isZero();
    }

    private void assertBooks(TelephoneCustomers people) {
        assertThat(invoices()).isEqualTo(people.count());
        assertThat(database.figure("select sum(total_minor)::bigint from " + INVOICES))
                .isEqualTo(people.totalMinor());
        assertThat(database.figure("select count(distinct customer_id) from " + INVOICES))
                .isEqualTo(people.count());
        assertThat(
                        database.texts(
                                "select invoice_count || ' ' || (done = due) from bill_run where id = '%s'"
                                        .formatted(run)))
                .containsExactly(people.count() + " true");
        assertThat(Books.faults(database)).isEmpty();
    }

    private void die(Victim victim, boolean soon) {
        switch (victim) {
            case SERVER -> {
                server.kill();
                server.start();
            }
            case CONNECTION -> server.killConnection(random.nextInt(100));
            case DATABASE -> {
                server.killDatabase();
                ServerProcess.pause(random.nextInt(1000));
                server.kill();
                server.start();
            }
        }
        await("the database", () -> database.figure("select 1") == 1);
        if (soon) {
            database.leasesHaveRunOut();
        }
    }

    /** Whoever was killed holds the run for some seconds more. */
    private void letIn(Clerk clerk) {
        await("the bill run's door", clerk::bill);
    }

    private boolean unfinished() {
        return database.figure(RUNNING) > 0;
    }

    private long invoices() {
        return database.figure("select count(*) from " + INVOICES);
    }

    private String status(String id) {
        return database.texts("select status from customer_import where id = '%s'".formatted(id))
                .getFirst();
    }

    /** What can't be told right after a kill is asked again. */
    private void await(String what, BooleanSupplier holds) {
        var giveUp = Instant.now().plus(PATIENCE);
        while (!holds(holds, giveUp)) {
            assertThat(Instant.now()).as(() -> what + "\n" + server.told()).isBefore(giveUp);
            ServerProcess.pause(100);
        }
    }

    private static boolean holds(BooleanSupplier holds, Instant giveUp) {
        try {
            return holds.getAsBoolean();
        } catch (IllegalStateException | UncheckedIOException e) {
            if (Instant.now().isAfter(giveUp)) {
                throw e;
            }
            return false;
        }
    }
}
