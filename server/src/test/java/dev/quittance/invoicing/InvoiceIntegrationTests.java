package dev.quittance.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.billing.BillRunKind;
import dev.quittance.billing.BillRuns;
import dev.quittance.platform.Ids;
import dev.quittance.platform.Permission;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Sales;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.transaction.reactive.TransactionalOperator;

class InvoiceIntegrationTests extends IntegrationTest {
    private static final LocalDate TODAY = LocalDate.of(2030, 1, 1);
    private static final String INVOICES =
            """
            query($customer: ID!, $filter: InvoiceFilter, $first: Int = 20, $after: String) {
              customer(id: $customer) {
                outstanding { currency count total { amount } oldestDueOn overdue { amount } invoiceIds }
                invoices(filter: $filter, first: $first, after: $after) {
                  edges { cursor node {
                    id number status overdue currency net { amount } tax { amount } total { amount } amountDue { amount }
                    issuedOn dueOn paymentReference bankDetails { label value }
                    customer { name } subscriptions { number }
                    seller { name taxId address { city } } buyer { name address { city country } }
                    lines { position description quantity unitPrice { amount } net { amount } gross { amount }
                            period { start end } taxLabel explanation subscription { number } }
                    taxRows { label percent treatment base { amount } tax { amount } }
                  } }
                  pageInfo { hasNextPage endCursor }
                }
              }
            }
            """;

    @Autowired private BillRuns runs;
    @Autowired private Invoices invoices;
    @Autowired private TransactionalOperator transaction;
    private Sales sales;
    private UUID german = new UUID(0, 0);
    private UUID polish = new UUID(0, 0);
    private UUID strange = new UUID(0, 0);
    private UUID fibre = new UUID(0, 0);

    @BeforeAll
    void bill() {
        sales = new Sales(db);
        var services = sales.inGermany();
        var plan = sales.plan("EUR", "100", services, false);
        var inclusive = sales.plan("EUR", "353.90", services, true);
        german = sales.customer("Ada Löwe");
        sales.address(german, "DE");
        fibre = sales.subscribe(german, plan, TODAY);
        sales.subscribe(german, plan, TODAY);
        sales.subscribe(german, inclusive, TODAY);
        polish = sales.customer("Księgarnia Łódź");
        sales.address(polish, "PL");
        sales.run(
                "update customer set tax_id = 'PL1234563218', purchase_order = 'PO 4711', invoice_note = 'Dzięki', due_days = 30, locale = 'pl' where id = '%s'"
                        .formatted(polish));
        sales.subscribe(polish, plan, TODAY);
        strange = sales.customer("Somebody else");
        sales.subscribe(strange, plan, TODAY);
        runs.run(BillRunKind.POST, TODAY, null).block(Duration.ofMinutes(1));
    }

    @Test
    @Tag("P60")
    @Tag("A24")
    void aContactReadsTheirInvoicesWithLinesAndTax() {
        var answer = of(german, Map.of());

        answer.path("customer.invoices.edges").entityList(Object.class).hasSize(2);
        // Charges with and without tax in the price don't share an invoice.
        assertThat(strings(answer, "customer.invoices.edges[*].node.total.amount"))
                .containsExactlyInAnyOrder("238.00", "353.90");
        var shared = "customer.invoices.edges[?(@.node.total.amount == '238.00')].node";
        assertThat(strings(answer, shared + ".taxRows[*].label")).containsExactly("VAT 19 %");
        assertThat(strings(answer, shared + ".taxRows[*].tax.amount")).containsExactly("38.00");
        assertThat(strings(answer, shared + ".lines[*].net.amount"))
                .containsExactly("100.00", "100.00");
        assertThat(strings(answer, shared + ".lines[*].period.end"))
                .containsExactly("2030-01-31", "2030-01-31");
        assertThat(strings(answer, shared + ".seller.name"))
                .containsExactly("Nordwind Telecom GmbH");
        assertThat(strings(answer, shared + ".buyer.address.city")).containsExactly("Łódź");
        assertThat(strings(answer, shared + ".bankDetails[*].label")).containsExactly("IBAN");
        assertThat(strings(answer, shared + ".number"))
                .isEqualTo(strings(answer, shared + ".paymentReference"));
        var sold = "customer.invoices.edges[?(@.node.total.amount == '353.90')].node";
        assertThat(strings(answer, sold + ".lines[*].net.amount")).containsExactly("297.39");
        assertThat(strings(answer, sold + ".lines[*].gross.amount")).containsExactly("353.90");
        assertThat(strings(answer, sold + ".tax.amount")).containsExactly("56.51");
        assertThat(strings(answer, sold + ".lines[*].explanation[*]"))
                .contains("EUR 353.90 contains EUR 56.51 tax (VAT 19 %): EUR 297.39 without tax");
    }

