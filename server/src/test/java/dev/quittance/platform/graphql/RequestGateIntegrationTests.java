package dev.quittance.platform.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Ids;
import dev.quittance.testing.IntegrationTest;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.ResponseError;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Who gets past the gate, and what turns a request away before anything of it runs. */
class RequestGateIntegrationTests extends IntegrationTest {

    @Test
    void everyoneMayUseWhatIsForEveryone() {
        anonymous()
                .document("{ probe { name price { amount currency } } }")
                .execute()
                .path("probe.price.amount")
                .entity(String.class)
                .isEqualTo("0.001")
                .path("probe.price.currency")
                .entity(String.class)
                .isEqualTo("KWD");
    }

    @Test
    void aStrangerIsAskedToSignIn() {
        var error = onlyError(anonymous().document("{ probe { name secret } }").execute());

        assertThat(error.getErrorType().toString()).isEqualTo("UNAUTHORIZED");
        assertThat(error.getPath()).isEqualTo("probe.secret");
    }

    @Test
    void whoIsSignedInWithoutThePermissionIsForbidden() {
        var error =
                onlyError(
                        asContact(Ids.next())
                                .document("{ probe { children { children { secret } } } }")
                                .execute());

        assertThat(error.getErrorType().toString()).isEqualTo("FORBIDDEN");
    }

    @Test
    void anAliasOrAFragmentDoesNotHideAField() {
        var error =
                onlyError(
                        asContact(Ids.next())
                                .document(
                                        """
                                        query { probe { ...a } }
                                        fragment a on Probe { b: children { ...b } }
                                        fragment b on Probe { name: secret }
                                        """)
                                .execute());

        assertThat(error.getErrorType().toString()).isEqualTo("FORBIDDEN");
    }

    @Test
    void whatIsSkippedNeedsNoPermission() {
        anonymous()
                .document("query($more: Boolean!) { probe { name secret @include(if: $more) } }")
                .variable("more", false)
                .execute()
                .path("probe.name")
                .entity(String.class)
                .isEqualTo("probe 1");
    }

    @Test
    void whatNamesNobodyIsForNobody() {
        var error = onlyError(asOwner().document("{ unreachable { name } }").execute());

        assertThat(error.getErrorType().toString()).isEqualTo("FORBIDDEN");
    }

    @Test
    void aContactIsKnownByName() {
        asContact(Ids.next())
                .document("{ contactProbe }")
                .execute()
                .path("contactProbe")
                .entity(String.class)
                .isEqualTo("Connie Contact");
    }

    @Test
    void oneMutationADocument() {
        var error =
                onlyError(
                        anonymous()
                                .document(
                                        """
                                        mutation { a: provoke(text: "a") { __typename }
                                                   b: provoke(text: "b") { __typename } }
                                        """)
                                .execute());

        assertThat(error.getErrorType().toString()).isEqualTo("BAD_REQUEST");
    }

    @Test
    void theAnswerTellsTheCost() {
        var response =
                anonymous()
                        .document("{ probes(first: 10) { edges { node { name } } } }")
                        .execute()
                        .returnResponse();

        // connection 1 + 10 rows × (edge 1 + node 1 + name 1)
        assertThat(response.getExtensions())
                .containsEntry("cost", Map.of("requested", 31, "limit", 30_000));
    }

    @Test
    void aliasesAndTypeNamesCost() {
        var plain = cost("{ probe { name } }");

        assertThat(cost("{ probe { name a: name __typename } }")).isEqualTo(plain + 2);
    }

    @Test
    void aFragmentCostsWhereverItIsSpread() {
        var once = cost("{ a: probe { ...f } } fragment f on Probe { name children { name } }");
        var twice =
                cost(
                        "{ a: probe { ...f } b: probe { ...f } } fragment f on Probe { name children { name } }");

        assertThat(twice).isEqualTo(2 * once);
    }

    @Test
    void fragmentsThatMultiplyEachOtherAreRefused() {
        var document = new StringBuilder("{ probe { ...f0 } } ");
        for (var i = 0; i < 12; i++) {
            document.append(
                    "fragment f%1$d on Probe { a: children { ...f%2$d } b: children { ...f%2$d } } "
                            .formatted(i, i + 1));
        }
        document.append("fragment f12 on Probe { name }");

        var error = onlyError(anonymous().document(document.toString()).execute());

        assertThat(error.getMessage()).containsAnyOf("field count", "costs", "depth");
    }

    @Test
    void aFragmentThatSpreadsItselfIsRefused() {
        var errors =
                anonymous()
                        .document("{ probe { ...f } } fragment f on Probe { children { ...f } }")
                        .execute()
                        .returnResponse()
                        .getErrors();

        assertThat(errors).isNotEmpty();
        assertThat(errors.toString()).contains("f");
    }

    @Test
    void aDocumentOfAMegabyteIsTooLarge() {
        http().post()
                .uri("/graphql")
                .bodyValue(Map.of("query", "{ probe { name } } #" + "x".repeat(1_000_000)))
                .exchange()
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("A request may have at most 256 kB.");
    }

    @Test
    void manyTypeNamesAreRefused() {
        var names =
                IntStream.range(0, 1100)
                        .mapToObj(i -> "n" + i + ": __typename")
                        .collect(Collectors.joining(" "));

        var error = onlyError(anonymous().document("{ probe { " + names + " } }").execute());

        assertThat(error.getMessage()).contains("field count");
    }

    @Test
    void aWideRequestIsRefusedByItsCost() {
        var error =
                onlyError(
                        anonymous()
                                .document(
                                        """
                                        { probes(first: 100) { edges { node { children { children {
                                          children { children { children { name } } } } } } } } }
                                        """)
                                .execute());

        assertThat(error.getMessage()).contains("costs").contains("30000");
    }

    @Test
    void manyAliasesAreRefused() {
        var names =
                IntStream.range(0, 1100)
                        .mapToObj(i -> "n" + i + ": name")
                        .collect(Collectors.joining(" "));

        var error = onlyError(anonymous().document("{ probe { " + names + " } }").execute());

        assertThat(error.getMessage()).contains("field count");
    }

    @Test
    void aDeepRequestIsRefused() {
        var deep = "children { ".repeat(16) + "name" + " }".repeat(16);

        var error = onlyError(anonymous().document("{ probe { " + deep + " } }").execute());

        assertThat(error.getMessage()).contains("depth");
    }

    @Test
    void manyWordsAreRefused() {
        var error =
                onlyError(
                        anonymous()
                                .document("{ probe { " + "name ".repeat(6000) + " } }")
                                .execute());

        assertThat(error.getMessage()).contains("5,000");
    }

    @Test
    void theSchemaMayBeExploredInASandbox() {
        anonymous()
                .document(graphql.introspection.IntrospectionQuery.INTROSPECTION_QUERY)
                .execute()
                .path("__schema.queryType.name")
                .entity(String.class)
                .isEqualTo("Query");
    }

    @Test
    void aMisspelledFieldIsNotGivenSuggestions() {
        var error = onlyError(anonymous().document("{ prob { name } }").execute());

        assertThat(error.getMessage()).doesNotContain("probe").doesNotContain("mean");
    }

    private int cost(String document) {
        var extensions = anonymous().document(document).execute().returnResponse().getExtensions();
        return (Integer) ((Map<?, ?>) extensions.get("cost")).get("requested");
    }

    static ResponseError onlyError(GraphQlTester.Response response) {
        var errors = response.returnResponse().getErrors();
        assertThat(errors).hasSize(1);
        return errors.getFirst();
    }
}
