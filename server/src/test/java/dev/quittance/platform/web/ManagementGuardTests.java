package dev.quittance.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.NotFound;
import dev.quittance.platform.Settings;
import java.net.InetSocketAddress;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;

class ManagementGuardTests {
    private static final Map<String, String> LIVE =
            Map.of("quittance.mode", "live", "quittance.management.token", "the-token");

    @ParameterizedTest
    @CsvSource({
        "Bearer the-token, true",
        "Bearer the-tokeN, false",
        "Bearer the-token2, false",
        "the-token, false",
        "Bearer, false",
        "'', false"
    })
    void metricsAreForWhoeverHasTheToken(String authorization, boolean read) {
        assertThat(reads(LIVE, "/actuator/prometheus", "127.0.0.1", authorization)).isEqualTo(read);
    }

    @Test
    void withoutATokenOnlyTheMachineOfASandboxReadsThem() {
        var live = Map.of("quittance.mode", "live");
        assertThat(reads(Map.of(), "/actuator/prometheus", "127.0.0.1", "")).isTrue();
        assertThat(reads(Map.of(), "/actuator/prometheus", "192.0.2.7", "")).isFalse();
        assertThat(reads(live, "/actuator/prometheus", "127.0.0.1", "")).isFalse();
    }

    @Test
    void whatIsSetToBlankOpensNothing() {
        var blank = Map.of("quittance.mode", "live", "quittance.management.token", " ");
        assertThat(reads(blank, "/actuator/prometheus", "127.0.0.1", "Bearer  ")).isFalse();
    }

    @Test
    void healthIsForAll() {
        assertThat(reads(LIVE, "/actuator/health/readiness", "192.0.2.7", "")).isTrue();
    }

    private static boolean reads(
            Map<String, String> given, String path, String from, String authorization) {
        var settings =
                new Binder(new MapConfigurationPropertySource(given))
                        .bindOrCreate("quittance", Settings.class);
        var request =
                MockServerHttpRequest.get(path)
                        .remoteAddress(new InetSocketAddress(from, 4711))
                        .header("Authorization", authorization)
                        .build();
        return new ManagementGuard(settings)
                .filter(MockServerWebExchange.from(request), _ -> Mono.empty())
                .thenReturn(true)
                .onErrorReturn(NotFound.class, false)
                .block();
    }
}