    @Test
    @Tag("A17")
    void dueIsTheIssueDayAndTheCustomersDueDays() {
        var answer = of(polish, Map.of());

        answer.path("customer.invoices.edges[0].node.issuedOn")
                .entity(String.class)
                .isEqualTo("2030-01-01");
        answer.path("customer.invoices.edges[0].node.dueOn")
                .entity(String.class)
                .isEqualTo("2030-01-31");
    }

    @Test
    void abroadInTheUnionTheRecipientOwesTheTax() {
        var answer = of(polish, Map.of());

        assertThat(strings(answer, "customer.invoices.edges[0].node.taxRows[*].treatment"))
                .containsExactly("REVERSE_CHARGE");
        assertThat(strings(answer, "customer.invoices.edges[*].node.total.amount"))
                .containsExactly("100.00");
    }

    @Test
    @Tag("P3")
    @Tag("P4")
    @Tag("P66")
    void outstandingIsCountedAndAddedUpByCurrency() {
        var answer = of(german, Map.of("filter", Map.of("outstanding", true)));

        answer.path("customer.outstanding[0].count").entity(Integer.class).isEqualTo(2);
        answer.path("customer.outstanding[0].total.amount")
                .entity(String.class)
                .isEqualTo("591.90");
        answer.path("customer.outstanding[0].oldestDueOn")
                .entity(String.class)
                .isEqualTo("2030-01-15");
        answer.path("customer.outstanding[0].overdue.amount")
                .entity(String.class)
                .isEqualTo("0.00");
        answer.path("customer.outstanding[0].invoiceIds").entityList(String.class).hasSize(2);
        answer.path("customer.invoices.edges").entityList(Object.class).hasSize(2);
        of(german, Map.of("filter", Map.of("statuses", List.of("PAID"))))
                .path("customer.invoices.edges")
                .entityList(Object.class)
                .hasSize(0);
    }

    @Test
    @Tag("P62")
    void invoicesOfOneSubscriptionOnly() {
        var answer = of(german, Map.of("filter", Map.of("subscriptionId", fibre)));

        assertThat(strings(answer, "customer.invoices.edges[*].node.total.amount"))
                .containsExactly("238.00");
        assertThat(strings(answer, "customer.invoices.edges[*].node.subscriptions[*].number"))
                .contains("S-" + fibre);
    }

    @Test
    void aPageEndsWhereTheNextBegins() {
        var first = of(german, Map.of("first", 1));
        first.path("customer.invoices.pageInfo.hasNextPage").entity(Boolean.class).isEqualTo(true);
        var cursor = first.path("customer.invoices.pageInfo.endCursor").entity(String.class).get();
        var second = of(german, Map.of("first", 1, "after", cursor));

        second.path("customer.invoices.pageInfo.hasNextPage")
                .entity(Boolean.class)
                .isEqualTo(false);
        assertThat(strings(first, "customer.invoices.edges[*].node.id"))
                .doesNotContainAnyElementsOf(strings(second, "customer.invoices.edges[*].node.id"));
    }

    @Test
    void staffFindInvoicesByNumberAndName() {
        for (var search : List.of("inv-2030", "księg", "SOMEBODY")) {
            var found =
                    asStaff(Permission.INVOICE_READ, Permission.CUSTOMER_READ)
                            .document(
                                    "query($s: String!) { invoices(filter: {search: $s}) { edges { node { number customer { name } } } } }")
                            .variable("s", search)
                            .execute()
                            .path("invoices.edges")
                            .entityList(Object.class);
            found.hasSize(search.startsWith("inv") ? 4 : 1);
        }
    }

