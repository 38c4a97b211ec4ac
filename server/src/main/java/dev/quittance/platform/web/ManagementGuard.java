package dev.quittance.platform.web;

import dev.quittance.platform.NotFound;
import dev.quittance.platform.Settings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Keeps metrics from strangers: whoever asks needs the bearer token {@code
 * quittance.management.token}; without one set, only the machine itself is answered, and that only
 * in a sandbox, since behind a proxy everybody looks like the machine itself. Health is for all.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 50)
class ManagementGuard implements WebFilter {
    private static final String MANAGEMENT = "/actuator";
    private static final String HEALTH = "/actuator/health";

    private final @Nullable String token;
    private final boolean sandbox;

    ManagementGuard(Settings settings) {
        this.token = settings.management().token();
        this.sandbox = settings.sandbox();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var path = exchange.getRequest().getPath().value();
        if (path.startsWith(MANAGEMENT) && !path.startsWith(HEALTH) && !permitted(exchange)) {
            return Mono.error(new NotFound("The page"));
        }
        return chain.filter(exchange);
    }

    private boolean permitted(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        if (token == null || token.isBlank()) {
            var from = request.getRemoteAddress();
            // Behind a proxy of ours it is a name, unresolved.
            var address = from == null ? null : from.getAddress();
            return sandbox && address != null && address.isLoopbackAddress();
        }
        var given = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        return given != null && MessageDigest.isEqual(bytes("Bearer " + token), bytes(given));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
