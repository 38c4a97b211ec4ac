package dev.quittance.identity;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** A browser with one of the two applications open in it, and its cookie. */
public final class Browser {
    private final WebTestClient http;
    final App app;
    private @Nullable ResponseCookie cookie;

    Browser(WebTestClient http, App app) {
        this.http = http;
        this.app = app;
    }

    /** A browser in which this person has signed in. */
    static Browser of(WebTestClient http, Login login) {
        var browser = new Browser(http, login.app());
        browser.signIn(login.email(), People.PASSWORD).expectStatus().isNoContent();
        return browser;
    }

    ResponseSpec signIn(String email, String password) {
        var response = post("sign-in", Map.of("email", email, "password", password));
        response.expectBody().returnResult().getResponseCookies().values().stream()
                .flatMap(all -> all.stream())
                .forEach(set -> cookie = set);
        return response;
    }

    /** Posts to {@code /auth/…} as the application does. */
    public ResponseSpec post(String act, Map<String, ?> body) {
        var request = http.post().uri("/auth/" + act).header("X-Quittance-App", app.path());
        if (cookie != null) {
            request.cookie(cookie.getName(), cookie.getValue());
        }
        return request.bodyValue(body).exchange();
    }

    /** Follows a plain link: the browser sends its cookie, but no header of ours. */
    public ResponseSpec follow(String path) {
        return http.get().uri(path).cookie(cookie().getName(), cookie().getValue()).exchange();
    }

    public ResponseSpec graphql(String document, Map<String, ?> variables) {
        return http.post()
                .uri("/graphql")
                .header("X-Quittance-App", app.path())
                .cookie(cookie().getName(), cookie().getValue())
                .bodyValue(Map.of("query", document, "variables", variables))
                .exchange();
    }

    /** Whether the server knows who this is. */
    boolean signedIn() {
        var body =
                graphql("{ viewer { id } }", Map.of())
                        .expectStatus()
                        .isEqualTo(HttpStatus.OK)
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        return !requireNonNull(body).contains("\"viewer\":null");
    }

    ResponseCookie cookie() {
        return requireNonNull(cookie);
    }
}
