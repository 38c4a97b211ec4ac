package dev.quittance.customers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Permission;
import dev.quittance.testing.Refusals;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.test.tester.GraphQlTester;

@Tag("L4")
class ContactIntegrationTests extends CustomerTest {
    private static final String ADD =
            """
            mutation($input: AddContactInput!) { addContact(input: $input) {
              __typename
              ... on ContactAdded { contact { id name email phone role status } }
              ... on InvalidInput { fields { path message } } } }
            """;
    private static final String UPDATE =
            """
            mutation($input: UpdateContactInput!) { updateContact(input: $input) {
              __typename
              ... on ContactUpdated { contact { id name email phone role status } }
              ... on InvalidInput { fields { path message } } } }
            """;
    private static final String INVITE =
            """
            mutation($id: ID!) { inviteContact(input: {id: $id}) {
              __typename
              ... on ContactInvited { contact { id status } }
              ... on Problem { message } } }
            """;
    private static final String ENABLE =
            """
            mutation($id: ID!, $enabled: Boolean!) {
              setContactEnabled(input: {id: $id, enabled: $enabled}) {
                __typename
                ... on ContactUpdated { contact { status } }
                ... on Problem { message } } }
            """;

    private static final String INVITATIONS =
            """
            select count(*) from event
             where type = 'InvitationRequested' and payload ->> 'customer' = :customer
            """;

    @Test
    void thereIsOnePrimaryContact() {
        var customer = customer("Primary");
        var first = add(customer, "First", "first@example.com", "PRIMARY");
        var second = add(customer, "Second", "second@example.com", "PRIMARY");

        assertThat(contacts(customer))
                .extracting(contact -> contact.get("name") + " " + contact.get("role"))
                .containsExactly("Second PRIMARY", "First BILLING");
        change(first, Map.of("role", "PRIMARY"))
                .path("updateContact.contact.role")
                .entity(String.class)
                .isEqualTo("PRIMARY");
        assertThat(contacts(customer))
                .extracting(contact -> contact.get("name") + " " + contact.get("role"))
                .containsExactly("First PRIMARY", "Second BILLING");
        change(first, Map.of("role", "VIEWER"))
                .path("updateContact.fields[*].path")
                .entityList(String.class)
                .containsExactly("role");
        change(second, Map.of("role", "VIEWER"))
                .path("updateContact.contact.role")
                .entity(String.class)
                .isEqualTo("VIEWER");
    }

    @Test
    void whatIsLeftOutStaysAndAnExplicitNullEmpties() {
        var id = add(customer("Change"), "Ann", "ann@example.com", "BILLING");
        var changes = new HashMap<String, @Nullable Object>();
        changes.put("email", null);
        changes.put("phone", "555 0100");

        change(id, changes)
                .path("updateContact.contact.email")
                .valueIsNull()
                .path("updateContact.contact.phone")
                .entity(String.class)
                .isEqualTo("555 0100")
                .path("updateContact.contact.name")
                .entity(String.class)
                .isEqualTo("Ann");
        change(id, Collections.singletonMap("role", null))
                .path("updateContact.fields[*].path")
                .entityList(String.class)
                .containsExactly("role");
    }

    @Test
    void anAddressBelongsToOneContactOfACustomer() {
        var customer = customer("Addresses");
        add(customer, "Ann", "same@example.com", "BILLING");
        var other = add(customer, "Bob", "other@example.com", "BILLING");

        added(customer, "Cid", "SAME@example.com", "VIEWER")
                .path("addContact.fields[*].path")
                .entityList(String.class)
                .containsExactly("email");
        change(other, Map.of("email", "Same@Example.com"))
                .path("updateContact.fields[*].path")
                .entityList(String.class)
                .containsExactly("email");
        add(customer("Elsewhere"), "Ann", "same@example.com", "BILLING");
    }

