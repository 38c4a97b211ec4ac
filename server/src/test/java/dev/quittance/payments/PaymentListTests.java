package dev.quittance.payments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Ids;
import dev.quittance.platform.Permission;
import dev.quittance.testing.IntegrationTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Payments made: lists, filters, one payment, and who sees them. */
@Tag("P76")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaymentListTests extends IntegrationTest {
    private static final LocalDate MARCH = LocalDate.of(2030, 3, 1);

    private static final String CUSTOMER =
            """
            query($id: ID!, $filter: PaymentFilter, $first: Int, $after: String) { customer(id: $id) {
              payments(filter: $filter, first: $first, after: $after) {
                edges { node { id status amount { amount } customer { id } allocations { amount { amount } invoice { id } } } }
                pageInfo { hasNextPage endCursor } }
              lastPayment { id paidOn amount { amount } allocations { invoice { id } } }
              paymentOptions { gateway testCards { token } }
            } }""";

    private static final String ALL =
            """
            query($filter: PaymentFilter) { payments(filter: $filter) { edges { node { id methodLabel } } } }""";

    private static final String ONE =
            "query($id: ID!) { payment(id: $id) { id number receiptUrl declineReason customer { id } } }";

    @Autowired Books books;
    @Autowired Payments payments;
    @Autowired Pay pay;

    private UUID ada;
    private UUID bob;
    private final List<UUID> invoices = new ArrayList<>();

    @BeforeAll
    void fourPayments() {
        ada = books.customer("Ada Lovelace");
        bob = books.customer("Bob 100%");
        for (var i = 1; i <= 3; i++) {
            invoices.add(books.invoice(ada, "USD", 1000L * i, MARCH.plusDays(i)));
            pay.offline(ada, invoices.getLast(), 1000L * i, "Transfer " + i, clock.today());
        }
        pay.offline(bob, books.invoice(bob, "USD", 700, MARCH), 700, "Bob's", clock.today());
    }

    @Test
    @Tag("P7")
    @Tag("P8")
    @Tag("P9")
    void theCustomersPaymentsNewestFirstAndTheLastOneWithItsInvoice() {
        var seen = ada(Map.of("first", 2));

        seen.path("customer.payments.edges[*].node.amount.amount")
                .entityList(String.class)
                .containsExactly("30.00", "20.00")
                .path("customer.payments.pageInfo.hasNextPage")
                .entity(Boolean.class)
                .isEqualTo(true)
                .path("customer.lastPayment.amount.amount")
                .entity(String.class)
                .isEqualTo("30.00")
                .path("customer.lastPayment.paidOn")
                .entity(LocalDate.class)
                .isEqualTo(clock.today())
                .path("customer.lastPayment.allocations[0].invoice.id")
                .entity(UUID.class)
                .isEqualTo(invoices.getLast())
                .path("customer.paymentOptions[0].testCards[0].token")
                .entity(String.class)
                .isEqualTo("card_success");
        var cursor = seen.path("customer.payments.pageInfo.endCursor").entity(String.class).get();
        ada(Map.of("first", 2, "after", cursor))
                .path("customer.payments.edges[*].node.amount.amount")
                .entityList(String.class)
                .containsExactly("10.00");
    }

    @Test
    void aFilterForAnotherCustomerFindsNothingOfOneself() {
        ada(Map.of("first", 10, "filter", Map.of("customerId", bob.toString())))
                .path("customer.payments.edges")
                .entityList(Object.class)
                .hasSize(0);
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    FIELD,    VALUE,        COUNT
                    search,   ada,          3
                    search,   BOB 1,        1
                    search,   bob 100%,     1
                    search,   %,            0
                    search,   lovelace,     0
                    search,   rcp-2030-0,   4
                    search,   RCP-2030-999, 0
                    method,   CASH,         0
                    method,   BANK_TRANSFER, 4
                    paidFrom, 2030-01-02,   0
                    paidUntil, 2030-01-01,  4
                    """)
    void staffFilters(String field, String value, int count) {
        all(Map.of(field, value)).path("payments.edges").entityList(Object.class).hasSize(count);
    }

    @Test
    void severalFiltersMustAllMatch() {
        all(Map.of("statuses", List.of("SUCCEEDED"), "search", "Ada", "customerId", ada.toString()))
                .path("payments.edges")
                .entityList(Object.class)
                .hasSize(3);
        all(Map.of("statuses", List.of("DECLINED", "PROCESSING")))
                .path("payments.edges")
                .entityList(Object.class)
                .hasSize(0);
    }

    @Test
    void onePaymentIsItsCustomersOnly() {
        var id = newest();

        asContact(ada).document(ONE).variable("id", id).execute().path("payment.id").hasValue();
        for (var stranger : List.of(asContact(bob), asContact(Ids.next()))) {
            refused(stranger.document(ONE).variable("id", id).execute(), "NOT_FOUND");
        }
        refused(asContact(ada).document(ONE).variable("id", Ids.next()).execute(), "NOT_FOUND");
        refused(anonymous().document(ONE).variable("id", id).execute(), "UNAUTHORIZED");
        refused(
                asStaff(Permission.INVOICE_READ).document(ONE).variable("id", id).execute(),
                "FORBIDDEN");
        refused(asContact(ada).document(ALL).execute(), "FORBIDDEN");
        refused(anonymous().document(ALL).execute(), "UNAUTHORIZED");
    }

    private String newest() {
        return String.valueOf(
                ada(Map.of("first", 1))
                        .path("customer.payments.edges[0].node.id")
                        .entity(String.class)
                        .get());
    }

    private GraphQlTester.Response ada(Map<String, Object> variables) {
        return asContact(ada)
                .document(CUSTOMER)
                .variable("id", ada.toString())
                .variables(variables)
                .execute();
    }

    private GraphQlTester.Response all(Map<String, Object> filter) {
        return asStaff(Permission.PAYMENT_READ).document(ALL).variable("filter", filter).execute();
    }

    private static void refused(GraphQlTester.Response response, String code) {
        response.errors()
                .satisfy(
                        errors ->
                                assertThat(errors)
                                        .singleElement()
                                        .satisfies(
                                                error ->
                                                        assertThat(error.getErrorType().toString())
                                                                .isEqualTo(code)));
    }
}
