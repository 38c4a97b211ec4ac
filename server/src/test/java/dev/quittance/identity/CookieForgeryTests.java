package dev.quittance.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Ids;
import dev.quittance.platform.Settings;
import dev.quittance.testing.IntegrationTest;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.test.web.reactive.server.WebTestClient.RequestBodySpec;

/** What a foreign page, or a thief of half the proof, can send. None of it counts as signed in. */
class CookieForgeryTests extends IntegrationTest {
    private static final String WHO = "{ viewer { name } }";

    /** Nobody's connection. */
    private static final String CLOSED = "closed 4401";

    @Autowired People people;
    @Autowired Settings settings;
    @Autowired Cookies cookies;

    private ResponseCookie console;
    private ResponseCookie portal;

    @BeforeAll
    void twoPeopleSignIn() {
        console = Browser.of(http(), people.staff(StaffRole.OWNER)).cookie();
        portal = Browser.of(http(), people.contact(Ids.next(), ContactAccess.PRIMARY)).cookie();
    }

    @Test
    void theRealThingCounts() {
        assertThat(viewer(with(console).header("X-Quittance-App", "console"))).contains("Sam");
        assertThat(viewer(with(portal).header("X-Quittance-App", "portal"))).contains("Connie");
    }

    @Test
    void aCookieWithoutTheHeaderIsNobody() {
        assertThat(viewer(with(console))).contains("\"viewer\":null");
    }

    @Test
    void aCookieWithAnUnknownAppIsNobody() {
        assertThat(viewer(with(console).header("X-Quittance-App", "konsole"))).contains("null");
        assertThat(viewer(with(console).header("X-Quittance-App", ""))).contains("null");
        assertThat(viewer(with(console).header("X-Quittance-App", "console", "portal")))
                .contains("null");
    }

    @Test
    void theOtherAppsHeaderIsNobody() {
        assertThat(viewer(with(console).header("X-Quittance-App", "portal"))).contains("null");
    }

    @Test
    void anotherAppsSessionUnderThisAppsNameIsNobody() {
        var crossed = ResponseCookie.from(console.getName(), portal.getValue()).build();

        assertThat(viewer(with(crossed).header("X-Quittance-App", "console"))).contains("null");
    }

    @Test
    void aGuessedCookieIsNobody() {
        var guessed = ResponseCookie.from(console.getName(), "A".repeat(43)).build();

        assertThat(viewer(with(guessed).header("X-Quittance-App", "console"))).contains("null");
    }

    @Test
    void theParameterInsteadOfTheHeaderIsNobody() {
        var request =
                http().post()
                        .uri("/graphql?app=console")
                        .cookie(console.getName(), console.getValue());

        assertThat(viewer(request)).contains("\"viewer\":null");
    }

    @Test
    void aFormOfAForeignPageDoesNothing() {
        http().post()
                .uri("/graphql")
                .cookie(console.getName(), console.getValue())
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("query=mutation{rotateSigningKey{keyId}}")
                .exchange()
                .expectStatus()
                .isEqualTo(415);
        http().post()
                .uri("/graphql")
                .cookie(console.getName(), console.getValue())
                .contentType(MediaType.TEXT_PLAIN)
                .bodyValue("{\"query\":\"mutation { rotateSigningKey { keyId } }\"}")
                .exchange()
                .expectStatus()
                .isEqualTo(415);
        http().post()
                .uri("/auth/sign-out-everywhere")
                .cookie(console.getName(), console.getValue())
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("a=b")
                .exchange()
                .expectStatus()
                .isBadRequest();
        theRealThingCounts();
    }

    @Test
    void theCookieAsABearerIsRefused() {
        http().post()
                .uri("/graphql")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + console.getValue())
                .bodyValue(Map.of("query", WHO))
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void aWebSocketOfOurOwnPageCounts() {
        assertThat(webSocket("?app=console", own(console))).contains("connection_ack");
    }

    @Test
    void aWebSocketOfAForeignPageIsRefused() {
        for (var origin :
                List.of(
                        "https://evil.example",
                        "http://localhost.evil.example",
                        "https://localhost",
                        url("http") + "0")) {
            assertThat(webSocket("?app=console", from(origin, console)))
                    .as(origin)
                    .containsAnyOf("403", CLOSED);
        }
        assertThat(webSocket("?app=console", from("null", console))).containsAnyOf("403", CLOSED);
    }

    /** Netty's client always sends an origin, so the rule is asked directly. */
    @Test
    void aWebSocketOfNoPageIsNobody() {
        var upgrade =
                MockServerHttpRequest.get("/graphql?app=console")
                        .header(HttpHeaders.UPGRADE, "websocket");

        assertThat(cookies.app(upgrade.build())).isNull();
        assertThat(cookies.app(upgrade.header(HttpHeaders.ORIGIN, home()).build()))
                .isEqualTo(App.CONSOLE);
    }

    @Test
    void aWebSocketWithoutItsAppIsClosed() {
        assertThat(webSocket("", own(console))).isEqualTo(CLOSED);
        assertThat(webSocket("?app=portal", own(console))).isEqualTo(CLOSED);
    }

    private RequestBodySpec with(ResponseCookie cookie) {
        return http().post().uri("/graphql").cookie(cookie.getName(), cookie.getValue());
    }

    private static String viewer(RequestBodySpec request) {
        return request.bodyValue(Map.of("query", WHO))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    private Consumer<HttpHeaders> own(ResponseCookie cookie) {
        return from(url("http"), cookie);
    }

    private static Consumer<HttpHeaders> from(String origin, ResponseCookie cookie) {
        return cookie(cookie).andThen(headers -> headers.setOrigin(origin));
    }

    private static Consumer<HttpHeaders> cookie(ResponseCookie cookie) {
        return headers ->
                headers.set(HttpHeaders.COOKIE, cookie.getName() + "=" + cookie.getValue());
    }

    /** What is answered to who opens a connection for live fields. */
    private String webSocket(String query, Consumer<HttpHeaders> headers) {
        var sent = new HttpHeaders();
        headers.accept(sent);
        try (var connection = new LiveConnection(url("ws") + "/graphql" + query, sent)) {
            return connection.next();
        }
    }

    private String home() {
        return settings.publicUrl().toString();
    }
}
