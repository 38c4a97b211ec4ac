package dev.quittance.crashes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A bank statement whose entries are booked by themselves while the server is killed again and
 * again: each entry becomes one payment of the invoice that it names.
 */
class KilledBankTests {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String IBAN = "DE02120300000000202051";
    private static final String THEIRS = "(select id from customer where name like 'Transfer %')";
    private static final String BOOKED = "select count(*) from bank_entry where state = 'BOOKED'";

    @TempDir private Path folder = Path.of("");

    @Test
    void aKillAmongFortyEntriesIsNotSeen() {
        book(40, 1);
    }

    @Test
    @Tag("soak")
    void tenKillsAmongOneThousandEntriesAreNotSeen() {
        book(1_000, 10);
    }

    private void book(int entries, int kills) {
        var seed = System.nanoTime();
        System.out.println("Kills at random with the seed " + seed);
        var random = new Random(seed);
        var server = new ServerProcess(folder);
        try {
            server.start();
            var clerk = new Clerk(server);
            var counter = new Counter(List.of(clerk));
            var database = server.database();
            database.texts(
                    "update organization set bank_details = '[{\"label\": \"IBAN\", \"value\": \"%s\"}]', version = version + 1 returning id"
                            .formatted(IBAN));
            clerk.ask(
                    "mutation { updateBankRules(input: {bookExact: true}) { rules { bookExact } } }",
                    Map.of());
            var numbers = IntStream.range(0, entries).mapToObj(n -> invoice(counter, n)).toList();
            bring(clerk, counter, csv(numbers, today(clerk)));

            for (var kill = 0; kill < kills; kill++) {
                var when = 1 + random.nextInt(entries * (kill + 1) / kills);
                until(server, () -> database.figure(BOOKED) >= when);
                server.kill();
                System.out.printf("Killed at %,d of %,d%n", database.figure(BOOKED), entries);
                server.start();
            }
            until(server, () -> database.figure(BOOKED) == entries);

            assertThat(counter.failures()).isEmpty();
            assertThat(database.texts(STANDING)).containsExactly("PAID 1 " + entries);
            assertThat(
                            database.figure(
                                    "select count(distinct payment_id) from bank_entry where state = 'BOOKED'"))
                    .isEqualTo(entries);
            assertThat(
                            database.figure(
                                    "select count(*) from balance where (credit_minor <> 0 or receivable_minor <> 0) and customer_id in "
                                            + THEIRS))
                    .isZero();
            Books.check(clerk);
        } finally {
            server.end();
        }
    }

    /** How their invoices stand, with how many payments their customer made. */
    private static final String STANDING =
            """
            select status || ' ' || payments || ' ' || count(*)
              from (select i.status, (select count(*) from payment p where p.customer_id = i.customer_id) as payments
                      from invoice i where i.customer_id in %s) each
             group by status, payments
             order by 1
            """
                    .formatted(THEIRS);

    /** The number of an invoice of a customer of its own. */
    private static String invoice(Counter counter, int n) {
        var customer = counter.customer("Transfer %04d".formatted(n));
        var line =
                Map.of(
                        "description",
                        "Work",
                        "quantity",
                        "1",
                        "unitPrice",
                        "10.%02d".formatted(n % 100));
        var entry = Map.of("customerId", customer, "currency", "USD", "lines", List.of(line));
        var draft =
                counter.keyed(
                        0,
                        "createInvoiceDraft",
                        "... on InvoiceDraftSaved { draft { id version } }",
                        Map.of("entry", entry));
        return counter.keyed(
                        0,
                        "postInvoiceDraft",
                        "... on InvoiceDraftPosted { invoice { number } }",
                        Map.of("id", draft.at("/draft/id"), "version", draft.at("/draft/version")))
                .at("/invoice/number")
                .asString();
    }

    private static String csv(List<String> numbers, String on) {
        var file = new StringBuilder("Booking date,Amount,Name,Text\n");
        for (var n = 0; n < numbers.size(); n++) {
            file.append("%s,10.%02d,Transfer %04d,%s\n".formatted(on, n % 100, n, numbers.get(n)));
        }
        return file.toString();
    }

    private static void bring(Clerk clerk, Counter counter, String csv) {
        var id = UUID.fromString(clerk.statement(csv));
        var mapping =
                Map.of(
                        "columns",
                        List.of(
                                Map.of("column", "Booking date", "field", "BOOKED_ON"),
                                Map.of("column", "Amount", "field", "AMOUNT"),
                                Map.of("column", "Name", "field", "NAME"),
                                Map.of("column", "Text", "field", "TEXT")),
                        "account",
                        IBAN,
                        "currency",
                        "USD",
                        "dayFormat",
                        "YEAR_MONTH_DAY",
                        "decimalMark",
                        "POINT");
        counter.act(
                0,
                "checkBankFile",
                "... on BankFileChecked { file { id } }",
                Map.of("id", id, "mapping", mapping));
        counter.act(
                0, "importBankFile", "... on BankFileImported { file { id } }", Map.of("id", id));
    }

    private static String today(Clerk clerk) {
        return clerk.ask("{ clock { today } }", Map.of()).at("/clock/today").asString();
    }

    private static void until(ServerProcess server, BooleanSupplier reached) {
        var giveUp = Instant.now().plus(PATIENCE);
        while (!reached.getAsBoolean()) {
            assertThat(Instant.now()).as(server::told).isBefore(giveUp);
            ServerProcess.pause(5);
        }
    }
}
