package dev.quittance.customers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Permission;
import dev.quittance.testing.Refusals;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CustomerIntegrationTests extends CustomerTest {

    @Test
    @Tag("L2")
    @Tag("L3")
    @Tag("L4")
    @Tag("L5")
    @Tag("L6")
    @Tag("L7")
    @Tag("L17")
    @Tag("L18")
    @Tag("L19")
    @Tag("A17")
    @Tag("A18")
    void aCustomerIsKeptWithAllThatIsKnown() {
        var input = new HashMap<String, Object>();
        input.put("externalId", "C-1");
        input.put("name", "  Łódź Ωmega Ltd ");
        input.put("email", "billing@example.com");
        input.put("phone", "+48 42 100 20 30");
        input.put("invoiceRecipients", List.of("a@example.com", "b@example.com"));
        input.put("billingAddress", address("Piotrkowska 1", "Łódź", "PL"));
        input.put("shippingAddress", address("Dock 4", "Gdynia", "PL"));
        input.put("taxId", "PL1234567890");
        input.put("paymentKind", "INVOICE");
        input.put("dueDays", 30);
        input.put("currency", "PLN");
        input.put("locale", "pl-pl");
        input.put("timeZone", "Europe/Warsaw");
        input.put("startsOn", "2027-01-01");
        input.put("endsOn", "2028-01-01");
        input.put("contractType", "Two years");
        input.put("salespeople", List.of("Kim", "Lee"));
        input.put("invoiceNote", "Thank you,\ncome again.");
        input.put("purchaseOrder", "PO-77");
        input.put("information", "Likes tea.");
        input.put("contact", Map.of("name", "Ola", "email", "ola@example.com"));
        var response = create(input);

        var expected = new HashMap<String, Object>(input);
        expected.remove("contact");
        expected.put("name", "Łódź Ωmega Ltd");
        expected.put("locale", "pl-PL");
        expected.put("active", true);
        expected.put("billingFaults", List.of());
        expected.put("billingGroups", List.of(Map.of("name", "Default")));
        var kept = response.path("createCustomer.customer").entity(Map.class).get();
        for (var fact : expected.entrySet()) {
            if (!fact.getKey().endsWith("Address")) {
                assertThat(kept.get(fact.getKey())).as(fact.getKey()).isEqualTo(fact.getValue());
            }
        }
        response.path("createCustomer.customer.billingAddress.city")
                .entity(String.class)
                .isEqualTo("Łódź")
                .path("createCustomer.customer.shippingAddress.line1")
                .entity(String.class)
                .isEqualTo("Dock 4")
                .path("createCustomer.customer.contacts[0].role")
                .entity(String.class)
                .isEqualTo("PRIMARY")
                .path("createCustomer.customer.contacts[0].status")
                .entity(String.class)
                .isEqualTo("NOT_INVITED");
    }

    @Test
    void whatIsLeftOutIsTheOrganisations() {
        create(Map.of("name", "Modest"))
                .path("createCustomer.customer.dueDays")
                .entity(Integer.class)
                .isEqualTo(14)
                .path("createCustomer.customer.currency")
                .entity(String.class)
                .isEqualTo("USD")
                .path("createCustomer.customer.locale")
                .entity(String.class)
                .isEqualTo("en")
                .path("createCustomer.customer.paymentKind")
                .entity(String.class)
                .isEqualTo("INVOICE")
                .path("createCustomer.customer.today")
                .entity(String.class)
                .isEqualTo("2030-01-01");
    }

    @Test
    void todayIsTheDayWhereTheCustomerIs() {
        create(Map.of("name", "Far east", "timeZone", "Pacific/Kiritimati"))
                .path("createCustomer.customer.today")
                .entity(String.class)
                .isEqualTo("2030-01-02");
    }

    @ParameterizedTest
    @EnumSource(PaymentKind.class)
    @Tag("L10")
    @Tag("L11")
    void aCustomerPaysInOneOfThreeWays(PaymentKind kind) {
        create(Map.of("name", "Payer", "paymentKind", kind.name()))
                .path("createCustomer.customer.paymentKind")
                .entity(String.class)
                .isEqualTo(kind.name());
    }

    @Test
    void allFaultsAreToldAtOnceAndNothingIsKept() {
        var before = count();
        create(
                        Map.of(
                                "name", "\u202Etxt",
                                "email", "a@b",
                                "invoiceRecipients", List.of("ok@example.com", "no"),
                                "dueDays", 999,
                                "locale", "xx-yy",
                                "timeZone", "Nowhere",
                                "startsOn", "2027-02-01",
                                "endsOn", "2027-01-01",
                                "billingAddress", address("", "Berlin", "DE"),
                                "contact", Map.of("name", " ", "email", "x")))
                .path("createCustomer.fields[*].path")
                .entityList(String.class)
                .containsExactly(
                        "dueDays",
                        "endsOn",
                        "name",
                        "email",
                        "invoiceRecipients[1]",
                        "billingAddress.line1",
                        "locale",
                        "timeZone",
                        "contact.name",
                        "contact.email");
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void anExternalIdIsTakenOnce() {
        var first = create(Map.of("name", "First", "externalId", "X-9"));
        create(Map.of("name", "Second", "externalId", " X-9 "))
                .path("createCustomer.__typename")
                .entity(String.class)
                .isEqualTo("ExternalIdTaken")
                .path("createCustomer.customer.id")
                .entity(String.class)
                .isEqualTo(first.path("createCustomer.customer.id").entity(String.class).get());

        update(customer("Third"), Map.of("externalId", "X-9"))
                .path("updateCustomer.customer.name")
                .entity(String.class)
                .isEqualTo("First");
    }

    @Test
    @Tag("L9")
    void whatIsLeftOutStaysAndAnExplicitNullEmpties() {
        var id =
                UUID.fromString(
                        create(
                                        Map.of(
                                                "name",
                                                "Changing",
                                                "phone",
                                                "555 0100",
                                                "taxId",
                                                "DE1",
                                                "salespeople",
                                                List.of("Kim"),
                                                "shippingAddress",
                                                address("A", "B", "DE"),
                                                "billingAddress",
                                                address("A", "B", "DE")))
                                .path("createCustomer.customer.id")
                                .entity(String.class)
                                .get());
        var changes = new HashMap<String, @org.jspecify.annotations.Nullable Object>();
        changes.put("phone", null);
        changes.put("salespeople", null);
        changes.put("shippingAddress", null);
        changes.put("billingAddress", address("New", "Town", "AT"));
        changes.put("active", false);
        update(id, changes)
                .path("updateCustomer.customer.phone")
                .valueIsNull()
                .path("updateCustomer.customer.salespeople")
                .entityList(String.class)
                .hasSize(0)
                .path("updateCustomer.customer.shippingAddress")
                .valueIsNull()
                .path("updateCustomer.customer.billingAddress.country")
                .entity(String.class)
                .isEqualTo("AT")
                .path("updateCustomer.customer.active")
                .entity(Boolean.class)
                .isEqualTo(false)
                .path("updateCustomer.customer.taxId")
                .entity(String.class)
                .isEqualTo("DE1");
        asOwner()
                .document("query($id: ID!) { customer(id: $id) { ...c } }" + FACTS)
                .variable("id", id)
                .execute()
                .path("customer.billingAddress.line1")
                .entity(String.class)
                .isEqualTo("New");
        var nothing = Collections.<String, Object>singletonMap("name", null);
        update(id, nothing)
                .path("updateCustomer.fields[*].path")
                .entityList(String.class)
                .containsExactly("name");
    }

    @Test
    void theHistorySaysWhoChangedWhat() {
        var id = customer("Historic");
        update(id, Map.of("dueDays", 7));
        update(id, Map.of("dueDays", 7));

        asOwner()
                .document(
                        "query($id: ID!) { customer(id: $id) { history { edges { node { what actor on"
                                + " changes { fact before after } } } } } }")
                .variable("id", id)
                .execute()
                .path("customer.history.edges[*].node.what")
                .entityList(String.class)
                .containsExactly("customer changed", "customer created")
                .path("customer.history.edges[0].node.changes")
                .entityList(Map.class)
                .containsExactly(Map.of("fact", "dueDays", "before", "14", "after", "7"))
                .path("customer.history.edges[0].node.actor")
                .entity(String.class)
                .isEqualTo("Sam Staff");
    }

    @Test
    void aTaxIdWithoutAnAddressCannotBeBilled() {
        var id = customer("Incomplete");
        update(id, Map.of("taxId", "DE123456789"))
                .path("updateCustomer.customer.billingFaults")
                .entityList(String.class)
                .hasSize(1);
        update(id, Map.of("billingAddress", address("A", "B", "DE")))
                .path("updateCustomer.customer.billingFaults")
                .entityList(String.class)
                .hasSize(0);
    }

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

    private long count() {
        return java.util.Objects.requireNonNull(
                db.sql("select count(*) from customer").mapValue(Long.class).one().block());
    }

    private static Map<String, Object> address(String line1, String city, String country) {
        return Map.of("line1", line1, "city", city, "country", country);
    }
}
