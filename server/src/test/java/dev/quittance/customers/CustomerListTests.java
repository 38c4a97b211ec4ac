package dev.quittance.customers;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.organization.Address;
import dev.quittance.platform.Refused;
import dev.quittance.testing.Refusals;
import dev.quittance.testing.Statements;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.graphql.test.tester.GraphQlTester;

class CustomerListTests extends CustomerTest {
    private static final int MANY = 3000;
    private static final String LIST =
            """
            query($first: Int!, $after: String, $filter: CustomerFilter) {
              customers(first: $first, after: $after, filter: $filter) {
                totalCount pageInfo { hasNextPage endCursor } edges { node { id name } } } }
            """;

    @Autowired CustomerKeeping keeping;
    @Autowired Customers customers;

    private List<AddedCustomer> added = List.of();

    @BeforeAll
    void thousandsAtOnce() {
        var given = IntStream.range(0, MANY).mapToObj(i -> imported(i, "Customer %04d")).toList();
        added = requireNonNull(keeping.createAll(given).block());
    }

    @Test
    void thousandsAreAddedInOneGoAndInOrder() {
        assertThat(added).hasSize(MANY);
        assertThat(added.get(42).customer().name()).isEqualTo("Customer 0042");
        var found = requireNonNull(customers.get(added.get(42).customer().id()).block());
        assertThat(found).isEqualTo(added.get(42).customer());
    }

    @Test
    void addingManyTakesAsManyStatementsAsAddingOne() {
        var one = Statements.during(() -> addSome(1, "One %d")).size();
        var fifty = Statements.during(() -> addSome(50, "Fifty %d")).size();

        assertThat(fifty).isEqualTo(one).isLessThan(10);
    }

    @Test
    void oneFaultAmongManyKeepsAllOut() {
        var given = new ArrayList<>(List.of(imported(9000, "Good %d")));
        given.add(imported(9001, "\u0000 %d"));
        assertThatThrownBy(() -> keeping.createAll(given).block()).isInstanceOf(Refused.class);

        assertThatThrownBy(() -> keeping.createAll(List.of(imported(1, "Again %d"))).block())
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(customers.byExternalIds(List.of("EXT-9000", "EXT-0001")).block())
                .containsOnlyKeys("EXT-0001");
    }

