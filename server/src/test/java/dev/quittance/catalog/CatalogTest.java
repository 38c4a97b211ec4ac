package dev.quittance.catalog;

import dev.quittance.testing.IntegrationTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.graphql.test.tester.GraphQlTester;

/** What tests of the catalog have in common. */
abstract class CatalogTest extends IntegrationTest {
    static final String CREATE =
            """
            mutation($input: CreatePlanInput!) { createPlan(input: $input) {
              __typename
              ... on PlanCreated { plan { ...p } }
              ... on PlanNameTaken { message plan { ...p } }
              ... on InvalidInput { message fields { path message } } } }
            fragment p on Plan {
              id name code description archived taxInclusive interval { count unit }
              prices { price { amount currency } setupFee { amount currency } } product { name } }
            """;
    static final String UPDATE =
            """
            mutation($input: UpdatePlanInput!) { updatePlan(input: $input) {
              __typename
              ... on PlanUpdated { plan { name description prices { price { amount currency } } } }
              ... on PlanNameTaken { plan { id } }
              ... on InvalidInput { fields { path message } } } }
            """;
    static final String ARCHIVE =
            """
            mutation($id: ID!, $archived: Boolean!) {
              setPlanArchived(input: {id: $id, archived: $archived}) {
                __typename ... on PlanUpdated { plan { archived } } ... on PlanNameTaken { message } } }
            """;

    String product = "";

    @BeforeAll
    void aProduct() {
        product =
                asOwner()
                        .document(
                                "mutation { createProduct(input: {name: \"Hosting\"}) { ... on"
                                        + " ProductCreated { product { id } } } }")
                        .execute()
                        .path("createProduct.product.id")
                        .entity(String.class)
                        .get();
    }

    Map<String, Object> plan(String name) {
        return Map.of(
                "productId",
                product,
                "name",
                name,
                "interval",
                Map.of("count", 1, "unit", "MONTH"),
                "prices",
                List.of(Map.of("price", money("10.00", "USD"))));
    }

    static Map<String, Object> with(Map<String, Object> plan, String field, Object value) {
        var changed = new HashMap<>(plan);
        changed.put(field, value);
        return changed;
    }

    static Map<String, Object> money(String amount, String currency) {
        return Map.of("amount", amount, "currency", currency);
    }

    GraphQlTester.Response create(Map<String, Object> input) {
        return asOwner().document(CREATE).variable("input", input).execute();
    }

    GraphQlTester.Response update(Map<String, Object> input) {
        return asOwner().document(UPDATE).variable("input", input).execute();
    }

    GraphQlTester.Response archive(String id, boolean archived) {
        return asOwner()
                .document(ARCHIVE)
                .variable("id", id)
                .variable("archived", archived)
                .execute();
    }

    GraphQlTester.Response page(
            int first, @org.jspecify.annotations.Nullable String after, String search) {
        return asOwner()
                .document(
                        "query($first: Int!, $after: String, $search: String) { plans(first: $first,"
                                + " after: $after, search: $search) { totalCount edges { node { name }"
                                + " } pageInfo { hasNextPage endCursor } } }")
                .variable("first", first)
                .variable("after", after)
                .variable("search", search)
                .execute();
    }
}
