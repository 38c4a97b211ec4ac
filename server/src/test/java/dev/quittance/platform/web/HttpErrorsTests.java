package dev.quittance.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.testing.Logged;
import java.net.SocketException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

class HttpErrorsTests {
    private static final String LINK = "the-link-is-a-capability";

    private final MockServerWebExchange exchange =
            MockServerWebExchange.from(MockServerHttpRequest.get("/documents/" + LINK));

    @Test
    void anAnswerThatBreaksOffIsToldWithoutTheAddress() {
        exchange.getResponse().setComplete().block();
        try (var logged = new Logged()) {
            var broken = new IllegalStateException(LINK);

            assertThatThrownBy(() -> new HttpErrors().handle(exchange, broken).block())
                    .isSameAs(broken);

            assertThat(logged.lines())
                    .singleElement()
                    .asString()
                    .contains("An answer broke off", "IllegalStateException")
                    .doesNotContain(LINK);
        }
    }

    @Test
    void aFaultOfOursIsToldWithoutTheLinkToo() {
        try (var logged = new Logged()) {
            new HttpErrors().handle(exchange, new IllegalStateException(LINK)).block();

            assertThat(logged.lines())
                    .singleElement()
                    .asString()
                    .contains("at GET /documents/- ")
                    .doesNotContain(LINK);
        }
        assertThat(exchange.getResponse().getStatusCode().value()).isEqualTo(500);
    }

    @Test
    void nobodyIsToldOfWhoHangsUp() {
        exchange.getResponse().setComplete().block();
        try (var logged = new Logged()) {
            new HttpErrors().handle(exchange, new SocketException("Connection reset")).block();

            assertThat(logged.lines()).isEmpty();
        }
    }
}