    @Test
    void pagesGoByNameAndMissNobody() {
        var names = new ArrayList<String>();
        String after = null;
        var more = true;
        while (more) {
            var page = list(100, after, Map.of("search", "CUSTOMER 0"));
            names.addAll(page.path("customers.edges[*].node.name").entityList(String.class).get());
            after = page.path("customers.pageInfo.endCursor").entity(String.class).get();
            more = page.path("customers.pageInfo.hasNextPage").entity(Boolean.class).get();
        }

        assertThat(names).hasSize(1000).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aSearchFindsTheBeginningOfNamesExternalIdsAndAddresses() {
        for (var search : List.of("customer 0777", "Ext-0777", "USER0777@ex", " customer 0777 ")) {
            list(5, null, Map.of("search", search))
                    .path("customers.edges[*].node.name")
                    .entityList(String.class)
                    .containsExactly("Customer 0777")
                    .path("customers.totalCount")
                    .entity(Integer.class)
                    .isEqualTo(1);
        }
        for (var search : List.of("%", "_ustomer", "' or 1=1 --", "0777", "\\")) {
            list(5, null, Map.of("search", search))
                    .path("customers.totalCount")
                    .entity(Integer.class)
                    .isEqualTo(0);
        }
        assertThat(
                        Refusals.of(
                                asOwner()
                                        .document(LIST)
                                        .variable("first", 5)
                                        .variable("filter", Map.of("search", "\u0000"))))
                .containsExactly("BAD_REQUEST");
    }

    @Test
    void filtersNarrowTogether() {
        list(100, null, Map.of("paymentKind", "CARD", "search", "customer 00"))
                .path("customers.totalCount")
                .entity(Integer.class)
                .isEqualTo(10);
        update(added.get(55).customer().id(), Map.of("active", false));
        list(5, null, Map.of("active", false))
                .path("customers.edges[*].node.name")
                .entityList(String.class)
                .containsExactly("Customer 0055");
        list(5, null, Map.of("overdue", true))
                .path("customers.totalCount")
                .entity(Integer.class)
                .isEqualTo(0);
    }

    @Test
    @Tag("L26")
    void whoCannotBeBilledIsFoundByTheSameRule() {
        update(added.get(101).customer().id(), Map.of("taxId", "DE123456788"));
        db.sql("delete from billing_group where customer_id = :id")
                .bind("id", added.get(200).customer().id())
                .then()
                .block();
        list(5, null, Map.of("faulty", true))
                .path("customers.edges[*].node.name")
                .entityList(String.class)
                .containsExactly("Customer 0101", "Customer 0200");

        var ids = List.of(added.get(101), added.get(200), added.get(300));
        var billable =
                requireNonNull(
                        customers
                                .billable(ids.stream().map(one -> one.customer().id()).toList())
                                .block());
        assertThat(billable.get(ids.get(0).customer().id()))
                .satisfies(one -> assertThat(one.faults()).hasSize(1));
        assertThat(billable.get(ids.get(1).customer().id()))
                .satisfies(one -> assertThat(one.defaultBillingGroup()).isNull());
        assertThat(billable.get(ids.get(2).customer().id()))
                .satisfies(
                        one -> {
                            assertThat(one.faults()).isEmpty();
                            assertThat(one.defaultBillingGroup())
                                    .isEqualTo(ids.get(2).billingGroup());
                        });
    }

    @Test
    void aPageOfFiftyTakesAsManyStatementsAsOneOfOne() {
        var document =
                "query($first: Int!) { customers(first: $first) { totalCount edges { node { ...c } }"
                        + " } }"
                        + FACTS;
        var one = statements(document, 1);
        var fifty = statements(document, 50);

        assertThat(fifty).hasSameSizeAs(one);
        assertThat(fifty).hasSizeLessThan(12);
    }

    @Test
    void aBadCursorOrPageSizeIsRefused() {
        for (var arguments : List.of("after: \"!\"", "after: \"QUJD\"", "first: 0", "first: -1")) {
            assertThat(
                            Refusals.of(
                                    asOwner(),
                                    "{ customers(%s) { totalCount } }".formatted(arguments)))
                    .as(arguments)
                    .containsExactly("BAD_REQUEST");
        }
    }

    /** Without the organisation, which is remembered for a moment only. */
    private List<String> statements(String document, int first) {
        var request = asOwner().document(document).variable("first", first);
        request.execute().path("customers.edges").entityList(Object.class).hasSize(first);
        return Statements.during(() -> request.execute().path("customers.edges").hasValue())
                .stream()
                .filter(sql -> !sql.contains("from organization"))
                .toList();
    }

    private void addSome(int count, String name) {
        keeping.createAll(
                        IntStream.range(0, count)
                                .mapToObj(i -> imported(20_000 + 100 * count + i, name))
                                .toList())
                .block();
    }

    private GraphQlTester.Response list(
            int first, @Nullable String after, Map<String, Object> filter) {
        return asOwner()
                .document(LIST)
                .variable("first", first)
                .variable("after", after)
                .variable("filter", new HashMap<>(filter))
                .execute();
    }

    private static NewCustomer imported(int i, String name) {
        return new NewCustomer(
                "EXT-%04d".formatted(i),
                name.formatted(i),
                i % 2 == 0 ? null : "User%04d@example.com".formatted(i),
                null,
                List.of("a@example.com"),
                i % 5 == 0 ? new Address(null, "L", null, "C", null, null, "US") : null,
                null,
                null,
                null,
                i % 10 == 3 ? PaymentKind.CARD : PaymentKind.INVOICE,
                null,
                CurrencyUnit.USD,
                null,
                null,
                null,
                null,
                "Month-to-month",
                List.of("Kim"),
                null,
                null,
                null,
                i % 7 == 0 ? new NewContact("Con", "con@example.com", null) : null);
    }
}
