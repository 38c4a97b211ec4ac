package dev.quittance.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.customers.ContactRole;
import dev.quittance.identity.ContactAccess;
import dev.quittance.messaging.PostedInvoices.Posted;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Ids;
import dev.quittance.testing.IntegrationTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.graphql.test.tester.GraphQlTester;

/** The primary contact mails invoices to other people of the customer. */
class ForwardingTests extends IntegrationTest {
    private static final ParameterizedTypeReference<Map<String, Object>> FACTS =
            new ParameterizedTypeReference<>() {};

    @Autowired PostedInvoices invoices;

    private Posted posted;
    private UUID boss;
    private UUID clerk;

    @BeforeEach
    void anInvoiceAndPeople() {
        posted = invoices.post("12.34", "main@forwarded.example", List.of(), clock.today());
        boss = person(posted.customer(), "Bea Boss", "bea." + Ids.next() + "@forwarded.example");
        clerk =
                person(
                        posted.customer(),
                        "Cleo Clerk",
                        "cleo." + Ids.next() + "@forwarded.example");
    }

    @Test
    @Tag("P78")
    @Tag("P80")
    void theChosenPeopleGetTheInvoiceWithTheWordsOfThePrimaryContact() {
        drain();
        var answer =
                forward(
                        as(ContactAccess.PRIMARY),
                        Map.of(
                                "contactIds",
                                List.of(boss, clerk),
                                "subject",
                                "For you",
                                "body",
                                "Please have a look.\n\nThank you"));
        assertThat(answer.get("__typename")).isEqualTo("InvoiceForwarded");

        var mail =
                asOwner()
                        .document(
                                """
                                query($c: ID!) { mails(filter: {customerId: $c, search: "bea."}, first: 1) { edges { node {
                                  to subject text attachments { fileName } } } } }""")
                        .variable("c", posted.customer())
                        .execute()
                        .path("mails.edges[0].node")
                        .entity(FACTS)
                        .get();
        assertThat(mail.get("to")).isEqualTo(answer.get("to"));
        assertThat(mail.get("subject")).isEqualTo("For you");
        assertThat(mail.get("text").toString())
                .contains("Please have a look.\n\nThank you", "/portal/invoices/");
        assertThat((List<?>) mail.get("attachments")).hasSize(1);
    }

    @Test
    @Tag("P80")
    void whatItSaysIsProposed() {
        var proposed =
                as(ContactAccess.PRIMARY)
                        .document(
                                "query($id: ID!) { invoice(id: $id) { forwarding { subject body people { contactId name } } } }")
                        .variable("id", posted.invoice())
                        .execute()
                        .path("invoice.forwarding")
                        .entity(FACTS)
                        .get();
        assertThat(proposed.get("subject").toString()).startsWith("Invoice INV-");
        assertThat(proposed.get("body").toString()).startsWith("Hello,").contains("EUR 12.34");
        assertThat(proposed.get("people").toString()).contains("Bea Boss", "Cleo Clerk");
    }

    @Test
    @Tag("P79")
    void nobodyElseCan() {
        for (var access : List.of(ContactAccess.BILLING, ContactAccess.VIEWER)) {
            as(access)
                    .document(
                            "mutation($i: ForwardInvoiceInput!) { forwardInvoice(input: $i) { __typename } }")
                    .variable("i", input(Map.of("contactIds", List.of(boss))))
                    .execute()
                    .errors()
                    .satisfy(errors -> assertThat(errors.toString()).contains("FORBIDDEN"));
        }
    }

    @Test
    @Tag("P78")
    void switchedOffItIsRefused() {
        asOwner()
                .document(
                        "mutation($i: SetPreferencesInput!) { setPreferences(input: $i) { __typename } }")
                .variable(
                        "i",
                        Map.of(
                                "customerId",
                                posted.customer(),
                                "preferences",
                                List.of(Map.of("name", "FORWARD", "flag", false))))
                .executeAndVerify();
        assertThat(
                        forward(as(ContactAccess.PRIMARY), Map.of("contactIds", List.of(boss)))
                                .get("__typename"))
                .isEqualTo("SwitchedOff");
    }

    @Test
    @Tag("P80")
    void strangersEmptyWordsAndOtherCustomersInvoicesAreRefused() {
        var other = invoices.post("5.00", "x@forwarded.example", List.of(), clock.today());
        var stranger =
                person(other.customer(), "Stan", "stan." + Ids.next() + "@forwarded.example");
        assertThat(paths(Map.of("contactIds", List.of(boss, stranger))))
                .containsExactly("contactIds[1]");
        assertThat(paths(Map.of("contactIds", List.of()))).containsExactly("contactIds");
        assertThat(
                        paths(
                                Map.of(
                                        "contactIds",
                                        List.of(boss),
                                        "subject",
                                        " ",
                                        "body",
                                        "x".repeat(5001))))
                .containsExactly("subject", "body");
        assertThat(paths(Map.of("contactIds", List.of(boss), "subject", "Hi\nBcc: x@y.example")))
                .containsExactly("subject");
        as(ContactAccess.PRIMARY)
                .document(
                        "mutation($i: ForwardInvoiceInput!) { forwardInvoice(input: $i) { __typename } }")
                .variable(
                        "i",
                        input(Map.of("contactIds", List.of(boss), "invoiceId", other.invoice())))
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors.toString()).contains("NOT_FOUND"));
    }

    private List<Object> paths(Map<String, Object> facts) {
        return ((List<?>)
                        Objects.requireNonNull(
                                forward(as(ContactAccess.PRIMARY), facts).get("fields")))
                .stream().map(one -> (Object) ((Map<?, ?>) one).get("path")).toList();
    }

    private Map<String, Object> forward(GraphQlTester contact, Map<String, Object> facts) {
        return contact.document(
                        """
                        mutation($i: ForwardInvoiceInput!) { forwardInvoice(input: $i) { __typename
                          ... on InvoiceForwarded { to } ... on InvalidInput { fields { path } } } }""")
                .variable("i", input(facts))
                .execute()
                .path("forwardInvoice")
                .entity(FACTS)
                .get();
    }

    private Map<String, Object> input(Map<String, Object> facts) {
        var input = new HashMap<String, Object>();
        input.put("invoiceId", posted.invoice());
        input.put("subject", "An invoice");
        input.put("body", "See the attachment.");
        input.put("idempotencyKey", Ids.next().toString());
        input.putAll(facts);
        return input;
    }

    private GraphQlTester as(ContactAccess access) {
        return graphql(
                new Caller(
                        Caller.Kind.CONTACT,
                        Ids.next(),
                        "Petra Primary",
                        access.permissions(),
                        posted.customer(),
                        null));
    }

    private UUID person(UUID customer, String name, String email) {
        return asOwner()
                .document(
                        "mutation($i: AddContactInput!) { addContact(input: $i) { ... on ContactAdded { contact { id } } } }")
                .variable(
                        "i",
                        Map.of(
                                "customerId", customer,
                                "name", name,
                                "email", email,
                                "role", ContactRole.VIEWER.name()))
                .execute()
                .path("addContact.contact.id")
                .entity(UUID.class)
                .get();
    }
}
