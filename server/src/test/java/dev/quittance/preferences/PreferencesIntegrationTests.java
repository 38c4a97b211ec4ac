package dev.quittance.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Caller;
import dev.quittance.platform.Ids;
import dev.quittance.platform.Permission;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Refusals;
import dev.quittance.testing.Shop;
import graphql.schema.GraphQLEnumType;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.test.tester.GraphQlTester;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class PreferencesIntegrationTests extends IntegrationTest {
    private static final String SWITCHES =
            "preferences { switches { definition { name } value { flag number choice planIds } from own { flag } } }";

    @Autowired private GraphQlSource source;
    @Autowired private Switches switches;

    private UUID ada = Ids.next();
    private UUID bob = Ids.next();
    private UUID plan = Ids.next();

    @BeforeAll
    void peopleAndAPlan() {
        var shop = new Shop(asOwner());
        ada = shop.customer();
        bob = shop.customer();
        plan = shop.monthly("USD", "10.00");
    }

    @AfterEach
    void nothingIsSet() {
        db.sql("delete from preference").then().block();
        switches.forget();
    }

    @Tag("P1")
    @Test
    void theTreeTellsWhatHoldsAndWhereItComesFrom() {
        set(Map.of(), on("PAUSE", true), on("EDIT", true));
        set(Map.of("planId", plan), on("PAUSE", false));
        set(Map.of("customerId", ada), on("PAUSE", true));

        assertThat(held("", "PAUSE")).isEqualTo("true ORGANIZATION");
        assertThat(held("planId: \"%s\"".formatted(plan), "PAUSE")).isEqualTo("false PLAN");
        assertThat(held("planId: \"%s\"".formatted(plan), "EDIT")).isEqualTo("true ORGANIZATION");
        assertThat(held("customerId: \"%s\"".formatted(bob), "PAUSE"))
                .isEqualTo("true ORGANIZATION");
        assertThat(held("customerId: \"%s\", planId: \"%s\"".formatted(bob, plan), "PAUSE"))
                .isEqualTo("false PLAN");
        assertThat(held("customerId: \"%s\", planId: \"%s\"".formatted(ada, plan), "PAUSE"))
                .isEqualTo("true CUSTOMER");
        assertThat(held("", "CANCEL_NOW")).isEqualTo("false DEFAULT");
    }

    @Tag("P1")
    @Test
    void severalAreSetAtOnceAndInheritedAgainByNothing() {
        set(
                        Map.of(),
                        Map.of("name", "TRIAL_EXTENSIONS", "number", 3),
                        Map.of("name", "PLAN_CHANGES", "choice", "UPGRADES"),
                        Map.of("name", "PLANS_OFFERED", "planIds", List.of(plan)))
                .path(at("TRIAL_EXTENSIONS") + ".value.number")
                .entityList(Integer.class)
                .containsExactly(3)
                .path(at("PLAN_CHANGES") + ".value.choice")
                .entityList(String.class)
                .containsExactly("UPGRADES")
                .path(at("PLANS_OFFERED") + ".value.planIds[0]")
                .entityList(UUID.class)
                .containsExactly(plan);

        set(Map.of(), Map.of("name", "TRIAL_EXTENSIONS"), Map.of("name", "PLANS_OFFERED"))
                .path(at("TRIAL_EXTENSIONS") + ".from")
                .entityList(String.class)
                .containsExactly("DEFAULT")
                .path(at("PLAN_CHANGES") + ".from")
                .entityList(String.class)
                .containsExactly("ORGANIZATION");
    }

    @Test
    void whatCanNotBeIsRefusedByItsFieldAndNothingIsSet() {
        set(
                        Map.of(),
                        on("PAUSE", true),
                        Map.of("name", "TRIAL_EXTENSIONS", "number", 99),
                        Map.of("name", "PLANS_OFFERED", "planIds", List.of(plan, Ids.next())),
                        on("PAUSE", false),
                        Map.of("name", "EDIT", "choice", "NOW"))
                .path("setPreferences.fields[*].path")
                .entityList(String.class)
                .containsExactly(
                        "preferences[1].number",
                        "preferences[3].name",
                        "preferences[4].choice",
                        "preferences[2].planIds[1]");
        assertThat(held("", "PAUSE")).isEqualTo("false DEFAULT");

        set(Map.of("planId", plan), on("INVOICES", false))
                .path("setPreferences.fields[*].path")
                .entityList(String.class)
                .containsExactly("preferences[0].name");
        set(Map.of("planId", plan, "customerId", ada), on("PAUSE", false))
                .path("setPreferences.fields[*].path")
                .entityList(String.class)
                .containsExactly("planId");
        set(
                        Map.of(),
                        Map.of("name", "LEAST_QUANTITY", "number", 5),
                        Map.of("name", "MOST_QUANTITY", "number", 4))
                .path("setPreferences.fields[*].path")
                .entityList(String.class)
                .containsExactly("preferences");
        assertThat(held("", "PAUSE")).isEqualTo("false DEFAULT");
    }

    @Test
    void thereIsNoPlaceOfWhatIsNotThere() {
        for (var scope : List.of("customerId", "planId")) {
            assertThat(
                            Refusals.of(
                                    asOwner()
                                            .document(
                                                    "mutation($i: SetPreferencesInput!) { setPreferences(input: $i) { __typename } }")
                                            .variable(
                                                    "i",
                                                    Map.of(
                                                            scope,
                                                            Ids.next(),
                                                            "preferences",
                                                            List.of(on("PAUSE", true))))))
                    .containsExactly("NOT_FOUND");
        }
    }

    @Test
    void whoMayNotSetSwitchesDoesNot() {
        var act =
                "mutation { setPreferences(input: {preferences: [{name: PAUSE, flag: true}]}) { __typename } }";
        assertThat(Refusals.of(asContact(ada), act)).containsExactly("FORBIDDEN");
        assertThat(Refusals.of(asStaff(Permission.SETTINGS_READ), act))
                .containsExactly("FORBIDDEN");
        assertThat(Refusals.of(asContact(ada), "{ portalPreferences { customerId } }"))
                .containsExactly("FORBIDDEN");
        assertThat(
                        Refusals.of(
                                asStaff(Permission.CUSTOMER_READ),
                                "{ portalPreferences { planId } }"))
                .containsExactly("FORBIDDEN");
    }

    @Tag("P1")
    @Test
    void aContactIsToldHowTheSwitchesStandForTheirCustomer() {
        set(Map.of(), on("PAYMENTS", false), on("ADD_ADDONS", true));
        set(Map.of("customerId", ada), on("PAYMENTS", true), on("PAUSE", true));

        assertThat(shown(asContact(ada)))
                .contains("PAYMENTS", "PAUSE")
                .doesNotContain("ADD_ADDONS", "EDIT");
        assertThat(shown(asContact(bob))).doesNotContain("PAYMENTS", "PAUSE");
        assertThat(shown(graphql(clientOf(ada)))).contains("PAYMENTS");
    }

    @Test
    void whoSetWhatStandsInTheHistory() {
        var eve = new Shop(asOwner()).customer();
        set(Map.of("customerId", eve), on("PAUSE", true));
        set(Map.of("customerId", eve), on("PAUSE", true));
        set(Map.of("customerId", eve), Map.of("name", "PAUSE"));

        asOwner()
                .document(
                        """
                        query($id: ID!) {
                          portalPreferences(customerId: $id) { history { edges { node { actor what changes { fact before after } } } } }
                        }
                        """)
                .variable("id", eve)
                .execute()
                .path("portalPreferences.history.edges[*].node.what")
                .entityList(String.class)
                .containsExactly("portal switches set", "portal switches set")
                .path("portalPreferences.history.edges[1].node.changes[*].fact")
                .entityList(String.class)
                .containsExactly("Pause subscription")
                .path("portalPreferences.history.edges[1].node.changes[*].after")
                .entityList(String.class)
                .containsExactly("true");
        asOwner()
                .document(
                        "query($id: ID!) { customer(id: $id) { history { edges { node { what } } } } }")
                .variable("id", eve)
                .execute()
                .path("customer.history.edges[0].node.what")
                .entity(String.class)
                .isEqualTo("portal switches set");
    }

    @Test
    void openPortalsHearOfIt() {
        for (var scope :
                List.of(Map.<String, Object>of(), Map.<String, Object>of("customerId", ada))) {
            StepVerifier.create(
                            live(contact(ada))
                                    .document("subscription { preferencesChanged { kind id } }")
                                    .executeSubscription()
                                    .toFlux()
                                    .map(
                                            change ->
                                                    change.path("preferencesChanged.kind")
                                                            .entity(String.class)
                                                            .get())
                                    .next())
                    .then(
                            () -> {
                                Mono.delay(Duration.ofMillis(500)).block();
                                set(Map.of("customerId", bob), on("REVIEWS", false));
                                set(scope, on("PAUSE", scope.isEmpty()));
                            })
                    .expectNext("PREFERENCES")
                    .expectComplete()
                    .verify(Duration.ofSeconds(10));
        }
    }

    @Test
    void theSwitchesOfTheSchemaAreThoseOfTheCode() {
        assertThat(names("PortalSwitch")).containsExactlyInAnyOrder(names(PortalSwitch.values()));
        assertThat(names("SwitchGroup")).containsExactlyInAnyOrder(names(SwitchGroup.values()));
        assertThat(names("SwitchKind")).containsExactlyInAnyOrder(names(SwitchKind.values()));
        assertThat(names("PreferenceLevel"))
                .containsExactlyInAnyOrder(names(PreferenceLevel.values()));
    }

    @Test
    void severalPlacesAreReadAtOnce() {
        set(Map.of("planId", plan), on("PAUSE", true));
        set(Map.of("customerId", bob), on("PAUSE", false));

        var found =
                switches.of(
                                List.of(
                                        new PreferencePlace(ada, plan),
                                        new PreferencePlace(bob, plan),
                                        new PreferencePlace(ada, null)))
                        .block();

        assertThat(found).isNotNull();
        assertThat(found.get(new PreferencePlace(ada, plan)).on(PortalSwitch.PAUSE)).isTrue();
        assertThat(found.get(new PreferencePlace(bob, plan)).on(PortalSwitch.PAUSE)).isFalse();
        assertThat(found.get(new PreferencePlace(ada, null)).on(PortalSwitch.PAUSE)).isFalse();
    }

    private static Caller clientOf(UUID customer) {
        return new Caller(
                Caller.Kind.CLIENT,
                Ids.next(),
                "Robot",
                Set.of(Permission.CONTACT, Permission.CONTACT_BILLING),
                customer,
                null);
    }

    private static Map<String, Object> on(String name, boolean flag) {
        return Map.of("name", name, "flag", flag);
    }

    private GraphQlTester.Response set(Map<String, Object> scope, Object... preferences) {
        var input = new HashMap<String, Object>(scope);
        input.put("preferences", List.of(preferences));
        return asOwner()
                .document(
                        "mutation($i: SetPreferencesInput!) { setPreferences(input: $i) { ... on PreferencesSet { %s } ... on InvalidInput { fields { path } } } }"
                                .formatted(SWITCHES))
                .variable("i", input)
                .execute();
    }

    private static String at(String name) {
        return "setPreferences.preferences.switches[?(@.definition.name == '%s')]".formatted(name);
    }

    private @Nullable String held(String arguments, String name) {
        return asOwner()
                .document(
                        "{ portalPreferences%s { switches { definition { name } value { flag } from } } }"
                                .formatted(arguments.isEmpty() ? "" : "(" + arguments + ")"))
                .execute()
                .path("portalPreferences.switches[?(@.definition.name == '%s')]".formatted(name))
                .entityList(Map.class)
                .get()
                .stream()
                .map(one -> ((Map<?, ?>) one.get("value")).get("flag") + " " + one.get("from"))
                .findFirst()
                .orElse(null);
    }

    private static List<String> shown(GraphQlTester tester) {
        return tester.document("{ viewer { portalSwitches { name on } } }")
                .execute()
                .path("viewer.portalSwitches[?(@.on == true)].name")
                .entityList(String.class)
                .get();
    }

    private String[] names(String type) {
        return ((GraphQLEnumType) source.schema().getType(type))
                .getValues().stream().map(value -> value.getName()).toArray(String[]::new);
    }

    private static String[] names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toArray(String[]::new);
    }
}
