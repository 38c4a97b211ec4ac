package dev.quittance.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.ProcessorTime;
import dev.quittance.testing.Sales;
import dev.quittance.testing.TestDatabase;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * How fast bills are run, beside plain SQL that inserts the same rows into the same tables, 500
 * invoices at a time; both durable.
 *
 * <p>{@code ./mvnw test -Pbench -Dtest=BillRunBench [-Dbench.subscriptions=100000]}
 */
@Tag("bench")
class BillRunBench extends IntegrationTest {
    private static final LocalDate TODAY = LocalDate.of(2030, 1, 1);
    private static final int SMALL = 1_000;
    private static final int LARGE = Integer.getInteger("bench.subscriptions", 100_000);
    private static final int BATCH = 500;

    /** What one run writes, each table in the order in which it can be inserted. */
    private static final List<String> TABLES =
            List.of(
                    "invoice",
                    "invoice_line",
                    "invoice_tax",
                    "billed_period",
                    "transfer",
                    "balance",
                    "history_entry",
                    "event",
                    "delivery");

    @Autowired private BillRuns runs;
    private Sales sales;
    private UUID plan = new UUID(0, 0);
    private UUID addon = plan;

    private record Took(long nanos, ProcessorTime busy) {}

    @Test
    void bills() {
        prepare();
        for (var i = 0; i < 3; i++) {
            run("Warm" + i + "-", 5 * SMALL);
        }
        var small =
                IntStream.range(0, 5)
                        .mapToLong(i -> run("Small" + i + "-", SMALL).nanos())
                        .sorted()
                        .toArray()[2];
        forgetPeak();
        var large = run("Large-", LARGE);
        var heap = peak();
        var plain = plainSql();

        var perInvoiceSmall = (double) small / SMALL;
        var perInvoiceLarge = (double) large.nanos() / LARGE;
        var growth = perInvoiceLarge / perInvoiceSmall;
        var ratio = (double) plain / large.nanos();
        System.out.printf(
                """
                Bill run of %,d subscriptions: %,.0f invoices/s, %.3f ms each
                  beside one of %,d: %.2f times as long per invoice (%.3f ms)
                  beside plain SQL: %.2f of its speed (%,.0f invoices/s)
                  processor time per invoice: server %.3f ms, database %.3f ms
                  heap at most %,d MB of %,d MB
                """,
                LARGE,
                LARGE / (large.nanos() / 1e9),
                perInvoiceLarge / 1e6,
                SMALL,
                growth,
                perInvoiceSmall / 1e6,
                ratio,
                LARGE / (plain / 1e9),
                millis(large.busy().server()),
                millis(large.busy().database()),
                heap >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
        assertThat(ratio).isGreaterThan(0.25);
        assertThat(growth).isLessThan(1.2);
        assertThat(heap).isLessThan(512L << 20);
    }

    private static double millis(Duration each) {
        return each.toNanos() / 1e6 / LARGE;
    }

    private void prepare() {
        sales = new Sales(db);
        for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            TestDatabase.only().asOwner("alter system set %s = on".formatted(setting));
        }
        TestDatabase.only().asOwner("select pg_reload_conf()");
        plan = sales.plan("EUR", "10", sales.inGermany(), false);
        addon = UUID.randomUUID();
        sales.run(
                "insert into addon (id, product_id, name, code) select '%1$s', product_id, 'Static address', '%1$s' from plan"
                        .formatted(addon));
        sales.run(
                "insert into addon_price (addon_id, currency, price) values ('%s', 'EUR', 2.5)"
                        .formatted(addon));
    }

    /** How long a run of {@code count} subscriptions takes, each with a plan, an addon and tax. */
    private Took run(String prefix, int count) {
        sales.many(prefix, count, plan, TODAY);
        sales.run(
                "update subscription set currency = 'EUR' where starts_with(number, 'S-%s')"
                        .formatted(prefix));
        sales.run(
                """
                insert into subscription_item (id, subscription_id, position, addon_id, quantity, validity)
                select gen_random_uuid(), s.id, 2, '%s', 1, daterange('%s', null)
                  from subscription s where starts_with(s.number, 'S-%s')
                """
                        .formatted(addon, TODAY, prefix));
        TestDatabase.only().asOwner("vacuum analyze");
        TestDatabase.only().asOwner("checkpoint");
        var before = ProcessorTime.now();
        var start = System.nanoTime();
        var run =
                Objects.requireNonNull(
                        runs.run(BillRunKind.POST, TODAY, null).block(Duration.ofMinutes(30)));
        var took = new Took(System.nanoTime() - start, ProcessorTime.now().since(before));
        assertThat(run.invoiceCount()).isEqualTo(count);
        return took;
    }

    /** How long the database alone takes for the rows of the large run. */
    private long plainSql() {
        var owner = TestDatabase.only();
        owner.asOwner(
                """
                create unlogged table large as
                  select i.id, i.customer_id, ((row_number() over (order by i.number) - 1) / %d)::int as batch
                    from invoice i join customer c on c.id = i.customer_id where starts_with(c.external_id, 'Large-')
                """
                        .formatted(BATCH));
        stage("invoice", "id");
        stage("invoice_line", "invoice_id");
        stage("invoice_tax", "invoice_id");
        stage("billed_period", "invoice_id");
        stage("transfer", "source_id");
        owner.asOwner(
                "create unlogged table large_balance as select b.batch, t.* from balance t join large b on b.customer_id = t.customer_id");
        stage("history_entry", "subject_id");
        owner.asOwner(
                "create unlogged table large_event as select b.batch, t.* from event t join large b on b.id = (t.payload->>'invoice')::uuid");
        owner.asOwner(
                "create unlogged table large_delivery as select e.batch, t.* from delivery t join large_event e on e.id = t.event_id");
        owner.asOwner("alter table transfer disable trigger user");
        owner.asOwner(
                "truncate invoice, invoice_line, invoice_tax, billed_period, transfer, balance, history_entry, event, delivery cascade");
        owner.asOwner("alter table transfer enable always trigger transfer_only_grows");
        for (var table : TABLES) {
            owner.asOwner("create index on large_%s (batch)".formatted(table));
        }
        owner.asOwner("vacuum analyze");
        owner.asOwner("checkpoint");
        var inserts = new StringBuilder();
        for (var table : TABLES) {
            inserts.append(
                    "execute format('insert into %1$s (%%1$s) overriding system value select %%1$s from large_%1$s where batch = %%2$s', columns_%1$s, n);\n"
                            .formatted(table));
        }
        var declared = new StringBuilder();
        for (var table : TABLES) {
            declared.append(
                    "columns_%1$s text := (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute where attrelid = '%1$s'::regclass and attnum > 0 and not attisdropped and attgenerated = '');\n"
                            .formatted(table));
        }
        var start = System.nanoTime();
        owner.asOwner(
                "do $$ declare %s begin for n in 0..%d loop %s commit; end loop; end $$"
                        .formatted(declared, (LARGE - 1) / BATCH, inserts));
        var took = System.nanoTime() - start;
        assertThat(sales.figure("select count(*) from invoice").intValueExact()).isEqualTo(LARGE);
        return took;
    }

    private static void stage(String table, String invoice) {
        TestDatabase.only()
                .asOwner(
                        "create unlogged table large_%1$s as select b.batch, t.* from %1$s t join large b on b.id = t.%2$s"
                                .formatted(table, invoice));
    }

    private static void forgetPeak() {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(pool -> pool.resetPeakUsage());
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
