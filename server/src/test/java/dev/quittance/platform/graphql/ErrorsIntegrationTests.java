package dev.quittance.platform.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Ids;
import dev.quittance.testing.IntegrationTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.graphql.ResponseError;
import reactor.test.StepVerifier;

/** What callers are told when something is wrong. */
class ErrorsIntegrationTests extends IntegrationTest {

    @ParameterizedTest
    @CsvSource({
        "not found, NOT_FOUND, probe not found",
        "forbidden, FORBIDDEN, Not today.",
        "unauthorized, UNAUTHORIZED, Sign in first.",
        "bad, BAD_REQUEST, how: is bad"
    })
    void errorsHaveTheirKindAndWords(String how, String kind, String message) {
        var error = failing(how);

        assertThat(error.getErrorType().toString()).isEqualTo(kind);
        assertThat(error.getMessage()).isEqualTo(message);
        assertThat(error.getPath()).isEqualTo("failingProbe");
    }

    @Test
    void theUnforeseenIsToldByItsNumberOnly() {
        var error = failing("otherwise");

        assertThat(error.getErrorType().toString()).isEqualTo("INTERNAL_ERROR");
        assertThat(error.getMessage())
                .contains(error.getExtensions().get("id").toString())
                .doesNotContain("secret");
    }

    @Test
    void aMalformedIdIsNamed() {
        var error =
                RequestGateIntegrationTests.onlyError(
                        anonymous().document("{ probeById(id: \"7\") { name } }").execute());

        assertThat(error.getErrorType().toString()).isEqualTo("BAD_REQUEST");
        assertThat(error.getExtensions()).containsEntry("field", "id");
    }

    @Test
    void aRefusalIsAMemberOfTheUnion() {
        provoke(" ")
                .path("provoke.__typename")
                .entity(String.class)
                .isEqualTo("InvalidInput")
                .path("provoke.fields[0].path")
                .entity(String.class)
                .isEqualTo("text");
    }

    @Test
    void anAnswerIsAMemberOfTheUnion() {
        provoke(" ok ").path("provoke.text").entity(String.class).isEqualTo("ok");
    }

    @Test
    void aRefusalWithoutAUnionIsAnErrorThatNamesTheField() {
        var error = echo(Map.of("price", Map.of("amount", "1.234", "currency", "USD"))).getFirst();

        assertThat(error.getErrorType().toString()).isEqualTo("BAD_REQUEST");
        assertThat(error.getExtensions()).containsEntry("code", "InvalidInput");
        assertThat(error.getMessage()).isEqualTo("USD has 2 decimals");
    }

    @ParameterizedTest
    @CsvSource({
        "on, 2201-01-01",
        "on, 1899-12-31",
        "on, 2027-02-29",
        "at, yesterday",
        "factor, 1e9",
        "factor, 1234567890123456789",
        "country, XX"
    })
    void aBadValueIsNamedWithItsPath(String field, String value) {
        var error = echo(Map.of(field, value)).getFirst();

        assertThat(error.getErrorType().toString()).isEqualTo("BAD_REQUEST");
        assertThat(error.getExtensions()).containsEntry("field", "input." + field);
        assertThat(error.getMessage()).startsWith("input." + field + ": must be");
    }

    @Test
    void everyBadValueIsNamed() {
        var errors =
                echo(
                        Map.of(
                                "lines",
                                List.of(
                                        Map.of("amount", "1"),
                                        Map.of("amount", 2.5, "kind", "NONSENSE"),
                                        Map.of("kind", "INVOICE")),
                                "unknown",
                                1));

        assertThat(errors)
                .extracting(error -> error.getExtensions().get("field"))
                .containsExactlyInAnyOrder(
                        "input.unknown",
                        "input.lines[1].amount",
                        "input.lines[1].kind",
                        "input.lines[2].amount");
    }

    @Test
    void pagesFollowEachOther() {
        var document =
                "query($after: String) { probes(first: 30, after: $after) "
                        + "{ edges { node { name } } pageInfo { hasNextPage hasPreviousPage endCursor } } }";
        var first = anonymous().document(document).execute();
        first.path("probes.edges").entityList(Object.class).hasSize(30);
        first.path("probes.pageInfo.hasNextPage").entity(Boolean.class).isEqualTo(true);
        var cursor = first.path("probes.pageInfo.endCursor").entity(String.class).get();

        anonymous()
                .document(document)
                .variable("after", cursor)
                .execute()
                .path("probes.edges[*].node.name")
                .entityList(String.class)
                .hasSize(20)
                .contains("probe 30", "probe 49")
                .path("probes.pageInfo.hasPreviousPage")
                .entity(Boolean.class)
                .isEqualTo(true)
                .path("probes.pageInfo.hasNextPage")
                .entity(Boolean.class)
                .isEqualTo(false);
    }

    @ParameterizedTest
    @CsvSource({"first: 0, first", "first: 101, first", "'after: \"zzz\"', after"})
    void aPageOutOfBoundsIsRefused(String arguments, String field) {
        var error =
                RequestGateIntegrationTests.onlyError(
                        anonymous()
                                .document(
                                        "{ probes(%s) { pageInfo { hasNextPage } } }"
                                                .formatted(arguments))
                                .execute());

        assertThat(error.getExtensions()).containsEntry("field", field);
    }

    @Test
    void aLiveStreamEndsWithItsReason() {
        StepVerifier.create(
                        live(staff())
                                .document("subscription { probeStream }")
                                .executeSubscription()
                                .toFlux())
                .assertNext(
                        next -> next.path("probeStream").entity(String.class).isEqualTo("first"))
                .expectErrorSatisfies(
                        error -> assertThat(error).hasMessageContaining("Sign in first."))
                .verify();
    }

    @Test
    void aMegabyteIsRefusedClearly() {
        http(staff())
                .post()
                .uri("/graphql")
                .header("Content-Type", "application/json")
                .bodyValue("{\"query\": \"{ probe { name } } # " + "x".repeat(1_048_576) + "\"}")
                .exchange()
                .expectStatus()
                .isEqualTo(413)
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("The request is too large");
    }

    private ResponseError failing(String how) {
        return RequestGateIntegrationTests.onlyError(
                anonymous()
                        .document("query($how: String!) { failingProbe(how: $how) { name } }")
                        .variable("how", how)
                        .execute());
    }

    private org.springframework.graphql.test.tester.GraphQlTester.Response provoke(String text) {
        return anonymous()
                .document(
                        """
                        mutation($text: String!) { provoke(text: $text) {
                          __typename
                          ... on ProbeTaken { text }
                          ... on InvalidInput { fields { path } }
                        } }
                        """)
                .variable("text", text)
                .execute();
    }

    private List<ResponseError> echo(Map<String, Object> input) {
        return anonymous()
                .document("query($input: ProbeInput!) { echo(input: $input) }")
                .variable("input", input)
                .execute()
                .returnResponse()
                .getErrors();
    }

    @Test
    void strangersAreToldTheSameAboutUnknownAndForeignThings() {
        var error =
                RequestGateIntegrationTests.onlyError(
                        anonymous()
                                .document("query($id: ID!) { probeById(id: $id) { name } }")
                                .variable("id", Ids.next())
                                .execute());

        assertThat(error.getErrorType().toString()).isEqualTo("NOT_FOUND");
    }
}
