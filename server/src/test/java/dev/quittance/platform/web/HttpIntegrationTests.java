package dev.quittance.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;

class HttpIntegrationTests extends IntegrationTest {

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

    private WebTestClient.ResponseSpec get(String path) {
        return http().get().uri(java.net.URI.create(url("http") + path)).exchange();
    }
}
