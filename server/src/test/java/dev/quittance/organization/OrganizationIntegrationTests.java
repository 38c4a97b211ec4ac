package dev.quittance.organization;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Permission;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Refusals;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

class OrganizationIntegrationTests extends IntegrationTest {
    private static final String UPDATE =
            """
            mutation($input: UpdateOrganizationInput!) { updateOrganization(input: $input) {
              __typename
              ... on OrganizationUpdated { organization {
                name phone timeZone accentColor dueDays logo website bankDetails { label value }
                address { line1 country } defaultCurrency } }
              ... on InvalidInput { fields { path message } } } }
            """;
    private static final String ADD_RATE =
            """
            mutation($input: AddTaxRateInput!) { addTaxRate(input: $input) {
              __typename
              ... on TaxRateAdded { taxCategory { id rates {
                name country region percent treatment validFrom validUntil } } }
              ... on InvalidInput { fields { path message } } } }
            """;

    @Autowired Organizations organizations;

    @Test
    @Tag("P14")
    void aContactReadsHowToReachTheMerchant() {
        update(Map.of("phone", "+1 555 0100", "website", "https://example.com"));

        asContact(UUID.randomUUID())
                .document("{ organization { name email phone website address { city } } }")
                .execute()
                .path("organization.phone")
                .entity(String.class)
                .isEqualTo("+1 555 0100")
                .path("organization.address.city")
                .hasValue();
    }

    @Test
    void strangersReadTheBrandingOnly() {
        anonymous()
                .document("{ branding { name accentColor sandbox } }")
                .execute()
                .path("branding.sandbox")
                .entity(Boolean.class)
                .isEqualTo(true);
        assertThat(Refusals.of(anonymous(), "{ organization { name } }"))
                .containsExactly("UNAUTHORIZED");
    }

    @Test
    void whatIsLeftOutStaysAndAnExplicitNullEmpties() {
        update(Map.of("name", "Ada GmbH", "phone", "+49 30 1234", "dueDays", 30));
        var input = new HashMap<String, Object>();
        input.put("phone", null);

        update(input)
                .path("updateOrganization.organization.phone")
                .valueIsNull()
                .path("updateOrganization.organization.name")
                .entity(String.class)
                .isEqualTo("Ada GmbH")
                .path("updateOrganization.organization.dueDays")
                .entity(Integer.class)
                .isEqualTo(30);
        asOwner()
                .document("{ organization { name } }")
                .execute()
                .path("organization.name")
                .entity(String.class)
                .isEqualTo("Ada GmbH");
    }

    @Test
    void allFaultsAreToldAtOnce() {
        update(
                        Map.of(
                                "name", "A\u202Eb",
                                "email", "nobody",
                                "timeZone", "Mars/Base",
                                "accentColor", "blue",
                                "dueDays", 366,
                                "website", "javascript:alert(1)",
                                "logo", "data:text/html;base64,AAAA",
                                "bankDetails", List.of(Map.of("label", "", "value", "DE89")),
                                "address", Map.of("line1", "", "city", "X", "country", "DE")))
                .path("updateOrganization.fields[*].path")
                .entityList(String.class)
                .contains(
                        "name",
                        "email",
                        "timeZone",
                        "accentColor",
                        "dueDays",
                        "website",
                        "logo",
                        "bankDetails[0].label",
                        "address.line1");
    }

    @Test
    void whoMayNotChangeItIsRefused() {
        var document = "mutation { updateOrganization(input: {name: \"X\"}) { __typename } }";

        assertThat(Refusals.of(anonymous(), document)).containsExactly("UNAUTHORIZED");
        assertThat(Refusals.of(asContact(UUID.randomUUID()), document))
                .containsExactly("FORBIDDEN");
        assertThat(Refusals.of(asStaff(Permission.SETTINGS_READ), document))
                .containsExactly("FORBIDDEN");
        assertThat(Refusals.of(asContact(UUID.randomUUID()), "{ taxCategories { id } }"))
                .containsExactly("FORBIDDEN");
    }

    @Test
    void aDocumentKeepsTheMerchantAsItWas() {
        update(Map.of("legalName", "Before Ltd"));
        var before = requireNonNull(organizations.seller().block());
        assertThat(organizations.seller().block()).isEqualTo(before);
        update(Map.of("legalName", "After Ltd"));
        var after = requireNonNull(organizations.seller().block());

        var sellers = requireNonNull(organizations.sellers(List.of(before, after)).block());
        assertThat(requireNonNull(sellers.get(before)).legalName()).isEqualTo("Before Ltd");
        assertThat(requireNonNull(sellers.get(after)).legalName()).isEqualTo("After Ltd");
    }

    @Test
    void aRateIsChecked() {
        var category = category("Support");

        rate(category, "", null, "100.1234567", "2020-01-01")
                .path("addTaxRate.fields[*].path")
                .entityList(String.class)
                .containsExactly("percent", "percent", "name");
        rate(UUID.randomUUID().toString(), "VAT", null, "19", "2020-01-01")
                .errors()
                .satisfy(
                        errors ->
                                assertThat(errors.getFirst().getErrorType())
                                        .hasToString("NOT_FOUND"));
    }

    @Test
    void aTaxCategoryHasANameOfItsOwn() {
        category("Books");

        asOwner()
                .document(
                        "mutation { createTaxCategory(input: {name: \"books\"}) { __typename ... on"
                                + " InvalidInput { fields { path } } } }")
                .execute()
                .path("createTaxCategory.fields[0].path")
                .entity(String.class)
                .isEqualTo("name");
    }

    private GraphQlTester.Response update(Map<String, Object> input) {
        return asOwner().document(UPDATE).variable("input", input).execute();
    }

    private String category(String name) {
        return asOwner()
                .document(
                        "mutation($name: String!) { createTaxCategory(input: {name: $name}) { ... on"
                                + " TaxCategoryCreated { taxCategory { id rates { id } } } } }")
                .variable("name", name)
                .execute()
                .path("createTaxCategory.taxCategory.id")
                .entity(String.class)
                .get();
    }

    private GraphQlTester.Response rate(
            String category, String name, @Nullable String region, String percent, String from) {
        var input = new HashMap<String, Object>();
        input.put("taxCategoryId", category);
        input.put("name", name);
        input.put("country", "DE");
        input.put("region", region);
        input.put("percent", percent);
        input.put("treatment", "STANDARD");
        input.put("validFrom", from);
        return asOwner().document(ADD_RATE).variable("input", input).execute();
    }
}
