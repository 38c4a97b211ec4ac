package dev.quittance.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Permission;
import dev.quittance.testing.Refusals;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogIntegrationTests extends CatalogTest {

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
}
