package dev.quittance.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Caller;
import dev.quittance.platform.Ids;
import dev.quittance.platform.Permission;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Shop;
import dev.quittance.testing.Statements;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.graphql.test.tester.HttpGraphQlTester;

class SubscriptionListIntegrationTests extends IntegrationTest {
    private static final String OWN =
            """
            query($id: ID!, $f: SubscriptionFilter, $first: Int!, $after: String) { customer(id: $id) {
              subscriptions(filter: $f, first: $first, after: $after) {
                edges { cursor node { id number status plan { name } items { kind name quantity unitPrice { amount } ownPrice }
                  recurringTotal { amount currency } currentPeriod { start end } nextInvoiceOn startedOn } }
                pageInfo { hasNextPage hasPreviousPage endCursor } } } }""";

    private static final String ALL =
            """
            query($f: SubscriptionFilter, $first: Int!, $after: String) {
              subscriptions(filter: $f, first: $first, after: $after) {
                edges { node { id customer { name } } } pageInfo { hasNextPage endCursor } } }""";

    Shop shop;
    UUID customer;
    UUID other;
    UUID plan;
    UUID addon;
    String planName = "";
    final List<UUID> ids = new ArrayList<>();

    @BeforeAll
    void fiveSubscriptionsOfOneCustomer() {
        shop = new Shop(asOwner());
        customer = shop.customer(Map.of("name", "Zebra 100% Ltd"));
        other = shop.customer();
        plan = shop.monthly("USD", "20");
        addon = shop.addon("USD", "2.50");
        planName = planName(plan);
        var second = shop.monthly("USD", "10");
        ids.add(shop.started(customer, plan, Map.of("startOn", "2029-11-30")));
        ids.add(shop.started(customer, plan, Map.of("startOn", "2029-12-15")));
        ids.add(
                shop.started(
                        customer,
                        plan,
                        Map.of(
                                "quantity",
                                2,
                                "addons",
                                List.of(Map.of("addonId", addon, "quantity", 3)))));
        ids.add(shop.started(customer, second));
        ids.add(shop.started(customer, second, Map.of("startOn", "2030-03-01")));
        shop.started(other, plan);
    }

    @Test
    @Tag("P17")
    void theListHoldsAllSubscriptionsOfTheCustomerNewestFirst() {
        var answer = own(asContact(customer), null, 20, null);

        answer.path("customer.subscriptions.edges[*].node.id")
                .entityList(String.class)
                .containsExactly(
                        ids.get(4).toString(),
                        ids.get(3).toString(),
                        ids.get(2).toString(),
                        ids.get(1).toString(),
                        ids.get(0).toString());
        is(answer, "customer.subscriptions.edges[2].node.recurringTotal.amount", "47.50");
        answer.path("customer.subscriptions.edges[2].node.items[*].kind")
                .entityList(String.class)
                .containsExactly("PLAN", "ADDON");
        is(answer, "customer.subscriptions.edges[2].node.items[1].unitPrice.amount", "2.50");
        is(answer, "customer.subscriptions.edges[4].node.currentPeriod.start", "2029-12-30");
    }

    @Test
    void aListIsReadPageByPage() {
        var first = own(asContact(customer), null, 2, null);
        is(first, "customer.subscriptions.pageInfo.hasNextPage", "true");
        var second = own(asContact(customer), null, 2, end(first));
        is(second, "customer.subscriptions.pageInfo.hasPreviousPage", "true");
        var third = own(asContact(customer), null, 2, end(second));
        is(third, "customer.subscriptions.pageInfo.hasNextPage", "false");

        var read = new ArrayList<String>();
        for (var page : List.of(first, second, third)) {
            read.addAll(
                    page.path("customer.subscriptions.edges[*].node.id")
                            .entityList(String.class)
                            .get());
        }
        assertThat(read)
                .containsExactlyElementsOf(ids.reversed().stream().map(UUID::toString).toList());
    }

    @ParameterizedTest
    @Tag("P19")
    @CsvSource(
            textBlock =
                    """
                    FUTURE,          1
                    LIVE,            4
                    'LIVE,FUTURE',   5
                    CANCELLED,       0
                    """)
    void filtersNarrowTheListByStatus(String statuses, int count) {
        var answer =
                own(
                        asContact(customer),
                        Map.of("statuses", List.of(statuses.split(","))),
                        20,
                        null);

        answer.path("customer.subscriptions.edges").entityList(Object.class).hasSize(count);
    }