    @Test
    void aContactIsInvitedDisabledAndLetInAgain() {
        var customer = customer("Inviting");
        var id = add(customer, "Ivy", "ivy@example.com", "PRIMARY");
        act(ENABLE, id, Map.of("enabled", false))
                .path("setContactEnabled.__typename")
                .entity(String.class)
                .isEqualTo("ContactNotInvited");

        act(INVITE, id, Map.of())
                .path("inviteContact.contact.status")
                .entity(String.class)
                .isEqualTo("INVITED");
        act(INVITE, id, Map.of())
                .path("inviteContact.__typename")
                .entity(String.class)
                .isEqualTo("ContactInvited");
        act(ENABLE, id, Map.of("enabled", false))
                .path("setContactEnabled.contact.status")
                .entity(String.class)
                .isEqualTo("DISABLED");
        act(ENABLE, id, Map.of("enabled", true))
                .path("setContactEnabled.contact.status")
                .entity(String.class)
                .isEqualTo("INVITED");
        assertThat(
                        db.sql(INVITATIONS)
                                .bind("customer", customer.toString())
                                .mapValue(Long.class)
                                .one()
                                .block())
                .isEqualTo(2);
    }

    @Test
    void theRoleInThePortalFollowsTheContacts() {
        var customer = customer("Roles");
        var id = add(customer, "Rob", "rob@example.com", "PRIMARY");
        act(INVITE, id, Map.of());
        add(customer, "Next", null, "PRIMARY");

        assertThat(
                        db.sql("select contact_role from portal_access where contact_id = :id")
                                .bind("id", UUID.fromString(id))
                                .mapValue(String.class)
                                .one()
                                .block())
                .isEqualTo("BILLING");
    }

    @Test
    void withoutAnAddressNobodyIsInvited() {
        var id = add(customer("Silent"), "Sid", null, "BILLING");

        act(INVITE, id, Map.of())
                .path("inviteContact.__typename")
                .entity(String.class)
                .isEqualTo("ContactHasNoEmail");
    }

    @Test
    void faultsNameTheirFields() {
        var input = new HashMap<String, Object>();
        input.put("customerId", customer("Faulty").toString());
        input.put("name", "\u200E");
        input.put("email", "a@");
        input.put("phone", "call me");
        input.put("role", "VIEWER");

        asOwner()
                .document(ADD)
                .variable("input", input)
                .execute()
                .path("addContact.fields[*].path")
                .entityList(String.class)
                .containsExactly("name", "email", "phone");
    }

    @Test
    void whoMayNotIsRefusedAndWhatIsNotThereIsNotFound() {
        var customer = customer("Guarded");
        var unknown = UUID.randomUUID();
        for (var document :
                List.of(
                        "mutation { addContact(input: {customerId: \"%s\", name: \"x\", role: VIEWER})"
                                + " { __typename } }",
                        "mutation { updateContact(input: {id: \"%s\"}) { __typename } }",
                        "mutation { inviteContact(input: {id: \"%s\"}) { __typename } }",
                        "mutation { setContactEnabled(input: {id: \"%s\", enabled: true}) {"
                                + " __typename } }")) {
            var act = document.formatted(unknown);
            assertThat(Refusals.of(anonymous(), act)).containsExactly("UNAUTHORIZED");
            assertThat(Refusals.of(asContact(customer), act)).containsExactly("FORBIDDEN");
            assertThat(Refusals.of(asStaff(Permission.CUSTOMER_READ), act))
                    .containsExactly("FORBIDDEN");
            assertThat(Refusals.of(asOwner(), act)).containsExactly("NOT_FOUND");
        }
    }

    private String add(UUID customer, String name, @Nullable String email, String role) {
        return added(customer, name, email, role)
                .path("addContact.contact.id")
                .entity(String.class)
                .get();
    }

    private GraphQlTester.Response added(
            UUID customer, String name, @Nullable String email, String role) {
        var input = new HashMap<String, @Nullable Object>();
        input.put("customerId", customer.toString());
        input.put("name", name);
        input.put("email", email);
        input.put("role", role);
        return asOwner().document(ADD).variable("input", input).execute();
    }

    private GraphQlTester.Response change(
            String id, Map<String, ? extends @Nullable Object> changes) {
        var input = new HashMap<String, @Nullable Object>(changes);
        input.put("id", id);
        return asOwner().document(UPDATE).variable("input", input).execute();
    }

    private GraphQlTester.Response act(String document, String id, Map<String, Object> more) {
        var request = asOwner().document(document).variable("id", id);
        more.forEach(request::variable);
        return request.execute();
    }

    @SuppressWarnings("rawtypes")
    private List<Map> contacts(UUID customer) {
        return asOwner()
                .document("query($id: ID!) { customer(id: $id) { contacts { name role } } }")
                .variable("id", customer)
                .execute()
                .path("customer.contacts")
                .entityList(Map.class)
                .get();
    }
}
