package dev.quittance.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Caller;
import dev.quittance.platform.Permission;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.test.StepVerifier;

class ImportIntegrationTests extends ImportTest {
    @Test
    void everyBadRowIsReportedAndLeftOutOnlyWhenAskedFor() throws IOException {
        var id = upload(new ClassPathResource("imports/faulty.csv").getContentAsByteArray());
        check(id, "Faulty plan");
        show(id).path("customerImport.goodCount")
                .entity(Integer.class)
                .isEqualTo(2)
                .path("customerImport.badCount")
                .entity(Integer.class)
                .isEqualTo(10)
                .path("customerImport.totals[0].amount")
                .entity(String.class)
                .isEqualTo("29.85");
        assertThat(faults(id, 100))
                .extracting(fault -> fault.get("line") + " " + fault.get("column"))
                .containsExactly(
                        "3 email",
                        "4 price",
                        "5 price",
                        "6 id",
                        "7 contract",
                        "7 payment method",
                        "8 city",
                        "8 country",
                        "9 null",
                        "10 price",
                        "12 name",
                        "13 id");
        startRun(id, false)
                .path("runCustomerImport.__typename")
                .entity(String.class)
                .isEqualTo("ImportHasFaults")
                .path("runCustomerImport.badCount")
                .entity(Integer.class)
                .isEqualTo(10);
        run(id, true);
        show(id).path("customerImport.importedCount").entity(Integer.class).isEqualTo(2);
        assertThat(count("select count(*) from customer where name = 'Żółć Λόγος Дом'"))
                .isEqualTo(1);
        assertThat(
                        count(
                                "select count(*) from customer where external_id in ('A-2', 'A-3', 'A-8')"))
                .isZero();
    }

    @Test
    void faultsArePaged() throws IOException {
        var rows = new StringBuilder("id,price\n");
        for (int i = 0; i < 10_000; i++) {
            rows.append("P-").append(i).append(",dear\n");
        }
        var id = upload(rows.toString());
        check(id, "Paged plan");
        show(id).path("customerImport.badCount").entity(Integer.class).isEqualTo(10_000);
        var document =
                """
                query($id: ID!, $after: String) { customerImport(id: $id) { faults(first: 100, after: $after) {
                  edges { node { line } } pageInfo { endCursor hasNextPage } } } }""";
        String after = null;
        int seen = 0;
        for (int page = 0; page < 100; page++) {
            var answer =
                    asOwner()
                            .document(document)
                            .variable("id", id)
                            .variable("after", after)
                            .execute();
            var lines =
                    answer.path("customerImport.faults.edges[*].node.line")
                            .entityList(Integer.class)
                            .get();
            assertThat(lines.getFirst()).isEqualTo(seen + 2);
            seen += lines.size();
            after =
                    answer.path("customerImport.faults.pageInfo.endCursor")
                            .entity(String.class)
                            .get();
        }
        assertThat(seen).isEqualTo(10_000);
    }

    @Test
    void aRunThatWasKilledGoesOnAndMakesEachCustomerOnce() {
        var rows = new StringBuilder("id,price,Backup\n");
        for (int i = 0; i < 1_200; i++) {
            rows.append("K-").append(i).append(",1.00,Yes\n");
        }
        var id = upload(rows.toString());
        check(id, "Killed plan");
        startRun(id, false);
        startRun(id, false)
                .path("runCustomerImport.__typename")
                .entity(String.class)
                .isEqualTo("ImportBusy");
        // The worker of a server that died after its first step: the step committed, the lease ran
        // out.
        steps.next(UUID.fromString(id)).block();
        assertThat(count("select count(*) from customer where external_id like 'K-%'"))
                .isEqualTo(500);
        work();
        show(id).path("customerImport.status").entity(String.class).isEqualTo("RUNNING");
        db.sql("update customer_import set leased_until = now()").then().block();
        work();
        show(id).path("customerImport.status").entity(String.class).isEqualTo("COMPLETED");
        assertThat(count("select count(*) from customer where external_id like 'K-%'"))
                .isEqualTo(1200);
        assertThat(
                        count(
                                "select count(distinct s.customer_id) from subscription s join customer c on c.id = s.customer_id where c.external_id like 'K-%'"))
                .isEqualTo(1200);
    }

    @Test
    void aCustomerMadeSinceTheCheckIsNotMadeTwice() {
        var id = upload("id,price\nM-1,1\nM-2,1\nM-3,1\n");
        check(id, "Meanwhile plan");
        var other = upload("id,price\nM-2,1\n");
        check(other, "Meanwhile plan");
        run(other, false);
        run(id, false);
        show(id).path("customerImport.status").entity(String.class).isEqualTo("FAILED");
        run(id, true);
        show(id).path("customerImport.status")
                .entity(String.class)
                .isEqualTo("COMPLETED")
                .path("customerImport.importedCount")
                .entity(Integer.class)
                .isEqualTo(2)
                .path("customerImport.badCount")
                .entity(Integer.class)
                .isEqualTo(1);
        assertThat(count("select count(*) from customer where external_id like 'M-%'"))
                .isEqualTo(3);
    }