    @Test
    @Tag("P61")
    void anInvoiceIsItsCustomersOnly() {
        var id = idOf(polish);

        one(asContact(polish), id)
                .path("invoice.total.amount")
                .entity(String.class)
                .isEqualTo("100.00");
        one(asStaff(Permission.INVOICE_READ), id)
                .path("invoice.id")
                .entity(String.class)
                .isEqualTo(id);
        refused(one(asContact(strange), id), "NOT_FOUND");
        refused(one(asContact(strange), Ids.next().toString()), "NOT_FOUND");
        refused(one(asStaff(Permission.CUSTOMER_READ), id), "FORBIDDEN");
        refused(one(anonymous(), id), "UNAUTHORIZED");
    }

    @Test
    void everyRootFieldRefusesWhoeverMayNot() {
        var documents =
                List.of(
                        "{ invoices { edges { node { id } } } }",
                        "{ creditNote(id: \"%s\") { id } }".formatted(Ids.next()),
                        "{ billRuns { edges { node { id } } } }",
                        "{ billRun(id: \"%s\") { id } }".formatted(Ids.next()),
                        "{ parkedCustomers { totalCount } }",
                        "mutation { startBillRun(input: {kind: DRY}) { __typename } }",
                        "mutation { unparkCustomer(input: {customerId: \"%s\"}) { __typename } }"
                                .formatted(Ids.next()));
        for (var document : documents) {
            refused(anonymous().document(document).execute(), "UNAUTHORIZED");
            refused(asStaff(Permission.CATALOG_READ).document(document).execute(), "FORBIDDEN");
            if (!document.contains("creditNote")) {
                refused(asContact(german).document(document).execute(), "FORBIDDEN");
            }
        }
    }

    @Test
    void whatIsAllocatedIsPaidAndCanBeTakenBack() {
        var id = UUID.fromString(idOf(strange));

        settle(Map.of(id, 11_900L));
        assertThat(invoices.get(id).map(Invoice::status).block()).isEqualTo(InvoiceStatus.PAID);
        settle(Map.of(id, -900L));
        var reopened = invoices.get(id).block();

        assertThat(reopened).isNotNull();
        assertThat(reopened.status()).isEqualTo(InvoiceStatus.OPEN);
        assertThat(reopened.amountDue()).hasToString("EUR 9.00");
        asStaff(Permission.INVOICE_READ)
                .document(
                        "query($id: ID!) { invoice(id: $id) { history { edges { node { what } } } } }")
                .variable("id", id)
                .execute()
                .path("invoice.history.edges[*].node.what")
                .entityList(String.class)
                .containsExactly("invoice reopened", "invoice paid", "invoice posted");
        settle(Map.of(id, -11_000L));
    }

    @Test
    void moreThanIsDueIsNeverAllocated() {
        var id = UUID.fromString(idOf(polish));

        assertThatThrownBy(() -> settle(Map.of(id, 10_001L))).isNotNull();
        assertThat(invoices.get(id).map(Invoice::paid).block()).hasToString("EUR 0.00");
    }

    private void settle(Map<UUID, Long> amounts) {
        transaction.transactional(invoices.settle(amounts)).block();
    }

    private GraphQlTester.Response of(UUID customer, Map<String, Object> variables) {
        var request = asContact(customer).document(INVOICES).variable("customer", customer);
        variables.forEach(request::variable);
        return request.execute();
    }

    private String idOf(UUID customer) {
        return of(customer, Map.of())
                .path("customer.invoices.edges[0].node.id")
                .entity(String.class)
                .get();
    }

    private static GraphQlTester.Response one(GraphQlTester tester, String id) {
        return tester.document("query($id: ID!) { invoice(id: $id) { id total { amount } } }")
                .variable("id", id)
                .execute();
    }

    private static List<String> strings(GraphQlTester.Response answer, String path) {
        return answer.path(path).entityList(String.class).get();
    }

    private static void refused(GraphQlTester.Response answer, String code) {
        answer.errors()
                .satisfy(
                        errors ->
                                assertThat(errors)
                                        .singleElement()
                                        .satisfies(
                                                error ->
                                                        assertThat(error.getExtensions().values())
                                                                .map(String::valueOf)
                                                                .contains(code)));
    }
}