    @Test
    @Tag("P19")
    void filtersNarrowTheListByPlanAndWords() {
        assertThat(found(Map.of("planId", plan))).hasSize(3);
        assertThat(found(Map.of("search", planName.toUpperCase(java.util.Locale.ROOT)))).hasSize(3);
        assertThat(found(Map.of("search", "zebra  " + planName.split(" ")[1]))).hasSize(3);
        assertThat(found(Map.of("search", "100%"))).hasSize(5);
        assertThat(found(Map.of("search", "1_0"))).isEmpty();
        assertThat(found(Map.of("search", "%"))).hasSize(5);
        assertThat(found(Map.of("search", "  "))).hasSize(5);
        assertThat(found(Map.of("search", "zebra giraffe"))).isEmpty();
        assertThat(found(Map.of("search", number(ids.get(1))))).containsExactly(ids.get(1));
    }

    @Test
    void staffSeeThoseOfAllCustomersAndProgramsOfOneCustomerTheirOwn() {
        var reader = asStaff(Permission.SUBSCRIPTION_READ, Permission.CUSTOMER_READ);
        assertThat(all(reader, Map.of("planId", plan))).hasSize(4);
        assertThat(all(reader, Map.of("planId", plan, "search", "zebra"))).hasSize(3);

        var program =
                new Caller(
                        Caller.Kind.CLIENT,
                        Ids.next(),
                        "Shop",
                        Set.of(Permission.SUBSCRIPTION_READ),
                        other,
                        null);
        assertThat(all(graphql(program), Map.of())).hasSize(1);
    }

    @Test
    @Tag("P20")
    void aSubscriptionIsSeenByItsCustomerAndStaffOnly() {
        var id = ids.get(2);
        for (var reader : List.of(asContact(customer), asStaff(Permission.SUBSCRIPTION_READ))) {
            is(one(reader, id), "subscription.status", "LIVE");
        }
        refused(one(asContact(other), id), ErrorType.NOT_FOUND);
        refused(one(asContact(customer), Ids.next()), ErrorType.NOT_FOUND);
        refused(one(anonymous(), id), ErrorType.UNAUTHORIZED);
        refused(one(asStaff(Permission.CUSTOMER_READ), id), ErrorType.FORBIDDEN);
        refused(list(anonymous()), ErrorType.UNAUTHORIZED);
        refused(list(asContact(customer)), ErrorType.FORBIDDEN);
        refused(list(asStaff(Permission.CUSTOMER_READ)), ErrorType.FORBIDDEN);
        refused(own(asContact(other), null, 5, null), ErrorType.NOT_FOUND);
        refused(own(anonymous(), null, 5, null), ErrorType.UNAUTHORIZED);
        refused(own(asStaff(Permission.CUSTOMER_READ), null, 5, null), ErrorType.FORBIDDEN);
    }

    @Test
    @Tag("P62")
    void theInvoicesOfASubscriptionAreThoseOfThatSubscriptionOnly() {
        var answer =
                asContact(customer)
                        .document(
                                "query($c: ID!, $s: ID!) { customer(id: $c) { invoices(filter:"
                                        + " {subscriptionId: $s}) { edges { node { subscriptions { id }"
                                        + " } } } } }")
                        .variable("c", customer)
                        .variable("s", ids.get(2))
                        .execute();

        answer.path("customer.invoices.edges[*].node.subscriptions[*].id")
                .entityList(String.class)
                .containsExactly(ids.get(2).toString());
    }

    @Test
    void contactsSeeNoHistory() {
        refused(
                asContact(customer)
                        .document(
                                "query($id: ID!) { subscription(id: $id) { history { edges { node {"
                                        + " what } } } } }")
                        .variable("id", ids.get(2))
                        .execute(),
                ErrorType.FORBIDDEN);
    }

    @ParameterizedTest
    @CsvSource({"0", "101", "-1"})
    void aPageHasBetweenOneAndAHundredRows(int first) {
        refused(own(asContact(customer), null, first, null), ErrorType.BAD_REQUEST);
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        refused(own(asContact(customer), null, 5, "x"), ErrorType.BAD_REQUEST);
    }

    @Test
    void theStatusIsTheSameInTheDatabaseAndInTheRule() {
        var rows =
                db.sql("select status, phase, collection, cancels_on from subscription")
                        .map(
                                row ->
                                        row.get("status", String.class)
                                                + SubscriptionStatus.of(
                                                        SubscriptionPhase.valueOf(
                                                                String.valueOf(
                                                                        row.get(
                                                                                "phase",
                                                                                String.class))),
                                                        CollectionState.valueOf(
                                                                String.valueOf(
                                                                        row.get(
                                                                                "collection",
                                                                                String.class))),
                                                        row.get(
                                                                "cancels_on",
                                                                java.time.LocalDate.class)))
                        .all()
                        .collectList()
                        .block();
        assertThat(rows).isNotEmpty();
        for (var phase : SubscriptionPhase.values()) {
            for (var collection : CollectionState.values()) {
                for (var cancels : new String[] {null, "2030-02-01"}) {
                    if (phase == SubscriptionPhase.LIVE || collection == CollectionState.CLEAR) {
                        assertThat(derived(phase, collection, cancels))
                                .isEqualTo(
                                        SubscriptionStatus.of(
                                                        phase,
                                                        collection,
                                                        cancels == null
                                                                ? null
                                                                : java.time.LocalDate.parse(
                                                                        cancels))
                                                .name());
                    }
                }
            }
        }
    }

