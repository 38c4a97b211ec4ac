package dev.quittance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Shop;
import dev.quittance.testing.Statements;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.test.tester.HttpGraphQlTester;

/** A request costs as many statements for one row as for many. */
class StatementsPerRequestTests extends IntegrationTest {
    private static final int MANY = 8;

    private static final String INVOICES =
            """
            query($first: Int!, $id: ID!) { customer(id: $id) { id externalId name email
              invoices(first: $first) { edges { node {
                id number status currency total { amount } issuedOn dueOn
                lines { id position description quantity net { amount } } } } } } }""";

    private static final String WITH_HISTORY =
            """
            query($first: Int!, $id: ID!) { invoices(first: $first, filter: {customerId: $id}) { edges { node {
              id overdue customer { name } subscriptions { id } payments { payment { id } } creditNotes { id }
              buyer { name } seller { name } taxRows { label } lines { explanation subscription { id } }
              history(first: 5) { edges { node { what } } } } } } }""";

    private static final String CUSTOMERS =
            """
            query($first: Int!) { customers(first: $first) { edges { node {
              id outstanding { currency } balances { currency } contacts { id } lastPayment { id }
              history(first: 5) { edges { node { what } } }
              payments(first: 5) { edges { node { id } } }
              creditNotes(first: 5) { edges { node { id } } }
              invoices(first: 5) { edges { node { id lines { id } history(first: 2) { edges { node { what } } } } } }
              subscriptions(first: 5) { edges { node { id plan { name } recurringTotal { amount }
                history(first: 2) { edges { node { what } } } } } } } } } }""";

    private static final String HOME =
            """
            { viewer { id customer { id name today
                outstanding { currency count invoiceIds oldestDueOn total { amount currency } overdue { amount } }
                balances { currency credit { amount } }
                lastPayment { id paidOn amount { amount } allocations { invoice { id number } } }
                subscriptions(filter: { statuses: [LIVE, FUTURE, NON_RENEWING, DUNNING] }, first: 100) { edges { node {
                  id nextInvoiceOn plan { id name } recurringTotal { amount currency } } } }
                billingAddress { city } } }
              organization { name address { city } } }""";

    private UUID small = new UUID(0, 0);
    private UUID large = new UUID(0, 0);

    @BeforeAll
    void oneCustomerOfOneInvoiceAndOneOfMany() {
        var shop = new Shop(asOwner());
        var plan = shop.monthly("USD", "20");
        small = shop.customer();
        shop.started(small, plan);
        paid(small);
        large = shop.customer();
        for (var i = 0; i < MANY; i++) {
            shop.started(large, plan);
        }
        paid(large);
    }

    @Test
    void aCustomersInvoicesWithLinesTakeTwoStatements() {
        var one = invoices(INVOICES, 1, "customer.invoices.edges");
        var many = invoices(INVOICES, MANY, "customer.invoices.edges");

        assertThat(many).as("%s", many).hasSize(2).hasSameSizeAs(one);
    }

    @Test
    void aListOfInvoicesWithAllThatHangsOnThemTakesAsManyForManyRowsAsForOne() {
        var one = invoices(WITH_HISTORY, 1, "invoices.edges");
        var many = invoices(WITH_HISTORY, MANY, "invoices.edges");

        assertThat(many).as("%s", many).hasSameSizeAs(one).hasSizeLessThan(15);
    }

    @Test
    void aListOfCustomersWithTheirListsTakesAsManyForManyRowsAsForOne() {
        var one = statements(asOwner(), CUSTOMERS, Map.of("first", 1));
        var two = statements(asOwner(), CUSTOMERS, Map.of("first", 2));

        assertThat(two).as("%s", two).hasSameSizeAs(one).hasSizeLessThan(30);
    }

    @Test
    void homeTakesAsManyForManyInvoicesAndSubscriptionsAsForOne() {
        var one = statements(asContact(small), HOME, Map.of());
        var many = statements(asContact(large), HOME, Map.of());

        assertThat(many).as("%s", many).hasSameSizeAs(one).hasSizeLessThan(20);
    }

    private List<String> invoices(String document, int first, String rows) {
        asOwner()
                .document(document)
                .variable("id", large)
                .variable("first", first)
                .execute()
                .path(rows)
                .entityList(Object.class)
                .hasSize(first);
        return statements(asOwner(), document, Map.of("id", large, "first", first));
    }

    private List<String> statements(
            HttpGraphQlTester caller, String document, Map<String, Object> variables) {
        var request = caller.document(document);
        variables.forEach(request::variable);
        // What is remembered for some seconds is asked for now and then: not in each of four.
        return Stream.generate(() -> Statements.during(request::executeAndVerify))
                .limit(4)
                .min(Comparator.comparingInt(List::size))
                .orElseThrow();
    }

    /** Confirms the money for all invoices of a customer. */
    private void paid(UUID customer) {
        var invoices =
                asOwner()
                        .document(
                                "query($id: ID!) { customer(id: $id) { outstanding { invoiceIds } } }")
                        .variable("id", customer)
                        .execute()
                        .path("customer.outstanding[0].invoiceIds")
                        .entityList(String.class)
                        .get();
        asOwner()
                .document(
                        """
                        mutation($i: ConfirmOfflinePaymentInput!) { confirmOfflinePayment(input: $i) {
                          __typename ... on PaymentSucceeded { invoices { id } } } }""")
                .variable("i", Map.of("invoiceIds", invoices, "idempotencyKey", "paid-" + customer))
                .execute()
                .path("confirmOfflinePayment.__typename")
                .entity(String.class)
                .isEqualTo("PaymentSucceeded");
    }
}
