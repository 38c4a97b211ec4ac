package dev.quittance.customers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Permission;
import dev.quittance.testing.Refusals;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CustomerAccessIntegrationTests extends CustomerTest {

    @Test
    @Tag("P10")
    void aContactChangesTheirOwnDetailsAndNoOthers() {
        var mine = customer("Mine");
        var document =
                """
                mutation($input: UpdateMyDetailsInput!) { updateMyDetails(input: $input) {
                  __typename
                  ... on MyDetailsUpdated { customer { id name phone billingAddress { city } } }
                  ... on InvalidInput { fields { path } } } }
                """;
        asContact(mine)
                .document(document)
                .variable(
                        "input",
                        Map.of(
                                "phone",
                                "555 0199",
                                "billingAddress",
                                address("Road 1", "Berlin", "DE")))
                .execute()
                .path("updateMyDetails.customer.id")
                .entity(UUID.class)
                .isEqualTo(mine)
                .path("updateMyDetails.customer.name")
                .entity(String.class)
                .isEqualTo("Mine")
                .path("updateMyDetails.customer.billingAddress.city")
                .entity(String.class)
                .isEqualTo("Berlin");
        asContact(mine)
                .document(document)
                .variable("input", Collections.singletonMap("name", null))
                .execute()
                .path("updateMyDetails.fields[*].path")
                .entityList(String.class)
                .containsExactly("name");
        assertThat(
                        Refusals.of(
                                asOwner()
                                        .document(document)
                                        .variable("input", Map.of("phone", "555 0199"))))
                .containsExactly("NOT_FOUND");
    }

    @Test
    @Tag("P10")
    void aContactSeesTheirOwnCustomerAndNoOther() {
        var mine = customer("Own");
        var other = customer("Foreign");
        asContact(mine)
                .document(
                        "{ viewer { customer { id name email contacts { name } billingAddress { city"
                                + " } paymentKind } } }")
                .execute()
                .path("viewer.customer.id")
                .entity(UUID.class)
                .isEqualTo(mine);

        var document = "{ customer(id: \"%s\") { id } }";
        asContact(mine).document(document.formatted(mine)).execute().path("customer.id").hasValue();
        assertThat(messages(asContact(mine), document.formatted(other)))
                .isEqualTo(messages(asContact(mine), document.formatted(UUID.randomUUID())));
        assertThat(Refusals.of(asContact(mine), document.formatted(other)))
                .containsExactly("NOT_FOUND");
    }

    @Test
    void whatOnlyStaffMayKnowIsKeptFromContacts() {
        var mine = customer("Secretive");
        for (var field :
                List.of(
                        "information",
                        "salespeople",
                        "billingFaults",
                        "active",
                        "contractType",
                        "billingGroups { id }",
                        "history { edges { cursor } }")) {
            assertThat(
                            Refusals.of(
                                    asContact(mine),
                                    "{ viewer { customer { %s } } }".formatted(field)))
                    .as(field)
                    .containsExactly("FORBIDDEN");
        }
    }

    @Test
    void staffHaveNoCustomerOfTheirOwn() {
        asOwner()
                .document("{ viewer { customer { id } } }")
                .execute()
                .path("viewer.customer")
                .valueIsNull();
    }

    @Test
    void whoMayNotIsRefused() {
        var id = customer("Guarded");
        for (var document :
                List.of(
                        "{ customers { totalCount } }",
                        "mutation { createCustomer(input: {name: \"x\"}) { __typename } }",
                        "mutation { updateCustomer(input: {id: \"%s\", name: \"x\"}) { __typename } }"
                                .formatted(id))) {
            assertThat(Refusals.of(anonymous(), document)).containsExactly("UNAUTHORIZED");
            assertThat(Refusals.of(asContact(id), document)).containsExactly("FORBIDDEN");
            assertThat(Refusals.of(asStaff(Permission.CATALOG_READ), document))
                    .containsExactly("FORBIDDEN");
        }
        assertThat(
                        Refusals.of(
                                asStaff(Permission.CUSTOMER_READ),
                                "mutation { createCustomer(input: {name: \"x\"}) { __typename } }"))
                .containsExactly("FORBIDDEN");
        assertThat(Refusals.of(anonymous(), "{ customer(id: \"%s\") { id } }".formatted(id)))
                .containsExactly("UNAUTHORIZED");
        assertThat(
                        Refusals.of(
                                anonymous(),
                                "mutation { updateMyDetails(input: {name: \"x\"}) { __typename } }"))
                .containsExactly("UNAUTHORIZED");
    }

    @Test
    void whatIsNotThereIsNotFoundAndWhatIsNoIdIsRefused() {
        var unknown = UUID.randomUUID();

        assertThat(Refusals.of(asOwner(), "{ customer(id: \"%s\") { id } }".formatted(unknown)))
                .containsExactly("NOT_FOUND");
        assertThat(Refusals.of(asOwner(), "{ customer(id: \"42\") { id } }"))
                .containsExactly("BAD_REQUEST");
        assertThat(
                        Refusals.of(
                                asOwner(),
                                "mutation { updateCustomer(input: {id: \"%s\"}) { __typename } }"
                                        .formatted(unknown)))
                .containsExactly("NOT_FOUND");
    }

    private static List<String> messages(
            org.springframework.graphql.test.tester.GraphQlTester tester, String document) {
        var messages = new java.util.ArrayList<String>();
        tester.document(document)
                .execute()
                .errors()
                .satisfy(
                        errors ->
                                errors.forEach(e -> messages.add(String.valueOf(e.getMessage()))));
        return messages;
    }
}
