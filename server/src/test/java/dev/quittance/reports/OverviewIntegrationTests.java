package dev.quittance.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Permission;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Refusals;
import dev.quittance.testing.Statements;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.test.tester.GraphQlTester;

/** The day is 1 January 2030; the rows are those that billing and payments leave behind. */
class OverviewIntegrationTests extends IntegrationTest {
    private static final String OVERVIEW =
            """
            query($currency: CurrencyCode, $months: Int! = 3) {
              overview(currency: $currency, months: $months) {
                currency currencies outstanding { amount } overdue { amount }
                monthlyRecurring { amount } liveSubscriptions activeCustomers parkedCustomers
                months { month billed { amount } collected { amount } } } }
            """;

    private static final String PLAN = "00000000-0000-0000-0000-0000000000a1";

    @BeforeAll
    void whatHasHappened() {
        rows(
                """
                insert into product (id, name) values ('00000000-0000-0000-0000-0000000000f1', 'P')
                """);
        rows(
                """
                insert into plan (id, product_id, name, code, interval_count, interval_unit)
                values ('00000000-0000-0000-0000-0000000000a1',
                        '00000000-0000-0000-0000-0000000000f1', 'Gold', 'gold', 3, 'MONTH')
                """);
        rows(
                """
                insert into plan_price (plan_id, currency, price)
                values ('00000000-0000-0000-0000-0000000000a1', 'USD', 30),
                       ('00000000-0000-0000-0000-0000000000a1', 'EUR', 60)
                """);
        rows(
                """
                insert into seller (id, version, content)
                values ('00000000-0000-0000-0000-0000000000e1', 99, '{}')
                """);
        customer(1, "INVOICE", true);
        customer(2, "CARD", true);
        customer(3, "FREE", true);
        customer(4, "INVOICE", false);
        subscription(1, "USD", 2, "null", "LIVE");
        subscription(2, "USD", 1, "12.345", "LIVE");
        subscription(3, "USD", 1, "null", "LIVE");
        subscription(4, "USD", 1, "null", "CANCELLED");
        subscription(2, "EUR", 1, "null", "LIVE");
        invoice(1, "USD", "OPEN", 10_000, 2_500, "2029-12-01", "2029-12-31");
        invoice(1, "USD", "OPEN", 5_000, 0, "2030-01-01", "2030-01-01");
        invoice(2, "USD", "PAID", 700, 700, "2029-11-30", "2029-12-10");
        invoice(2, "USD", "PAID", 900, 900, "2029-10-31", "2029-12-10");
        invoice(2, "EUR", "OPEN", 4_200, 0, "2029-12-24", "2030-02-01");
        payment(1, "USD", "SUCCEEDED", 2_500, "2029-12-24");
        payment(2, "USD", "SUCCEEDED", 700, "2030-01-01");
        payment(2, "USD", "DECLINED", 999, "2030-01-01");
        rows(
                """
                insert into parked_customer (customer_id, customer_name, reason)
                values ('00000000-0000-0000-0000-000000000004', 'Customer 4', 'No address.')
                """);
    }

    @Test
    void theFiguresOfTheBusiestCurrency() {
        overview(Map.of())
                .path("overview")
                .matchesJsonStrictly(
                        """
                        {"currency": "USD", "currencies": ["USD", "EUR"],
                         "outstanding": {"amount": "125.00"}, "overdue": {"amount": "75.00"},
                         "monthlyRecurring": {"amount": "24.12"},
                         "liveSubscriptions": 3, "activeCustomers": 3, "parkedCustomers": 1,
                         "months": [
                           {"month": "2029-11-01", "billed": {"amount": "7.00"},
                            "collected": {"amount": "0.00"}},
                           {"month": "2029-12-01", "billed": {"amount": "100.00"},
                            "collected": {"amount": "25.00"}},
                           {"month": "2030-01-01", "billed": {"amount": "50.00"},
                            "collected": {"amount": "7.00"}}]}
                        """);
    }

    @Test
    void amountsOfDifferentCurrenciesAreNeverAdded() {
        overview(Map.of("currency", "EUR", "months", 1))
                .path("overview.outstanding.amount")
                .entity(String.class)
                .isEqualTo("42.00")
                .path("overview.overdue.amount")
                .entity(String.class)
                .isEqualTo("0.00")
                .path("overview.monthlyRecurring.amount")
                .entity(String.class)
                .isEqualTo("20.00")
                .path("overview.months")
                .entityList(Object.class)
                .hasSize(1);
    }

    @Test
    void aCurrencyWithoutFiguresHasNothing() {
        overview(Map.of("currency", "JPY"))
                .path("overview.outstanding.amount")
                .entity(String.class)
                .isEqualTo("0")
                .path("overview.currencies")
                .entityList(String.class)
                .containsExactly("USD", "EUR", "JPY");
    }

