package dev.quittance.customers;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CustomerChangeIntegrationTests extends CustomerTest {

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
                                                "DE123456788",
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
                .isEqualTo("DE123456788");
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
        update(id, Map.of("taxId", "DE123456788"))
                .path("updateCustomer.customer.billingFaults")
                .entityList(String.class)
                .hasSize(1);
        update(id, Map.of("billingAddress", address("A", "B", "DE")))
                .path("updateCustomer.customer.billingFaults")
                .entityList(String.class)
                .hasSize(0);
    }
}
