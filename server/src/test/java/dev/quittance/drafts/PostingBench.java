package dev.quittance.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.invoicing.InvoiceTerms;
import dev.quittance.invoicing.Invoices;
import dev.quittance.platform.Caller;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.ProcessorTime;
import dev.quittance.testing.Sales;
import dev.quittance.testing.TestDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;

/**
 * How many single invoices are posted in a second by eight clients, each in a transaction of its
 * own, beside pgbench whose eight clients insert the same rows, a transaction for each invoice;
 * both durable. Rounds alternate. Needs pgbench on the path.
 *
 * <p>{@code ./mvnw test -Pbench -Dtest=PostingBench [-Dbench.invoices=4000]}
 */
@Tag("bench")
class PostingBench extends IntegrationTest {
    private static final LocalDate DAY = LocalDate.of(2030, 1, 1);
    private static final int CLIENTS = 8;
    private static final int INVOICES = Integer.getInteger("bench.invoices", 4_000);
    private static final int ROUNDS = 3;
    private static final Pattern SPEED = Pattern.compile("tps = ([0-9.]+)");

    /** What a posting writes, in the order in which it can be inserted, and whose row it is. */
    private static final Map<String, String> TABLES =
            Map.of(
                    "invoice", "id",
                    "invoice_line", "invoice_id",
                    "invoice_tax", "invoice_id",
                    "transfer", "source_id",
                    "history_entry", "subject_id");

    private static final List<String> ORDER =
            List.of("invoice", "invoice_line", "invoice_tax", "transfer", "history_entry");

    @Autowired private Invoices invoices;
    @TempDir private Path folder = Path.of("");
    private final List<UUID> customers = new ArrayList<>();
    private UUID services = new UUID(0, 0);

    @Test
    void posting() throws IOException, InterruptedException {
        prepare();
        post(INVOICES);
        var ours = new double[ROUNDS];
        var plain = new double[ROUNDS];
        var busy = ProcessorTime.now();
        for (var round = 0; round < ROUNDS; round++) {
            forget();
            var before = ProcessorTime.now();
            ours[round] = post(INVOICES);
            busy = ProcessorTime.now().since(before);
            stage();
            forget();
            plain[round] = pgbench();
        }
        var ratio = median(ours) / median(plain);
        System.out.printf(
                """
                Single invoices posted by %d clients: %,.0f/s; processor time each: server %.2f ms, database %.2f ms
                  pgbench with the same rows: %,.0f/s; %.2f of its speed
                """,
                CLIENTS,
                median(ours),
                busy.server().toNanos() / 1e6 / INVOICES,
                busy.database().toNanos() / 1e6 / INVOICES,
                median(plain),
                ratio);
        assertThat(ratio).isGreaterThan(0.3);
    }