    @Test
    void aPageTakesTheSameStatementsHoweverLongItIs() {
        var reader = asOwner();
        var document =
                """
                query($first: Int!) {
                  subscriptions(first: $first) { edges { node { number customer { name
                      subscriptions(first: 5) { edges { node { id plan { name } } } } balances { currency } }
                    plan { name } items { name } recurringTotal { amount } } } } }""";
        for (var first : List.of(1, 5)) {
            reader.document(document).variable("first", first).executeAndVerify();
        }

        var one =
                Statements.during(
                        () -> reader.document(document).variable("first", 1).executeAndVerify());
        var five =
                Statements.during(
                        () -> reader.document(document).variable("first", 5).executeAndVerify());

        assertThat(one).isNotEmpty().hasSizeLessThan(12);
        assertThat(five).hasSameSizeAs(one);
    }

    private String derived(
            SubscriptionPhase phase, CollectionState collection, @Nullable String cancels) {
        var sql =
                db.sql(
                                """
                                update subscription set phase = :phase, collection = :collection, cancels_on = :cancels,
                                       ended_on = case when :over then started_on end
                                 where customer_id = :customer returning status
                                """)
                        .bind("phase", phase.name())
                        .bind("collection", collection.name())
                        .bind("over", phase.ended())
                        .bind("customer", other);
        return (cancels == null
                        ? sql.bindNull("cancels", java.time.LocalDate.class)
                        : sql.bind("cancels", java.time.LocalDate.parse(cancels)))
                .mapValue(String.class)
                .first()
                .blockOptional()
                .orElseThrow();
    }

    private List<UUID> found(Map<String, Object> filter) {
        return own(asContact(customer), filter, 50, null)
                .path("customer.subscriptions.edges[*].node.id")
                .entityList(UUID.class)
                .get();
    }

    private static List<String> all(HttpGraphQlTester reader, Map<String, Object> filter) {
        return reader.document(ALL.replace("customer { name }", ""))
                .variable("f", filter)
                .variable("first", 50)
                .execute()
                .path("subscriptions.edges[*].node.id")
                .entityList(String.class)
                .get();
    }

    private GraphQlTester.Response own(
            HttpGraphQlTester reader,
            @Nullable Map<String, Object> filter,
            int first,
            @Nullable String after) {
        var variables = new LinkedHashMap<String, @Nullable Object>();
        variables.put("id", customer);
        variables.put("f", filter);
        variables.put("first", first);
        variables.put("after", after);
        var request = reader.document(OWN);
        variables.forEach(request::variable);
        return request.execute();
    }

    private static GraphQlTester.Response list(HttpGraphQlTester reader) {
        return reader.document("{ subscriptions { edges { node { id } } } }").execute();
    }

    private static GraphQlTester.Response one(HttpGraphQlTester reader, UUID id) {
        return reader.document("query($id: ID!) { subscription(id: $id) { id status startedOn } }")
                .variable("id", id)
                .execute();
    }

    private String planName(UUID id) {
        return asOwner()
                .document("query($id: ID!) { plan(id: $id) { name } }")
                .variable("id", id)
                .execute()
                .path("plan.name")
                .entity(String.class)
                .get();
    }

    private String number(UUID id) {
        return asOwner()
                .document("query($id: ID!) { subscription(id: $id) { number } }")
                .variable("id", id)
                .execute()
                .path("subscription.number")
                .entity(String.class)
                .get();
    }

    private static String end(GraphQlTester.Response answer) {
        return answer.path("customer.subscriptions.pageInfo.endCursor").entity(String.class).get();
    }

    private static void is(GraphQlTester.Response answer, String path, String value) {
        answer.path(path).entity(String.class).isEqualTo(value);
    }

    private static void refused(GraphQlTester.Response answer, ErrorType type) {
        answer.errors()
                .satisfy(
                        errors ->
                                assertThat(errors)
                                        .isNotEmpty()
                                        .allSatisfy(
                                                error ->
                                                        assertThat(error.getErrorType())
                                                                .isEqualTo(type)));
    }
}
