package dev.quittance.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.payments.Books;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Ids;
import dev.quittance.platform.Permission;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Shop;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.MapAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.graphql.test.tester.HttpGraphQlTester;

/**
 * What is switched off is not there for a contact, nor for a client that acts for a customer,
 * whatever way leads to it; for staff it is.
 */
class SwitchedOffTests extends IntegrationTest {
    private static final ParameterizedTypeReference<Map<String, Object>> FACTS =
            new ParameterizedTypeReference<>() {};

    @Autowired private Books books;
    @Autowired private Switches switches;

    private final Map<String, UUID> ids = new HashMap<>();

    @BeforeAll
    void adaHasEverything() {
        var shop = new Shop(asOwner());
        var ada = shop.customer();
        ids.put("ada", ada);
        ids.put("bob", shop.customer());
        ids.put("subscription", shop.started(ada, shop.monthly("USD", "10.00")));
        ids.put("invoice", books.invoice(ada, "USD", 1000, LocalDate.of(2030, 1, 1)));
        books.creditNote(ada, ids.get("invoice"), 300);
        ids.put("note", only("select id from credit_note"));
        asOwner()
                .document(
                        """
                        mutation($id: ID!) { confirmOfflinePayment(input: {
                          invoiceIds: [$id], amount: {amount: "2.00", currency: "USD"}, idempotencyKey: "off"}) { __typename } }
                        """)
                .variable("id", ids.get("invoice"))
                .executeAndVerify();
        ids.put("payment", only("select id from payment"));
    }

    @AfterEach
    void allIsOnAgain() {
        db.sql("delete from preference").then().block();
        switches.forget();
    }

    private UUID only(String sql) {
        return Objects.requireNonNull(db.sql(sql).mapValue(UUID.class).one().block());
    }

    /** What a page is made of, in documents that name {@code :thing} for its id. */
    private static final Map<PortalSwitch, List<String>> READS =
            Map.of(
                    PortalSwitch.SUBSCRIPTIONS,
                    List.of(
                            "{ viewer { customer { subscriptions { edges { node { number } } } } } }",
                            "{ subscription(id: \":subscription\") { number } }",
                            "{ invoice(id: \":invoice\") { subscriptions { number status } } }"),
                    PortalSwitch.INVOICES,
                    List.of(
                            "{ viewer { customer { invoices { edges { node { id } } } } } }",
                            "{ viewer { customer { outstanding { currency } } } }",
                            "{ invoice(id: \":invoice\") { number } }",
                            "{ customer(id: \":ada\") { invoices { edges { cursor } } } }",
                            "{ payment(id: \":payment\") { allocations { invoice { pdfUrl } } } }",
                            "{ creditNote(id: \":note\") { invoice { lines { id } } } }",
                            "{ previewPayment(input: {invoiceIds: [\":invoice\"]}) { token } }"),
                    PortalSwitch.CREDIT_NOTES,
                    List.of(
                            "{ viewer { customer { creditNotes { edges { node { id } } } } } }",
                            "{ creditNote(id: \":note\") { number } }",
                            "{ invoice(id: \":invoice\") { creditNotes { number } } }",
                            "{ invoice(id: \":invoice\") { allocations { creditNote { pdfUrl } } } }"),
                    PortalSwitch.PAYMENTS,
                    List.of(
                            "{ viewer { customer { payments { edges { node { id } } } } } }",
                            "{ viewer { customer { lastPayment { id } } } }",
                            "{ viewer { customer { refunds { edges { node { id } } } } } }",
                            "{ payment(id: \":payment\") { id } }"),
                    PortalSwitch.STATEMENTS,
                    List.of("{ viewer { customer { statement { closing { amount } } } } }"),
                    PortalSwitch.CREDIT,
                    List.of(
                            "{ viewer { customer { availableCredits { currency } } } }",
                            "{ previewTopUp(input: {customerId: \":ada\", amount: {amount: \"5\", currency: \"USD\"}}) { token } }"),
                    PortalSwitch.DETAILS,
                    List.of(
                            "{ viewer { customer { email } } }",
                            "{ viewer { customer { billingAddress { city } } } }",
                            "{ viewer { customer { shippingAddress { city } } } }",
                            "{ viewer { customer { contacts { name } } } }",
                            "{ payment(id: \":payment\") { customer { taxId } } }"));

    @Tag("P1")
    @Tag("P18")
    @TestFactory
    Stream<DynamicTest> whatIsSwitchedOffIsThereForNoContactAndNoClientOfACustomer() {
        return READS.entrySet().stream()
                .flatMap(
                        page ->
                                page.getValue().stream()
                                        .map(this::filled)
                                        .map(
                                                document ->
                                                        DynamicTest.dynamicTest(
                                                                page.getKey() + " " + document,
                                                                () ->
                                                                        hides(
                                                                                page.getKey(),
                                                                                document))));
    }

    private void hides(PortalSwitch by, String document) {
        for (var caller : List.of(contact(), client())) {
            assertThat(refusals(graphql(caller), document)).isEmpty();
            set(by.name(), ids.get("ada"));
            assertThat(refusals(graphql(caller), document)).containsExactly("FORBIDDEN " + by);
            assertThat(
                            refusals(
                                    graphql(caller),
                                    "fragment F on Query { %s } query { ...F }"
                                            .formatted(
                                                    document.substring(1, document.length() - 1))))
                    .containsExactly("FORBIDDEN " + by);
            allIsOnAgain();
        }
        set(by.name(), ids.get("bob"));
        assertThat(refusals(graphql(contact()), document)).isEmpty();
        allIsOnAgain();
        set(by.name(), null);
        assertThat(refusals(graphql(contact()), document)).containsExactly("FORBIDDEN " + by);
        allIsOnAgain();
    }

