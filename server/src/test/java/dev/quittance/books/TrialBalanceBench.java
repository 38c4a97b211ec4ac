package dev.quittance.books;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Sales;
import dev.quittance.testing.TestDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.DoubleStream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;

/**
 * How long a trial balance over all that was ever booked takes, beside adding up the transfers
 * themselves. The transfers are of three years, in two currencies; each day is booked in every
 * stripe, which is the most that the sums can come to.
 *
 * <p>{@code ./mvnw test -Pbench -Dtest=TrialBalanceBench [-Dbench.transfers=10000000]}
 */
@Tag("bench")
class TrialBalanceBench extends IntegrationTest {
    private static final int TRANSFERS = Integer.getInteger("bench.transfers", 10_000_000);
    private static final int STATEMENTS = 64;
    private static final int ROUNDS = 7;
    private static final LocalDate FIRST = LocalDate.of(2027, 1, 1);
    private static final LocalDate FROM = LocalDate.of(2029, 1, 1);
    private static final LocalDate TO = LocalDate.of(2029, 12, 31);

    private static final String RAW =
            """
            select account,
                   coalesce(sum(debit_minor - credit_minor) filter (where booked_on < :from), 0)::bigint as opening,
                   coalesce(sum(debit_minor) filter (where booked_on >= :from), 0)::bigint as debit,
                   coalesce(sum(credit_minor) filter (where booked_on >= :from), 0)::bigint as credit
              from (select debit as account, booked_on, amount_minor as debit_minor, 0 as credit_minor
                      from transfer where currency = :currency and booked_on <= :to
                    union all
                    select credit, booked_on, 0, amount_minor
                      from transfer where currency = :currency and booked_on <= :to) as side
             group by account
            """;

    @Autowired private BalanceRepository balances;

    @Test
    void trialBalance() {
        load();
        var kept = new double[ROUNDS];
        var raw = new double[ROUNDS];
        assertThat(sums(RAW)).isEqualTo(sums(BalanceRepository.TRIAL_BALANCE));
        for (var round = 0; round < ROUNDS; round++) {
            raw[round] = millis(() -> sums(RAW));
            kept[round] = millis(() -> sums(BalanceRepository.TRIAL_BALANCE));
        }
        var served =
                millis(
                        () ->
                                balances.accounts(CurrencyUnit.EUR, FROM, TO)
                                        .collectList()
                                        .block(Duration.ofMinutes(1)));
        System.out.printf(
                """
                Trial balance over %,d transfers: %.0f ms (served %.0f ms), from %,d sums
                  added up from the transfers: %,.0f ms, %.0f times as long
                """,
                TRANSFERS,
                median(kept),
                served,
                new Sales(db).figure("select count(*) from ledger_sum").intValueExact(),
                median(raw),
                median(raw) / median(kept));
        assertThat(median(kept)).isLessThan(1_000);
    }

    /** Each statement has a connection, and so a stripe, of its own. */
    private static void load() {
        var owner = TestDatabase.only();
        owner.asOwner(
                "insert into customer (id, name, payment_kind, due_days, currency) values ('00000000-0000-7000-8000-000000000001', 'Ada', 'INVOICE', 14, 'EUR')");
        // Sums need no index of the transfers; keeping them up would take most of the time.
        owner.asOwner(
                """
                do $$ declare found record; begin
                  for found in select conname from pg_constraint where conrelid = 'transfer'::regclass and contype in ('f', 'p', 'u') loop
                    execute format('alter table transfer drop constraint %I cascade', found.conname);
                  end loop;
                  for found in select indexrelid::regclass::text as name from pg_index where indrelid = 'transfer'::regclass loop
                    execute 'drop index ' || found.name;
                  end loop;
                end $$
                """);
        for (var statement = 0; statement < STATEMENTS; statement++) {
            owner.asOwner(
                    """
                    insert into transfer (id, customer_id, currency, debit, credit, amount_minor, reason, source_kind, source_id, part, booked_on)
                    select gen_random_uuid(), '00000000-0000-7000-8000-000000000001', case when n %% 10 < 8 then 'EUR' else 'USD' end,
                           k.debit, k.credit, 1000 + n %% 977, k.reason, k.source, gen_random_uuid(), 0, date '%s' + (n / 10 %% 1095)
                      from generate_series(%d, %d) n
                      join (values (0, 'RECEIVABLE', 'REVENUE', 'INVOICE_LINE', 'INVOICE'),
                                   (1, 'RECEIVABLE', 'TAX_PAYABLE', 'INVOICE_TAX', 'INVOICE'),
                                   (2, 'CLEARING', 'CUSTOMER_CREDIT', 'PAYMENT_RECEIVED', 'PAYMENT'),
                                   (3, 'CUSTOMER_CREDIT', 'RECEIVABLE', 'ALLOCATED', 'ALLOCATION'))
                           as k (kind, debit, credit, reason, source) on k.kind = n / 10 %% 4
                    """
                            .formatted(
                                    FIRST,
                                    (long) TRANSFERS * statement / STATEMENTS,
                                    (long) TRANSFERS * (statement + 1) / STATEMENTS - 1));
        }
        owner.asOwner("vacuum analyze transfer, ledger_sum");
    }

    private String sums(String sql) {
        return String.valueOf(
                Flux.from(
                                db.sql(
                                                "select string_agg(t::text, ' ' order by account) from (%s) t"
                                                        .formatted(sql))
                                        .bind("currency", "EUR")
                                        .bind("from", FROM)
                                        .bind("to", TO)
                                        .mapValue(String.class)
                                        .all())
                        .blockFirst(Duration.ofMinutes(5)));
    }

    private static double millis(Runnable work) {
        var start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(double[] values) {
        return DoubleStream.of(values).sorted().toArray()[values.length / 2];
    }
}
