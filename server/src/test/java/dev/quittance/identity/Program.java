package dev.quittance.identity;

import dev.quittance.platform.Ids;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.json.JsonMapper;

/** A third party's program, which has its credentials and nothing else. */
record Program(WebTestClient http, String clientId, String secret, UUID id) {

    Program(WebTestClient http, String clientId, String secret) {
        this(http, clientId, secret, Ids.next());
    }

    String token() {
        return token("");
    }

    String token(String scope) {
        var body =
                basic("grant_type=client_credentials" + (scope.isEmpty() ? "" : "&scope=" + scope))
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        return new JsonMapper().readTree(body).get("access_token").asString();
    }

    /** Asks for a token with the credentials in the header. */
    ResponseSpec basic(String body) {
        return http.post()
                .uri("/oauth2/token")
                .headers(headers -> headers.setBasicAuth(clientId, secret))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(body)
                .exchange();
    }

    /** Asks for a token with the credentials in the body. */
    ResponseSpec post(String body) {
        return http.post()
                .uri("/oauth2/token")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(body + "&client_id=%s&client_secret=%s".formatted(clientId, secret))
                .exchange();
    }

    ResponseSpec ask(String token, String document) {
        return http.post()
                .uri("/graphql")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .bodyValue(Map.of("query", document))
                .exchange();
    }
}
