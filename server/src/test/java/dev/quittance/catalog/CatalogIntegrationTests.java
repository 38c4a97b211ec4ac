package dev.quittance.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Permission;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Refusals;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.graphql.test.tester.GraphQlTester;

class CatalogIntegrationTests extends IntegrationTest {
    private static final String CREATE =
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
    private static final String UPDATE =
            """
            mutation($input: UpdatePlanInput!) { updatePlan(input: $input) {
              __typename
              ... on PlanUpdated { plan { name description prices { price { amount currency } } } }
              ... on PlanNameTaken { plan { id } }
              ... on InvalidInput { fields { path message } } } }
            """;
    private static final String ARCHIVE =
            """
            mutation($id: ID!, $archived: Boolean!) {
              setPlanArchived(input: {id: $id, archived: $archived}) {
                __typename ... on PlanUpdated { plan { archived } } ... on PlanNameTaken { message } } }
            """;

    private String product = "";

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

    @Test
    @Tag("A7")
    @Tag("A8")
    void aPlanHasANameAndAPriceInACurrency() {
        var input = new HashMap<>(plan("Gold yearly"));
        input.put(
                "prices",
                List.of(
                        Map.of("price", money("29.00", "USD"), "setupFee", money("5.00", "USD")),
                        Map.of("price", money("1000", "JPY"))));

        create(input)
                .path("createPlan.__typename")
                .entity(String.class)
                .isEqualTo("PlanCreated")
                .path("createPlan.plan.name")
                .entity(String.class)
                .isEqualTo("Gold yearly")
                .path("createPlan.plan.code")
                .entity(String.class)
                .isEqualTo("gold-yearly")
                .path("createPlan.plan.prices[*].price")
                .entityList(Map.class)
                .containsExactly(money("1000", "JPY"), money("29.00", "USD"))
                .path("createPlan.plan.prices[1].setupFee.amount")
                .entity(String.class)
                .isEqualTo("5.00")
                .path("createPlan.plan.product.name")
                .entity(String.class)
                .isEqualTo("Hosting");
    }

    @Test
    @Tag("A11")
    void aSecondPlanOfTheSameNameIsRefused() {
        var first = create(plan("Unique")).path("createPlan.plan.id").entity(String.class).get();

        create(plan("UNIQUE "))
                .path("createPlan.__typename")
                .entity(String.class)
                .isEqualTo("PlanNameTaken")
                .path("createPlan.plan.id")
                .entity(String.class)
                .isEqualTo(first);
    }

    @Test
    void theNameOfAnArchivedPlanIsFreeUntilItComesBack() {
        var old = create(plan("Vintage")).path("createPlan.plan.id").entity(String.class).get();
        archive(old, true)
                .path("setPlanArchived.plan.archived")
                .entity(Boolean.class)
                .isEqualTo(true);
        create(plan("Vintage"))
                .path("createPlan.plan.code")
                .entity(String.class)
                .isEqualTo("vintage-2");

        archive(old, false)
                .path("setPlanArchived.__typename")
                .entity(String.class)
                .isEqualTo("PlanNameTaken");
    }

    @Test
    void aCodeIsTakenOnce() {
        create(with(plan("Coded"), "code", "C-1"));

        create(with(plan("Coded again"), "code", "C-1"))
                .path("createPlan.fields[0].path")
                .entity(String.class)
                .isEqualTo("code");
    }

    @Test
    void allFaultsOfAPlanAreToldAtOnce() {
        var input = new HashMap<>(plan("\u0007"));
        input.put("code", "no spaces");
        input.put("interval", Map.of("count", 0, "unit", "MONTH"));
        input.put("prices", List.of(Map.of("price", money("-1.005", "USD"))));

        create(input)
                .path("createPlan.fields[*].path")
                .entityList(String.class)
                .containsExactly(
                        "interval.count",
                        "name",
                        "code",
                        "prices[0].price.amount",
                        "prices[0].price.amount");
    }

    @Test
    void aPlanBelongsToAProduct() {
        create(with(plan("Orphan"), "productId", UUID.randomUUID().toString()))
                .path("createPlan.fields[0].path")
                .entity(String.class)
                .isEqualTo("productId");
    }

    @Test
    void aChangeKeepsWhatIsLeftOutAndEveryCurrencySoldIn() {
        var id =
                create(with(plan("Changing"), "description", "Before"))
                        .path("createPlan.plan.id")
                        .entity(String.class)
                        .get();

        update(Map.of("id", id, "name", "Changed"))
                .path("updatePlan.plan.description")
                .entity(String.class)
                .isEqualTo("Before");
        update(Map.of("id", id, "prices", List.of(Map.of("price", money("9.00", "EUR")))))
                .path("updatePlan.fields[0].message")
                .entity(String.class)
                .isEqualTo("must keep a price in USD");
        update(
                        Map.of(
                                "id",
                                id,
                                "prices",
                                List.of(
                                        Map.of("price", money("9.00", "EUR")),
                                        Map.of("price", money("11.00", "USD")))))
                .path("updatePlan.plan.prices[*].price")
                .entityList(Map.class)
                .containsExactly(money("9.00", "EUR"), money("11.00", "USD"));
    }

    @Test
    void aChangeCannotTakeTheNameOfAnother() {
        var other = create(plan("Other")).path("createPlan.plan.id").entity(String.class).get();
        var mine = create(plan("Mine")).path("createPlan.plan.id").entity(String.class).get();

        update(Map.of("id", mine, "name", "other"))
                .path("updatePlan.plan.id")
                .entity(String.class)
                .isEqualTo(other);
    }

