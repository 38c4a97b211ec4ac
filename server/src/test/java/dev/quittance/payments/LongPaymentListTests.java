package dev.quittance.payments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Ids;
import dev.quittance.platform.Permission;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.TestDatabase;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists stay quick when there are many payments: found by an index, never by reading them all. */
class LongPaymentListTests extends IntegrationTest {
    private static final int PAYMENTS = 100_000;

    // As many as a statement needs to be planned for all values at once.
    private static final int TIMES = 8;

    @BeforeAll
    void manyPayments() {
        var seller = Ids.next();
        TestDatabase.only()
                .asOwner(
                        """
                        insert into seller (id, version, content) values ('%1$s', 999, '{}');
                        insert into customer (id, name, payment_kind, due_days, currency)
                        select md5('c' || n)::uuid, 'Customer ' || md5(n::text), 'CARD', 14, 'USD'
                          from generate_series(1, 5000) n;
                        insert into payment (id, number, customer_id, currency, amount_minor, status, method, method_label,
                                             paid_on, decline_kind, decline_reason, seller_id, buyer)
                        select md5('p' || n)::uuid, case when ok then 'RCP-2029-' || lpad(n::text, 6, '0') end,
                               md5('c' || (n %% 5000 + 1))::uuid, 'USD', 100, case when ok then 'SUCCEEDED' else 'DECLINED' end,
                               case when n %% 50 = 0 then 'CASH' else 'CARD' end, 'Visa', date '2029-01-01' + n / 300,
                               case when not ok then 'SOFT' end, case when not ok then 'No.' end,
                               case when ok then '%1$s'::uuid end, case when ok then '{}'::jsonb end
                          from (select n, n %% 100 > 0 as ok from generate_series(1, %2$d) n) rows;
                        analyze payment;
                        analyze customer;
                        """
                                .formatted(seller, PAYMENTS));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    FIELD,     VALUE,            ROWS
                    search,    '',               20
                    search,    RCP-2029-000,     20
                    search,    RCP-2029-000123,  1
                    search,    customer c4ca42,  20
                    search,    nobody,           0
                    method,    CASH,             20
                    method,    CHEQUE,           0
                    statuses,  DECLINED,         20
                    statuses,  PROCESSING,       0
                    paidUntil, 2029-02-01,       20
                    """)
    void noListReadsAllPayments(String field, String value, int rows) throws InterruptedException {
        var before = fullReads();
        var query =
                asStaff(Permission.PAYMENT_READ)
                        .document(
                                "query($f: PaymentFilter) { payments(filter: $f) { edges { node { id } } } }")
                        .variable("f", Map.of(field, value));

        for (var i = 0; i < TIMES; i++) {
            query.execute().path("payments.edges").entityList(Object.class).hasSize(rows);
        }

        assertThat(fullReads()).isEqualTo(before);
    }

    private long fullReads() throws InterruptedException {
        // Sessions report what they read a second late.
        Thread.sleep(1200);
        db.sql("select 1").then().repeat(20).blockLast();
        Thread.sleep(200);
        return Objects.requireNonNull(
                db.sql("select seq_scan from pg_stat_user_tables where relname = 'payment'")
                        .mapValue(Long.class)
                        .one()
                        .block(Duration.ofSeconds(5)));
    }
}
