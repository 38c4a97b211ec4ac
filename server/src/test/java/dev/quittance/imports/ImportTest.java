package dev.quittance.imports;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Caller;
import dev.quittance.platform.Permission;
import dev.quittance.testing.IntegrationTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** What tests of imports have in common: upload, check, run, and wait for the worker. */
public abstract class ImportTest extends IntegrationTest {
    protected static final Caller CLERK = staff(Permission.IMPORT);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final ParameterizedTypeReference<Map<String, Object>> FAULT =
            new ParameterizedTypeReference<>() {};

    @Autowired private ImportWorker worker;
    @Autowired ImportSteps steps;

    static final String IMPORT =
            """
            query($id: ID!) { customerImport(id: $id) {
              fileName status failure uploadedBy rowCount doneCount goodCount badCount importedCount
              totals { amount currency }
              columns { name samples }
              mapping { currency planName interval { count unit } columns { column field } }
            } }""";

    String upload(String content) {
        return upload(content.getBytes(StandardCharsets.UTF_8));
    }

    String upload(byte[] content) {
        var answer =
                post(CLERK, content)
                        .expectStatus()
                        .isCreated()
                        .expectBody(Map.class)
                        .returnResult()
                        .getResponseBody();
        return String.valueOf(requireNonNull(answer).get("id"));
    }

    WebTestClient.ResponseSpec post(Caller caller, byte[] content) {
        return http(caller)
                .mutate()
                .responseTimeout(PATIENCE)
                .build()
                .post()
                .uri("/imports?fileName=people.csv")
                .contentType(MediaType.parseMediaType("text/csv"))
                .bodyValue(content)
                .exchange();
    }

    GraphQlTester.Response show(String id) {
        return graphql(CLERK).document(IMPORT).variable("id", id).execute();
    }

    /** Checks with the mapping the import proposes, and waits. */
    void check(String id) {
        check(id, "Imported plan");
    }

    void check(String id, String plan) {
        startCheck(id, plan)
                .path("checkCustomerImport.__typename")
                .entity(String.class)
                .isEqualTo("CustomerImportStarted");
        work();
    }

    @SuppressWarnings("unchecked")
    GraphQlTester.Response startCheck(String id, String plan) {
        Map<String, Object> mapping =
                show(id).path("customerImport.mapping").entity(Map.class).get();
        mapping.put("planName", plan);
        return graphql(CLERK)
                .document(
                        """
                        mutation($id: ID!, $mapping: ImportMappingInput!) {
                          checkCustomerImport(input: {id: $id, mapping: $mapping}) {
                            __typename
                            ... on CustomerImportStarted { customerImport { status } }
                            ... on Problem { message }
                            ... on InvalidInput { fields { path message } }
                          } }""")
                .variable("id", id)
                .variable("mapping", mapping)
                .execute();
    }

    GraphQlTester.Response startRun(String id, boolean skipBadRows) {
        return graphql(CLERK)
                .document(
                        """
                        mutation($id: ID!, $skip: Boolean!) {
                          runCustomerImport(input: {id: $id, skipBadRows: $skip}) {
                            __typename
                            ... on CustomerImportStarted { customerImport { status } }
                            ... on Problem { message }
                            ... on ImportHasFaults { badCount }
                          } }""")
                .variable("id", id)
                .variable("skip", skipBadRows)
                .execute();
    }

    void run(String id, boolean skipBadRows) {
        startRun(id, skipBadRows)
                .path("runCustomerImport.__typename")
                .entity(String.class)
                .isEqualTo("CustomerImportStarted");
        work();
    }

    /** The first faults, in the order of the file. */
    List<Map<String, Object>> faults(String id, int first) {
        return graphql(CLERK)
                .document(
                        """
                        query($id: ID!, $first: Int!) { customerImport(id: $id) {
                          faults(first: $first) { edges { node { line column reason } } } } }""")
                .variable("id", id)
                .variable("first", first)
                .execute()
                .path("customerImport.faults.edges[*].node")
                .entityList(FAULT)
                .get();
    }

    static void assertError(GraphQlTester.Response answer, String code) {
        answer.errors()
                .satisfy(
                        errors ->
                                assertThat(errors)
                                        .singleElement()
                                        .satisfies(
                                                e ->
                                                        assertThat(e.getErrorType().toString())
                                                                .isEqualTo(code)));
    }

    protected void work() {
        worker.work().block(PATIENCE);
    }

    /** One step, as by a server that dies after it: its lease runs out. */
    protected void stepAndDie(String id) {
        steps.next(UUID.fromString(id)).block();
        db.sql("update customer_import set leased_until = now()").then().block();
    }

    /** A step of each at the same moment, as by two servers that die after it. */
    protected void stepsAtOnce(String... ids) {
        Flux.fromArray(ids)
                .flatMap(id -> steps.next(UUID.fromString(id)).subscribeOn(Schedulers.parallel()))
                .blockLast(PATIENCE);
        db.sql("update customer_import set leased_until = now()").then().block();
    }

    protected long count(String sql) {
        return requireNonNull(db.sql(sql).mapValue(Long.class).one().block());
    }
}