    @Test
    void plansArePagedByNameAndSearched() {
        List.of("Page c", "page a", "Page b").forEach(name -> create(plan(name)));
        var first = page(2, null, "page");

        assertThat(first.path("plans.edges[*].node.name").entityList(String.class).get())
                .containsExactly("page a", "Page b");
        first.path("plans.totalCount").entity(Integer.class).isEqualTo(3);
        var cursor = first.path("plans.pageInfo.endCursor").entity(String.class).get();
        page(2, cursor, "page")
                .path("plans.edges[*].node.name")
                .entityList(String.class)
                .containsExactly("Page c")
                .path("plans.pageInfo.hasNextPage")
                .entity(Boolean.class)
                .isEqualTo(false);
    }

    @Test
    void anAddonHasANameOfItsOwn() {
        var document =
                """
                mutation($product: ID!, $name: String!) {
                  createAddon(input: {productId: $product, name: $name,
                                      prices: [{amount: "0", currency: "USD"}]}) {
                    __typename
                    ... on AddonCreated { addon { code prices { amount } product { id } } }
                    ... on InvalidInput { fields { path } } } }
                """;
        var request = asOwner().document(document).variable("product", product);
        request.variable("name", "Extra backup")
                .execute()
                .path("createAddon.addon.code")
                .entity(String.class)
                .isEqualTo("extra-backup");

        request.variable("name", "EXTRA backup")
                .execute()
                .path("createAddon.fields[*].path")
                .entityList(String.class)
                .containsExactly("name");
    }

    @Test
    void aProductHasANameOfItsOwnAndAKnownTaxCategory() {
        var document =
                """
                mutation($name: String!, $tax: ID) {
                  createProduct(input: {name: $name, taxCategoryId: $tax}) {
                    __typename ... on InvalidInput { fields { path } } } }
                """;

        asOwner()
                .document(document)
                .variable("name", "Hosting")
                .execute()
                .path("createProduct.fields[*].path")
                .entityList(String.class)
                .containsExactly("name");
        asOwner()
                .document(document)
                .variable("name", "Something else")
                .variable("tax", UUID.randomUUID().toString())
                .execute()
                .path("createProduct.fields[*].path")
                .entityList(String.class)
                .containsExactly("taxCategoryId");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ products { id } }",
                "{ plans { totalCount } }",
                "{ plan(id: \"00000000-0000-0000-0000-000000000001\") { id } }",
                "{ addons { id } }",
                "mutation { createProduct(input: {name: \"x\"}) { __typename } }",
                "mutation { setPlanArchived(input: {id: \"00000000-0000-0000-0000-000000000001\","
                        + " archived: true}) { __typename } }",
                "mutation { updatePlan(input: {id: \"00000000-0000-0000-0000-000000000001\"}) {"
                        + " __typename } }",
                "mutation { createPlan(input: {productId: \"x\", name: \"x\", interval: {count: 1,"
                        + " unit: MONTH}, prices: []}) { __typename } }",
                "mutation { createAddon(input: {productId: \"x\", name: \"x\", prices: []}) {"
                        + " __typename } }",
            })
    void theCatalogIsForStaff(String document) {
        assertThat(Refusals.of(anonymous(), document)).containsExactly("UNAUTHORIZED");
        assertThat(Refusals.of(asContact(UUID.randomUUID()), document))
                .containsExactly("FORBIDDEN");
        assertThat(Refusals.of(asStaff(Permission.CUSTOMER_WRITE), document))
                .containsExactly("FORBIDDEN");
    }

    @Test
    void whatIsNotThereIsNotFoundAndWhatIsNoIdIsRefused() {
        var unknown = UUID.randomUUID();

        assertThat(Refusals.of(asOwner(), "{ plan(id: \"%s\") { id } }".formatted(unknown)))
                .containsExactly("NOT_FOUND");
        assertThat(Refusals.of(asOwner(), "{ plan(id: \"' or 1=1 --\") { id } }"))
                .containsExactly("BAD_REQUEST");
        assertThat(Refusals.of(asOwner(), "{ plans(after: \"AAAA\") { totalCount } }"))
                .containsExactly("BAD_REQUEST");
        assertThat(Refusals.of(asOwner(), "{ plans(search: \"\\u0000\") { totalCount } }"))
                .containsExactly("BAD_REQUEST");
        assertThat(Refusals.of(asOwner(), "{ plans(first: 101) { totalCount } }"))
                .containsExactly("BAD_REQUEST");
    }

    private Map<String, Object> plan(String name) {
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

    private static Map<String, Object> with(Map<String, Object> plan, String field, Object value) {
        var changed = new HashMap<>(plan);
        changed.put(field, value);
        return changed;
    }

    private static Map<String, Object> money(String amount, String currency) {
        return Map.of("amount", amount, "currency", currency);
    }

    private GraphQlTester.Response create(Map<String, Object> input) {
        return asOwner().document(CREATE).variable("input", input).execute();
    }

    private GraphQlTester.Response update(Map<String, Object> input) {
        return asOwner().document(UPDATE).variable("input", input).execute();
    }

    private GraphQlTester.Response archive(String id, boolean archived) {
        return asOwner()
                .document(ARCHIVE)
                .variable("id", id)
                .variable("archived", archived)
                .execute();
    }

    private GraphQlTester.Response page(
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
