package dev.quittance.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CustomerCreationIntegrationTests extends CustomerTest {

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
        input.put("taxId", "PL1234563218");
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
    @Tag("L12")
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

    private long count() {
        return java.util.Objects.requireNonNull(
                db.sql("select count(*) from customer").mapValue(Long.class).one().block());
    }
}