    private void prepare() {
        for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            TestDatabase.only().asOwner("alter system set %s = on".formatted(setting));
        }
        TestDatabase.only().asOwner("select pg_reload_conf()");
        var sales = new Sales(db);
        services = sales.inGermany();
        for (var i = 0; i < 500; i++) {
            var customer = sales.customer("Posted " + i);
            sales.address(customer, "DE");
            customers.add(customer);
        }
    }

    /** Invoices a second. */
    private double post(int count) {
        TestDatabase.only().asOwner("vacuum analyze");
        TestDatabase.only().asOwner("checkpoint");
        var start = System.nanoTime();
        Flux.range(0, count)
                .flatMap(i -> post(customers.get(i % customers.size())), CLIENTS)
                .blockLast(Duration.ofMinutes(15));
        return count / ((System.nanoTime() - start) / 1e9);
    }

    private Mono<?> post(UUID customer) {
        var line =
                new EnteredLine(
                        "Work", BigDecimal.ONE, BigDecimal.TEN, services, null, null, null, null);
        var entry = new InvoiceEntry(false, List.of(line), null, null, null, null, null);
        var order = Entries.order(customer, CurrencyUnit.EUR, entry, InvoiceTerms.NONE);
        return Mono.defer(() -> invoices.post(List.of(order), DAY, null))
                .subscribeOn(Schedulers.parallel())
                .contextWrite(_ -> Caller.SYSTEM.in(Context.empty()));
    }

    /** Keeps the rows of all invoices aside, each under its number from 0 on. */
    private static void stage() {
        var owner = TestDatabase.only();
        owner.asOwner(
                "create unlogged table posted as select id, (row_number() over (order by id) - 1)::int as n from invoice");
        TABLES.forEach(
                (table, invoice) ->
                        owner.asOwner(
                                "create unlogged table posted_%1$s as select p.n, t.* from %1$s t join posted p on p.id = t.%2$s"
                                        .formatted(table, invoice)));
        owner.asOwner(
                "create unlogged table posted_event as select p.n, t.* from event t join posted p on p.id = (t.payload->>'invoice')::uuid");
        owner.asOwner(
                "create unlogged table posted_delivery as select e.n, t.* from delivery t join posted_event e on e.id = t.event_id");
        for (var table : all()) {
            owner.asOwner("create index on posted_%s (n)".formatted(table));
        }
        owner.asOwner("vacuum analyze");
    }

    private static List<String> all() {
        var all = new ArrayList<>(ORDER);
        all.add("event");
        all.add("delivery");
        return all;
    }

    private static void forget() {
        var owner = TestDatabase.only();
        owner.asOwner("alter table transfer disable trigger transfer_only_grows");
        owner.asOwner(
                "truncate invoice, invoice_line, invoice_tax, transfer, balance, history_entry, event, delivery cascade");
        owner.asOwner("alter table transfer enable always trigger transfer_only_grows");
    }

    private double pgbench() throws IOException, InterruptedException {
        var each = INVOICES / CLIENTS;
        var script =
                new StringBuilder(
                        "\\set k :k + 1\n\\set i :client_id * %d + :k - 1\nbegin;\n"
                                .formatted(each));
        for (var table : all()) {
            var columns = columns(table);
            script.append(
                    "insert into %1$s (%2$s) overriding system value select %2$s from posted_%1$s where n = :i;\n"
                            .formatted(table, columns));
        }
        script.append(
                """
                insert into balance as b (customer_id, currency, receivable_minor)
                select customer_id, currency, total_minor from posted_invoice where n = :i
                on conflict (customer_id, currency) do update set receivable_minor = b.receivable_minor + excluded.receivable_minor;
                update number_sequence set next_value = next_value + 1 where kind = 'INVOICE';
                commit;
                """);
        var file = Files.writeString(folder.resolve("post.sql"), script);
        TestDatabase.only().asOwner("checkpoint");
        var address = TestDatabase.only().address();
        var process =
                new ProcessBuilder(
                                "pgbench",
                                "-n",
                                "-h",
                                "localhost",
                                "-p",
                                address[0],
                                "-U",
                                "postgres",
                                "-M",
                                "prepared",
                                "-D",
                                "k=0",
                                "-c",
                                Integer.toString(CLIENTS),
                                "-j",
                                "2",
                                "-t",
                                Integer.toString(each),
                                "-f",
                                file.toString(),
                                address[1])
                        .redirectErrorStream(true)
                        .start();
        var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(told).isZero();
        var rows = new Sales(db).figure("select count(*) from invoice").intValueExact();
        assertThat(rows).as(told).isEqualTo(INVOICES);
        for (var table : all()) {
            assertThat(new Sales(db).figure("select count(*) from " + table))
                    .as(table)
                    .isEqualTo(count("posted_" + table));
            TestDatabase.only().asOwner("drop table posted_" + table);
        }
        TestDatabase.only().asOwner("drop table posted");
        var speed = SPEED.matcher(told);
        assertThat(speed.find()).as(told).isTrue();
        return Double.parseDouble(speed.group(1));
    }

    private BigDecimal count(String table) {
        TestDatabase.only().asOwner("grant select on %s to public".formatted(table));
        return new Sales(db).figure("select count(*) from " + table);
    }

    private String columns(String table) {
        return Objects.requireNonNull(
                db.sql(
                                """
                                select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
                                 where attrelid = '%s'::regclass and attnum > 0 and not attisdropped and attgenerated = ''
                                """
                                        .formatted(table))
                        .mapValue(String.class)
                        .one()
                        .block());
    }

    private static double median(double[] values) {
        return DoubleStream.of(values).sorted().toArray()[values.length / 2];
    }
}