    /** What a thing is called may be told by others that name it. */
    @Test
    void namesAreStillTold() {
        set("INVOICES", null);
        set("CREDIT_NOTES", null);

        asContact(ids.get("ada"))
                .document(
                        filled(
                                "{ payment(id: \":payment\") { allocations { invoice { id number } } } }"))
                .execute()
                .path("payment.allocations[0].invoice.number")
                .hasValue();
    }

    @Tag("P98")
    @Test
    void detailsThatAreSwitchedOffAreNotChangedByADirectCall() {
        set("DETAILS", null);

        for (var caller : List.of(contact(), client())) {
            act(
                            caller,
                            "mutation { updateMyDetails(input: {name: \"Eve\"}) { __typename ... on SwitchedOff { message portalSwitch } } }",
                            "updateMyDetails")
                    .containsEntry("__typename", "SwitchedOff")
                    .containsEntry("portalSwitch", "DETAILS")
                    .containsEntry(
                            "message",
                            "Looking at your details and changing them is switched off here. Ask us, and we do it for you.");
        }
        allIsOnAgain();
        act(
                        contact(),
                        "mutation { updateMyDetails(input: {phone: \"+49 40 1\"}) { __typename } }",
                        "updateMyDetails")
                .containsEntry("__typename", "MyDetailsUpdated");
    }

    @Tag("P1")
    @Test
    void whatIsSwitchedOffIsNotPaidToppedUpOrMailedByADirectCall() {
        var acts =
                Map.of(
                        "INVOICES",
                        "payInvoices(input: {invoiceIds: [\":invoice\"], cardToken: \"card_success\", quoteToken: \"1.x\", idempotencyKey: \":key\"})",
                        "CREDIT",
                        "topUp(input: {customerId: \":ada\", amount: {amount: \"5\", currency: \"USD\"}, cardToken: \"card_success\", quoteToken: \"1.x\", idempotencyKey: \":key\"})",
                        "STATEMENTS",
                        "mailStatementToMe(input: {currency: \"USD\", from: \"2030-01-01\", to: \"2030-01-01\", idempotencyKey: \":key\"})");
        acts.forEach(
                (by, act) -> {
                    set(by, null);
                    for (var caller : List.of(contact(), client())) {
                        act(
                                        caller,
                                        "mutation { %s { __typename ... on SwitchedOff { portalSwitch } } }"
                                                .formatted(
                                                        filled(act)
                                                                .replace(
                                                                        ":key",
                                                                        UUID.randomUUID()
                                                                                .toString())),
                                        act.substring(0, act.indexOf('(')))
                                .containsEntry("__typename", "SwitchedOff")
                                .containsEntry("portalSwitch", by);
                    }
                });
    }

    @Test
    void staffSeesAndDoesWhatItsCustomersMayNot() {
        READS.keySet().forEach(one -> set(one.name(), null));

        for (var document :
                List.of(
                        "{ previewPayment(input: {invoiceIds: [\":invoice\"]}) { token invoices { status } } }",
                        "{ customer(id: \":ada\") { email creditNotes { edges { cursor } } subscriptions { edges { node { status } } } } }",
                        "{ customer(id: \":ada\") { statement { rowCount } availableCredits { currency } lastPayment { id } } }")) {
            assertThat(refusals(asOwner(), filled(document))).isEmpty();
        }
    }

    private String filled(String document) {
        var text = document;
        for (var id : ids.entrySet()) {
            text = text.replace(":" + id.getKey() + "\"", id.getValue() + "\"");
        }
        return text;
    }

    private Caller contact() {
        return contact(ids.get("ada"));
    }

    private Caller client() {
        return new Caller(
                Caller.Kind.CLIENT,
                Ids.next(),
                "Robot",
                Set.of(Permission.CONTACT, Permission.CONTACT_BILLING),
                ids.get("ada"),
                null);
    }

    private void set(String name, @Nullable UUID customer) {
        var input = new HashMap<String, Object>();
        input.put("customerId", customer);
        input.put("preferences", List.of(Map.of("name", name, "flag", false)));
        asOwner()
                .document(
                        "mutation($i: SetPreferencesInput!) { setPreferences(input: $i) { __typename } }")
                .variable("i", input)
                .execute()
                .path("setPreferences.__typename")
                .entity(String.class)
                .isEqualTo("PreferencesSet");
    }

    /** {@code FORBIDDEN INVOICES} for each error. */
    private static List<String> refusals(HttpGraphQlTester tester, String document) {
        var found = new ArrayList<String>();
        tester.document(document)
                .execute()
                .errors()
                .satisfy(
                        errors ->
                                errors.forEach(
                                        error ->
                                                found.add(
                                                        error.getErrorType()
                                                                + " "
                                                                + error.getExtensions()
                                                                        .get("switchedOff"))));
        return found;
    }

    private MapAssert<String, Object> act(Caller caller, String document, String field) {
        return assertThat(
                graphql(caller).document(document).execute().path(field).entity(FACTS).get());
    }
}
