package dev.quittance.crashes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Open invoices are taken over by a server that is killed again and again: each comes over once, to
 * the cent, and all of them can be taken back.
 */
class KilledTakeOverTests {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String OURS = " from invoice where number like 'KILLED-%'";

    @TempDir private Path folder = Path.of("");
    private ServerProcess server = new ServerProcess(folder);
    private Database database = server.database();

    @AfterEach
    void end() {
        server.end();
    }

    @Test
    void aKilledServerTakesEachInvoiceOverOnce() {
        takeOver(2_003, 1);
    }

    @Test
    @Tag("soak")
    void fiveKillsAmongTenThousandInvoicesChangeNothing() {
        takeOver(10_003, 5);
    }

    private void takeOver(int rows, int kills) {
        var seed = System.nanoTime();
        System.out.println("Kills at random with the seed " + seed);
        var random = new Random(seed);
        server = new ServerProcess(folder);
        database = server.database();
        server.start();
        var clerk = new Clerk(server);
        var id = clerk.upload(csv(rows), "OPEN_INVOICES");
        checkTakeOver(clerk, id);
        await("the check", () -> status(id).equals("CHECKED"));
        run(clerk, id);
        for (var kill = 0; kill < kills && !status(id).equals("COMPLETED"); kill++) {
            var made = made();
            await("the next invoices", () -> made() > made || status(id).equals("COMPLETED"));
            ServerProcess.pause(random.nextInt(200));
            server.kill();
            System.out.printf("Killed at %,d of %,d%n", made(), rows);
            assertThat(made()).as("some hundred at once, or none").isEqualTo(noted(id));
            server.start();
            database.leasesHaveRunOut();
        }
        await("the take-over", () -> status(id).equals("COMPLETED"));

        assertThat(made()).isEqualTo(rows);
        assertThat(database.figure("select count(distinct number)" + OURS)).isEqualTo(rows);
        // 1.00, 1.01, 1.02 … each half paid over there.
        assertThat(database.figure("select sum(total_minor - paid_minor)::bigint" + OURS))
                .isEqualTo(owed(rows));
        assertThat(booked()).isEqualTo(owed(rows));
        assertThat(database.figure("select count(*) from foreign_number")).isEqualTo(rows);
        assertThat(
                        database.figure(
                                "select count(*) from history_entry where what = 'invoice taken over'"))
                .isEqualTo(rows);

        takeBack(clerk, id);
        assertThat(made()).isZero();
        assertThat(booked()).isZero();
        assertThat(database.figure("select count(*) from foreign_number")).isZero();
        assertThat(
                        database.figure(
                                "select coalesce(sum(abs(receivable_minor)), 0)::bigint from balance where currency = 'SEK'"))
                .isZero();
    }

    /** For the customers of the demo in turn, in a currency that they have not used yet. */
    private String csv(int rows) {
        var customers = database.texts("select id from customer order by id");
        var file = new StringBuilder("customer,number,issue date,due date,currency,total,open\n");
        for (var i = 0; i < rows; i++) {
            var open = 100 + i;
            file.append(
                    "%s,KILLED-%05d,2025-01-05,2025-01-19,SEK,%d.%02d,%d.%02d\n"
                            .formatted(
                                    customers.get(i % customers.size()),
                                    i,
                                    2 * open / 100,
                                    2 * open % 100,
                                    open / 100,
                                    open % 100));
        }
        return file.toString();
    }

    private static long owed(int rows) {
        return 100L * rows + (long) rows * (rows - 1) / 2;
    }

    private long booked() {
        return database.figure(
                """
                select coalesce(sum(case debit when 'RECEIVABLE' then amount_minor else -amount_minor end), 0)::bigint
                  from transfer where reason = 'OPENING_RECEIVABLE'
                """);
    }

    private long made() {
        return database.figure("select count(*)" + OURS);
    }

    private long noted(String id) {
        return database.figure(
                "select imported_count from customer_import where id = '%s'".formatted(id));
    }

    private static void checkTakeOver(Clerk clerk, String id) {
        var mapping =
                clerk.ask(
                        "query($id: ID!) { takeOver(id: $id) { mapping { columns { column field } } } clock { today } }",
                        Map.of("id", id));
        clerk.ask(
                "mutation($i: CheckTakeOverInput!) { checkTakeOver(input: $i) { ... on TakeOverStarted { takeOver { id } } } }",
                Map.of(
                        "i",
                        Map.of(
                                "id",
                                id,
                                "mapping",
                                Map.of(
                                        "columns",
                                        mapping.at("/takeOver/mapping/columns"),
                                        "asOf",
                                        mapping.at("/clock/today")))));
    }

    private static void run(Clerk clerk, String id) {
        clerk.ask(
                "mutation($id: ID!) { runTakeOver(input: {id: $id, skipBadRows: false}) { ... on TakeOverStarted { takeOver { id } } } }",
                Map.of("id", id));
    }

    private static void takeBack(Clerk clerk, String id) {
        var answer =
                clerk.ask(
                        "mutation($id: ID!) { undoTakeOver(input: {id: $id, reason: \"Test\"}) { __typename ... on Problem { message } } }",
                        Map.of("id", id));
        assertThat(answer.at("/undoTakeOver/__typename").asString())
                .as(answer.toString())
                .isEqualTo("TakeOverUndone");
    }

    private String status(String id) {
        return database.texts(
                        "select status from customer_import where id = '%s'"
                                .formatted(UUID.fromString(id)))
                .getFirst();
    }

    /** What can't be told right after a kill is asked again. */
    private void await(String what, BooleanSupplier holds) {
        var giveUp = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                if (holds.getAsBoolean()) {
                    return;
                }
            } catch (IllegalStateException | UncheckedIOException e) {
                // Not there yet.
            }
            assertThat(Instant.now()).as(() -> what + "\n" + server.told()).isBefore(giveUp);
            ServerProcess.pause(50);
        }
    }
}
