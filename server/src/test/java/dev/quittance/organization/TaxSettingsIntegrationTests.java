package dev.quittance.organization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Ids;
import dev.quittance.platform.Permission;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Refusals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.test.tester.GraphQlTester;

class TaxSettingsIntegrationTests extends IntegrationTest {
    private static final String RATES =
            "taxCategory { id rates { id region postalPrefix percent code stacked validFrom validUntil } }";
    private static final String FAULTS = "... on InvalidInput { fields { path message } }";

    @Test
    void aRateInTheWayOfAnotherIsRefusedWithASentence() {
        var category = category("Hosting");
        add(category, Map.of())
                .path("addTaxRate.__typename")
                .entity(String.class)
                .isEqualTo("TaxRateAdded");

        add(category, Map.of("name", "vat", "validFrom", "2027-01-01"))
                .path("addTaxRate.message")
                .entity(String.class)
                .isEqualTo(
                        "VAT 19 % in Germany is in force from 2020-01-01 until further notice. Change it from a day"
                                + " on, end it before, or let the new rate be charged beside it.");
        add(category, Map.of("region", "Bavaria", "percent", "18"))
                .path("addTaxRate.__typename")
                .entity(String.class)
                .isEqualTo("TaxRateAdded");
        add(category, Map.of("stacked", true, "percent", "2", "postalPrefix", "20 4"))
                .path("addTaxRate.taxCategory.rates[?(@.stacked == true)].postalPrefix")
                .entityList(String.class)
                .containsExactly("204");
    }

    @Test
    void nineteenPercentBecomeSixteenFromJulyOnInOneAct() {
        var category = category("Phones");
        var rate =
                add(category, Map.of())
                        .path("addTaxRate.taxCategory.rates[0].id")
                        .entity(String.class)
                        .get();

        var changed =
                act(
                        "changeTaxRate",
                        "ChangeTaxRateInput",
                        Map.of("taxRateId", rate, "percent", "16", "from", "2027-07-01"),
                        "... on TaxRateChanged { " + RATES + " } " + FAULTS);

        assertThat(
                        changed
                                .path("changeTaxRate.taxCategory.rates")
                                .entityList(Map.class)
                                .get()
                                .stream()
                                .map(
                                        one ->
                                                "%s %s–%s"
                                                        .formatted(
                                                                one.get("percent"),
                                                                one.get("validFrom"),
                                                                one.get("validUntil"))))
                .containsExactly("16 2027-07-01–null", "19 2020-01-01–2027-07-01");
        act(
                        "changeTaxRate",
                        "ChangeTaxRateInput",
                        Map.of("taxRateId", rate, "percent", "16", "from", "2028-01-01"),
                        FAULTS)
                .path("changeTaxRate.fields[0].path")
                .entity(String.class)
                .isEqualTo("from");
        act(
                        "endTaxRate",
                        "EndTaxRateInput",
                        Map.of("taxRateId", rate, "on", "2020-01-01"),
                        "... on TaxRateEnded { " + RATES + " }")
                .path("endTaxRate.taxCategory.rates[*].percent")
                .entityList(String.class)
                .containsExactly("16");
    }

    @Test
    void aCategoryIsRenamedUnlessTheNameIsTaken() {
        var category = category("Boks");
        category("Music");

        rename(category, "Books")
                .path("updateTaxCategory.taxCategory.name")
                .entity(String.class)
                .isEqualTo("Books");
        rename(category, "music")
                .path("updateTaxCategory.fields[0].path")
                .entity(String.class)
                .isEqualTo("name");
    }

    @Test
    void settingsAreKeptAndChecked() {
        var input = new LinkedHashMap<String, Object>();
        input.put("rounding", "PER_LINE");
        input.put("cashRounding", List.of(Map.of("currency", "CHF", "increment", "0.05")));
        input.put("exchangeDays", null);
        settings(input)
                .path("updateTaxSettings.taxSettings.cashRounding[0].increment")
                .entity(String.class)
                .isEqualTo("0.05")
                .path("updateTaxSettings.taxSettings.exchangeDays")
                .valueIsNull()
                .path("updateTaxSettings.taxSettings.taxDate")
                .entity(String.class)
                .isEqualTo("ISSUE_DATE")
                .path("updateTaxSettings.taxSettings.reverseCharge[?(@.language == 'de')].text")
                .entityList(String.class)
                .hasSize(1);

        settings(
                        Map.of(
                                "cashRounding",
                                List.of(
                                        Map.of("currency", "CHF", "increment", "0.005"),
                                        Map.of("currency", "CHF", "increment", "0.05")),
                                "reverseCharge",
                                List.of(Map.of("language", "xx", "text", "")),
                                "exchangeDays",
                                400))
                .path("updateTaxSettings.fields[*].path")
                .entityList(String.class)
                .containsExactly(
                        "exchangeDays",
                        "cashRounding[0].increment",
                        "cashRounding[1].currency",
                        "reverseCharge[0].language",
                        "reverseCharge[0].text");
        settings(Map.of("rounding", "PER_DOCUMENT", "cashRounding", List.of(), "exchangeDays", 7));
    }

