package dev.quittance.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Permission;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Sales;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BillRunIntegrationTests extends IntegrationTest {
    private static final int MANY = 1_203;
    private static final LocalDate TODAY = LocalDate.of(2030, 1, 1);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String START =
            """
            mutation($kind: BillRunKind!) {
              startBillRun(input: {kind: $kind}) {
                __typename
                ... on BillRunStarted { billRun { id } }
                ... on BillRunUnderWay { message billRun { id } }
              }
            }
            """;

    @Autowired private BillRuns runs;
    @Autowired private BillRunRepository repository;
    private Sales sales;
    private UUID plan = new UUID(0, 0);

    @BeforeEach
    void sales() {
        sales = new Sales(db);
    }

    @Test
    @Order(1)
    @Tag("L28")
    void aDryRunProposesAndMakesNothing() {
        plan = sales.plan("USD", "10", null, false);
        sales.many("Customer ", MANY, plan, TODAY);

        var run = finished(start(BillRunKind.DRY));

        assertThat(run.due()).isEqualTo(MANY);
        assertThat(run.done()).isEqualTo(MANY);
        assertThat(run.invoiceCount()).isEqualTo(MANY);
        assertThat(run.totals()).hasToString("[USD 19260.03]");
        assertThat(sales.figure("select count(*) from invoice")).isZero();
        assertThat(sales.figure("select count(*) from number_sequence where kind = 'INVOICE'"))
                .isZero();
        asStaff(Permission.BILLING_READ, Permission.CUSTOMER_READ)
                .document(
                        """
                        query($id: ID!) { billRun(id: $id) { kind status totals { amount currency } proposals(first: 2) {
                          edges { cursor node { customer { name } lineCount net { amount } tax { amount } total { amount } } }
                          pageInfo { hasNextPage } } } }
                        """)
                .variable("id", run.id())
                .execute()
                .path("billRun.status")
                .entity(String.class)
                .isEqualTo("COMPLETED")
                .path("billRun.proposals.edges[1].node.customer.name")
                .entity(String.class)
                .isEqualTo("Customer 000002")
                .path("billRun.proposals.edges[1].node.total.amount")
                .entity(String.class)
                .isEqualTo("10.01");
    }

    @Test
    @Order(2)
    @Tag("L27")
    @Tag("A23")
    void aRunMakesEachInvoiceOnceWithNumbersWithoutGaps() {
        var run = finished(start(BillRunKind.POST));

        assertThat(run.invoiceCount()).isEqualTo(MANY);
        assertThat(run.totals()).hasToString("[USD 19260.03]");
        assertThat(sales.figure("select sum(total_minor) from invoice"))
                .isEqualByComparingTo("1926003");
        assertNumbersWithoutGaps();
        assertThat(sales.figure("select count(*) from transfer where source_kind = 'INVOICE'"))
                .isEqualByComparingTo("" + MANY);
        assertThat(sales.figure("select sum(receivable_minor) from balance"))
                .isEqualByComparingTo("1926003");
        assertThat(sales.figure("select count(*) from event where type = 'InvoicePosted'"))
                .isEqualByComparingTo("" + MANY);
        assertThat(
                        sales.figure(
                                "select count(*) from history_entry where subject_kind = 'INVOICE' and actor = 'Sam Staff'"))
                .isEqualByComparingTo("" + MANY);
    }

    @Test
    @Order(3)
    @Tag("L27")
    void aSecondRunMakesNone() {
        var run = finished(start(BillRunKind.POST));

        assertThat(run.invoiceCount()).isZero();
        assertThat(run.due()).isZero();
        assertThat(sales.figure("select count(*) from invoice")).isEqualByComparingTo("" + MANY);
    }

    @Test
    @Order(4)
    void twentyRunsAtOnceMakeEachInvoiceOnce() {
        sales.many("Another ", 300, plan, TODAY);
        var before = sales.figure("select count(*) from invoice").intValueExact();

        var outcomes =
                Flux.range(0, 20)
                        .flatMap(_ -> runs.run(BillRunKind.POST, TODAY, null), 20)
                        .collectList()
                        .block(PATIENCE);

        assertThat(outcomes).hasSize(20);
        assertThat(outcomes.stream().mapToInt(BillRun::invoiceCount).sum()).isEqualTo(300);
        assertThat(sales.figure("select count(*) from invoice").intValueExact())
                .isEqualTo(before + 300);
        assertNumbersWithoutGaps();
    }

    @Test
    @Order(5)
    void byNightTheRunGoesByItself() {
        var before = sales.figure("select count(*) from invoice").intValueExact();

        clock.moveTo("2030-02-01");

        assertThat(sales.figure("select count(*) from invoice").intValueExact())
                .isEqualTo(before + MANY + 300);
        assertThat(
                        sales.figure("select count(*) from invoice where issued_on = '2030-02-01'")
                                .intValueExact())
                .isEqualTo(MANY + 300);
        assertNumbersWithoutGaps();
    }

    private void assertNumbersWithoutGaps() {
        assertThat(
                        sales.figure(
                                """
                                select max(n) - min(n) + 1 - count(distinct n)
                                  from (select substring(number from '[0-9]+$')::int as n from invoice) numbers
                                """))
                .isZero();
        assertThat(
                        sales.figure(
                                """
                                select count(*) from (
                                  select issued_on, lag(issued_on) over (order by number) as before from invoice) i
                                 where before > issued_on
                                """))
                .isZero();
    }

    private UUID start(BillRunKind kind) {
        return UUID.fromString(
                asStaff(Permission.BILLING_RUN, Permission.BILLING_READ)
                        .document(START)
                        .variable("kind", kind)
                        .execute()
                        .path("startBillRun.__typename")
                        .entity(String.class)
                        .isEqualTo("BillRunStarted")
                        .path("startBillRun.billRun.id")
                        .entity(String.class)
                        .get());
    }

    private BillRun finished(UUID run) {
        return Objects.requireNonNull(
                repository
                        .find(run)
                        .filter(found -> found.status() == BillRunStatus.COMPLETED)
                        .repeatWhenEmpty(rounds -> rounds.delayElements(Duration.ofMillis(100)))
                        .block(PATIENCE));
    }
}