    @Test
    void aMappingThatDoesNotFitIsRefusedByPath() {
        var id = upload("id,price\nX-1,1\n");
        startCheck(id, "  ")
                .path("checkCustomerImport.fields[0].path")
                .entity(String.class)
                .isEqualTo("mapping.planName");
        startCheck(id, "Imported \u202eplan")
                .path("checkCustomerImport.fields[0].path")
                .entity(String.class)
                .isEqualTo("mapping.planName");
        var noPrice = upload("id\nX-1\n");
        startCheck(noPrice, "A plan nobody has")
                .path("checkCustomerImport.fields[0].path")
                .entity(String.class)
                .isEqualTo("mapping.columns");
    }

    @Test
    void aFileMayComeAsAForm() {
        var form = new MultipartBodyBuilder();
        form.part("note", "something else");
        form.part(
                        "file",
                        new ByteArrayResource("id,price\nF-1,1\n".getBytes(StandardCharsets.UTF_8)))
                .filename("..\\folder/büro.csv");
        var answer =
                http(CLERK)
                        .post()
                        .uri("/imports")
                        .bodyValue(form.build())
                        .exchange()
                        .expectStatus()
                        .isCreated()
                        .expectBody(Map.class)
                        .returnResult()
                        .getResponseBody();
        show(String.valueOf(answer.get("id")))
                .path("customerImport.fileName")
                .entity(String.class)
                .isEqualTo("büro.csv");
        var empty = new MultipartBodyBuilder();
        empty.part("note", "no file");
        http(CLERK)
                .post()
                .uri("/imports")
                .bodyValue(empty.build())
                .exchange()
                .expectStatus()
                .isEqualTo(422);
    }

    @Test
    void aLargeFormIsStreamedAndATooLargeOneRefused() {
        var row = "L-%07d,1.00,%s\n";
        var file = new StringBuilder("id,price,note\n");
        for (int i = 0; i < 3_000; i++) {
            file.append(row.formatted(i, "x".repeat(1_000)));
        }
        formOf(file.toString().getBytes(StandardCharsets.UTF_8)).expectStatus().isCreated();
        var large = new byte[50_000_001];
        Arrays.fill(large, (byte) 'x');
        formOf(large).expectStatus().isEqualTo(413);
    }

    private WebTestClient.ResponseSpec formOf(byte[] file) {
        var form = new MultipartBodyBuilder();
        form.part("file", new ByteArrayResource(file)).filename("large.csv");
        return http(CLERK)
                .mutate()
                .responseTimeout(Duration.ofMinutes(1))
                .build()
                .post()
                .uri("/imports")
                .bodyValue(form.build())
                .exchange();
    }

    @Test
    void brokenFilesAreRefusedWithLineColumnAndRemedy() {
        assertRefused("", "empty");
        assertRefused("id,price\n", "no rows");
        assertRefused(
                "id,price\n1,\"2\n3,4\n",
                "Line 2, column price: a quote is opened here and never closed");
        assertRefused("id,id\n1,2\n", "Line 1, column id: two columns bear this name");
        post(CLERK, new byte[] {'i', 'd', '\n', (byte) 0xE9, '\n'})
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.faults[0].line")
                .isEqualTo(2)
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).contains("UTF-8"));
        assertThat(count("select count(*) from customer_import where row_count = 0")).isZero();
    }

    @Test
    void aFileOfMoreThan50MegabytesIsTooLarge() {
        var large = new byte[50_000_001];
        Arrays.fill(large, (byte) 'x');
        post(CLERK, large)
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).contains("50 MB"));
    }

    @Test
    void nobodyAndTheWrongRoleAreRefused() {
        var file = "id,price\n1,1\n".getBytes(StandardCharsets.UTF_8);
        post(Caller.ANONYMOUS, file).expectStatus().isUnauthorized();
        post(staff(Permission.CUSTOMER_WRITE), file).expectStatus().isForbidden();
        post(contact(UUID.randomUUID()), file).expectStatus().isForbidden();
        var id = UUID.randomUUID();
        for (var document :
                List.of(
                        "{ customerImports { edges { node { id } } } }",
                        "{ customerImport(id: \"%s\") { id } }".formatted(id),
                        "mutation { runCustomerImport(input: {id: \"%s\"}) { __typename } }"
                                .formatted(id),
                        "mutation { checkCustomerImport(input: {id: \"%s\", mapping: {columns: [], currency: \"USD\", planName: \"x\", interval: {count: 1, unit: MONTH}}}) { __typename } }"
                                .formatted(id),
                        "subscription { customerImportChanged { id } }")) {
            assertError(anonymous().document(document).execute(), "UNAUTHORIZED");
            assertError(
                    asStaff(Permission.CUSTOMER_WRITE).document(document).execute(), "FORBIDDEN");
            assertError(asContact(UUID.randomUUID()).document(document).execute(), "FORBIDDEN");
        }
        assertError(show(id.toString()), "NOT_FOUND");
    }

    @Test
    void progressIsToldLive() {
        var id = upload("id,price\nL-1,1\n");
        var changes =
                live(CLERK)
                        .document("subscription { customerImportChanged { kind id } }")
                        .executeSubscription()
                        .toFlux("customerImportChanged.id", String.class);
        StepVerifier.create(changes.filter(id::equals))
                .thenAwait(Duration.ofMillis(500))
                .then(() -> check(id, "Live plan"))
                .expectNext(id)
                .thenCancel()
                .verify(Duration.ofSeconds(20));
    }

    private void assertRefused(String content, String detail) {
        post(CLERK, content.getBytes(StandardCharsets.UTF_8))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.detail")
                .value(String.class, told -> assertThat(told).contains(detail));
    }
}
