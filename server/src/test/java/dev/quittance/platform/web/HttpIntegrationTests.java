package dev.quittance.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

class HttpIntegrationTests extends IntegrationTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void theRootLeadsToThePortal() {
        get("/").expectStatus().isTemporaryRedirect().expectHeader().location("/portal/");
    }

    @Test
    void whatIsNotThereIsAProblem() {
        get("/nowhere")
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("Not Found")
                .jsonPath("$.status")
                .isEqualTo(404);
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() {
        get("/actuator/health")
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectHeader()
                .valueEquals(
                        "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health",
                "/actuator/health/liveness",
                "/actuator/health/readiness"
            })
    void healthIsForAll(String path) {
        get(path).expectStatus().isOk().expectBody().jsonPath("$.status").isEqualTo("UP");
    }

    @Test
    void withoutItsDatabaseTheServerIsAliveButNotReadyUntilItIsBack() throws InterruptedException {
        TestDatabase.only().goAway();
        try {
            becomes(503);
            get("/actuator/health/liveness").expectStatus().isOk();
        } finally {
            TestDatabase.only().comeBack();
        }

        becomes(200);
        anonymous().document("{ branding { name } }").executeAndVerify();
    }

    private void becomes(int status) throws InterruptedException {
        var giveUp = Instant.now().plus(PATIENCE);
        while (status() != status) {
            assertThat(Instant.now()).as("not %s in time", status).isBefore(giveUp);
            Thread.sleep(100);
        }
    }

    private int status() {
        return get("/actuator/health/readiness").expectBody().returnResult().getStatus().value();
    }

    @Test
    void theMachineItselfMayReadTheMetricsOfASandbox() {
        get("/actuator/prometheus")
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(
                        metrics ->
                                assertThat(metrics)
                                        .contains(
                                                "quittance_graphql_requests",
                                                "quittance_outbox_waiting"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/portal/assets/../../application.yaml",
                "/portal/%2e%2e/application.yaml",
                "/portal/..%2fapplication.yaml",
                "/portal/assets/%2e%2e%2f%2e%2e%2fapplication.yaml",
                "/portal//application.yaml",
                "/portal/missing.js"
            })
    void onlyTheApplicationsFilesAreServed(String path) {
        get(path).expectStatus().is4xxClientError();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/portal",
                "/portal/",
                "/portal/invoices/7",
                "/portal/icon.svg",
                "/portal/missing.js",
                "/console/",
                "/graphiql/",
                "/actuator/health"
            })
    void aHeadIsAnsweredAsTheGetButWithoutItsBody(String path) {
        var whole = plainly(HttpMethod.GET, path);
        var head = plainly(HttpMethod.HEAD, path);

        assertThat(head.getStatus()).isEqualTo(whole.getStatus());
        assertThat(head.getResponseHeaders().getContentType())
                .isEqualTo(whole.getResponseHeaders().getContentType());
        assertThat(length(head)).isEqualTo(length(whole));
        assertThat(head.getResponseBody()).isNullOrEmpty();
    }

    /** That of nothing may be left out. */
    private static long length(EntityExchangeResult<byte[]> answer) {
        return Math.max(0, answer.getResponseHeaders().getContentLength());
    }

    /** Not zipped, which would leave the length open. */
    private EntityExchangeResult<byte[]> plainly(HttpMethod method, String path) {
        return http().method(method)
                .uri(path)
                .header(HttpHeaders.ACCEPT_ENCODING, "identity")
                .exchange()
                .expectBody()
                .returnResult();
    }

    private WebTestClient.ResponseSpec get(String path) {
        return http().get().uri(java.net.URI.create(url("http") + path)).exchange();
    }
}