    @Test
    void ratesOfExchangeAreEnteredImportedAndRemoved() {
        act(
                        "setExchangeRate",
                        "SetExchangeRateInput",
                        Map.of("currency", "GBP", "on", "2027-03-01", "rate", "1.25"),
                        "... on ExchangeRateSet { exchangeRate { base rate source } }")
                .path("setExchangeRate.exchangeRate.rate")
                .entity(String.class)
                .isEqualTo("1.25");
        act(
                        "setExchangeRate",
                        "SetExchangeRateInput",
                        Map.of("currency", "USD", "on", "2027-03-01", "rate", "0"),
                        FAULTS)
                .path("setExchangeRate.fields[*].path")
                .entityList(String.class)
                .containsExactly("rate", "currency");
        act(
                        "importExchangeRates",
                        "ImportExchangeRatesInput",
                        Map.of(
                                "csv",
                                "date,currency,rate\n2027-03-01,GBP,0.5\n2027-03-02,GBP,0.8\n2027-03-02,JPY,160\n",
                                "turned",
                                true),
                        "... on ExchangeRatesImported { count } " + FAULTS)
                .path("importExchangeRates.count")
                .entity(Integer.class)
                .isEqualTo(3);
        act(
                        "importExchangeRates",
                        "ImportExchangeRatesInput",
                        Map.of("csv", "date,currency,rate\n2027-03-03,GBP,abc\n"),
                        FAULTS)
                .path("importExchangeRates.fields[0].path")
                .entity(String.class)
                .isEqualTo("line 2");

        assertThat(listed("first: 2"))
                .containsExactly("2027-03-02 GBP 1.25 IMPORTED", "2027-03-02 JPY 0.00625 IMPORTED");
        assertThat(listed("currency: \"GBP\""))
                .containsExactly("2027-03-02 GBP 1.25 IMPORTED", "2027-03-01 GBP 2 IMPORTED");
        act(
                        "removeExchangeRate",
                        "RemoveExchangeRateInput",
                        Map.of("currency", "GBP", "on", "2027-03-02"),
                        "... on ExchangeRateRemoved { currency }")
                .path("removeExchangeRate.currency")
                .hasValue();
        assertThat(listed("currency: \"GBP\"")).containsExactly("2027-03-01 GBP 2 IMPORTED");
    }

    @Test
    void whoMayOnlyReadChangesNothing() {
        assertThat(
                        Refusals.of(
                                asStaff(Permission.SETTINGS_READ),
                                "mutation { setExchangeRate(input: {currency: \"GBP\", on: \"2027-03-01\", rate: \"1\"}) { __typename } }"))
                .containsExactly("FORBIDDEN");
        assertThat(Refusals.of(asContact(UUID.randomUUID()), "{ taxSettings { rounding } }"))
                .containsExactly("FORBIDDEN");
    }

    private List<String> listed(String arguments) {
        return asOwner()
                .document(
                        "{ exchangeRates(%s) { edges { node { on currency rate source } } } }"
                                .formatted(arguments))
                .execute()
                .path("exchangeRates.edges[*].node")
                .entityList(Map.class)
                .get()
                .stream()
                .map(
                        one ->
                                "%s %s %s %s"
                                        .formatted(
                                                one.get("on"),
                                                one.get("currency"),
                                                one.get("rate"),
                                                one.get("source")))
                .toList();
    }

    private GraphQlTester.Response settings(Map<String, Object> input) {
        return act(
                "updateTaxSettings",
                "UpdateTaxSettingsInput",
                input,
                "... on TaxSettingsUpdated { taxSettings { taxDate rounding cashRounding { currency increment }"
                        + " reverseCharge { language text } exchangeDays } } "
                        + FAULTS);
    }

    private GraphQlTester.Response rename(String category, String name) {
        return act(
                "updateTaxCategory",
                "UpdateTaxCategoryInput",
                Map.of("id", category, "name", name, "treatment", "REDUCED"),
                "... on TaxCategoryUpdated { taxCategory { name treatment } } " + FAULTS);
    }

    private GraphQlTester.Response add(String category, Map<String, Object> facts) {
        var input = new LinkedHashMap<String, Object>();
        input.put("taxCategoryId", category);
        input.put("name", "VAT");
        input.put("country", "DE");
        input.put("percent", "19");
        input.put("treatment", "STANDARD");
        input.put("validFrom", "2020-01-01");
        input.putAll(facts);
        return act(
                "addTaxRate",
                "AddTaxRateInput",
                input,
                "... on TaxRateAdded { "
                        + RATES
                        + " } ... on TaxRateOverlaps { message taxRate { id } } "
                        + FAULTS);
    }

    private String category(String name) {
        return act(
                        "createTaxCategory",
                        "CreateTaxCategoryInput",
                        Map.of("name", name + (name.equals("Music") ? "" : " " + Ids.next())),
                        "... on TaxCategoryCreated { taxCategory { id } }")
                .path("createTaxCategory.taxCategory.id")
                .entity(String.class)
                .get();
    }

    private GraphQlTester.Response act(
            String mutation, String type, Map<String, Object> input, String wanted) {
        return asOwner()
                .document(
                        "mutation($input: %s!) { %s(input: $input) { __typename %s } }"
                                .formatted(type, mutation, wanted))
                .variable("input", input)
                .execute();
    }
}