    @Test
    void theListOfCustomersKnowsWhoIsOverdue() {
        asOwner()
                .document(
                        "{ customers(filter: {overdue: true}) { totalCount edges { node { name } } } }")
                .execute()
                .path("customers.edges[*].node.name")
                .entityList(String.class)
                .containsExactly("Customer 1");
    }

    @Test
    void aPlanKnowsHowManySubscribe() {
        asOwner()
                .document("query($id: ID!) { plan(id: $id) { subscriberCount } }")
                .variable("id", PLAN)
                .execute()
                .path("plan.subscriberCount")
                .entity(Integer.class)
                .isEqualTo(4);
    }

    @Test
    void itTakesFewStatements() {
        assertThat(Statements.during(() -> overview(Map.of("months", 36)))).hasSizeLessThan(8);
    }

    @Test
    void monthsAreBounded() {
        for (var months : new int[] {0, 37, -1}) {
            assertThat(
                            Refusals.of(
                                    asOwner(),
                                    "{ overview(months: %d) { currency } }".formatted(months)))
                    .containsExactly("BAD_REQUEST");
        }
    }

    @Test
    void figuresAreForWhoMayReadReports() {
        var document = "{ overview { currency } }";

        assertThat(Refusals.of(anonymous(), document)).containsExactly("UNAUTHORIZED");
        assertThat(Refusals.of(asContact(UUID.randomUUID()), document))
                .containsExactly("FORBIDDEN");
        assertThat(Refusals.of(asStaff(Permission.CUSTOMER_READ), document))
                .containsExactly("FORBIDDEN");
        assertThat(Refusals.of(asStaff(Permission.REPORT_READ), document)).isEmpty();
    }

    private GraphQlTester.Response overview(Map<String, Object> variables) {
        var request = asOwner().document(OVERVIEW);
        variables.forEach(request::variable);
        return request.execute();
    }

    private void customer(int i, String kind, boolean active) {
        rows(
                """
                insert into customer (id, name, payment_kind, due_days, currency, active)
                values ('00000000-0000-0000-0000-00000000000%d', 'Customer %d', '%s', 14, 'USD', %s)
                """
                        .formatted(i, i, kind, active));
        rows(
                """
                insert into billing_group (id, customer_id, name, is_default)
                values ('00000000-0000-0000-0000-00000000001%d',
                        '00000000-0000-0000-0000-00000000000%d', 'Default', true)
                """
                        .formatted(i, i));
    }

    private void subscription(
            int customer, String currency, int quantity, String own, String phase) {
        rows(
                """
                with added as (
                  insert into subscription (id, number, customer_id, billing_group_id, plan_id,
                         currency, phase, interval_count, interval_unit, started_on, anchor_on,
                         ended_on)
                  values (gen_random_uuid(), gen_random_uuid()::text,
                          '00000000-0000-0000-0000-00000000000%d',
                          '00000000-0000-0000-0000-00000000001%d',
                          '00000000-0000-0000-0000-0000000000a1', '%s', '%s', 3, 'MONTH',
                          '2029-01-01', '2029-01-01',
                          case when '%s' = 'CANCELLED' then date '2029-06-01' end)
                  returning id
                )
                insert into subscription_item (id, subscription_id, position, plan_id, quantity,
                       own_price, validity)
                select gen_random_uuid(), id, 0, '00000000-0000-0000-0000-0000000000a1', %d, %s,
                       daterange('2029-01-01', null)
                  from added
                """
                        .formatted(customer, customer, currency, phase, phase, quantity, own));
    }

    private void invoice(
            int customer,
            String currency,
            String status,
            long total,
            long paid,
            String issued,
            String due) {
        rows(
                """
                insert into invoice (id, number, customer_id, currency, status, net_minor,
                       tax_minor, total_minor, paid_minor, issued_on, due_on, buyer)
                values (gen_random_uuid(), gen_random_uuid()::text,
                        '00000000-0000-0000-0000-00000000000%d', '%s', '%s', %d, 0, %d, %d,
                        '%s', '%s', '{}')
                """
                        .formatted(customer, currency, status, total, total, paid, issued, due));
    }

    private void payment(int customer, String currency, String status, long amount, String on) {
        var succeeded = status.equals("SUCCEEDED");
        rows(
                """
                insert into payment (id, number, customer_id, currency, amount_minor, status,
                       method, method_label, paid_on, decline_kind, decline_reason,
                       seller_id, buyer)
                values (gen_random_uuid(), %s, '00000000-0000-0000-0000-00000000000%d', '%s', %d,
                        '%s', 'CASH', 'Cash', '%s', %s, %s, %s, %s)
                """
                        .formatted(
                                succeeded ? "gen_random_uuid()::text" : "null",
                                customer,
                                currency,
                                amount,
                                status,
                                on,
                                succeeded ? "null" : "'HARD'",
                                succeeded ? "null" : "'No.'",
                                succeeded ? "'00000000-0000-0000-0000-0000000000e1'" : "null",
                                succeeded ? "'{}'" : "null"));
    }

    private void rows(String sql) {
        db.sql(sql).then().block();
    }
}
