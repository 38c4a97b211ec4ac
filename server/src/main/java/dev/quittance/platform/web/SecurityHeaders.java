package dev.quittance.platform.web;

import dev.quittance.platform.ForeignSources;
import dev.quittance.platform.Settings;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** The headers that keep a browser from doing more with an answer than was meant. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SecurityHeaders implements WebFilter {
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    private final boolean secure;

    SecurityHeaders(Settings settings) {
        this.secure = "https".equals(settings.publicUrl().getScheme());
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getResponse()
                .beforeCommit(
                        () -> {
                            set(exchange.getResponse().getHeaders());
                            return Mono.empty();
                        });
        return chain.filter(exchange);
    }

    /**
     * What a page of ours may load and do: its own files, styles that carry the nonce, the sandbox
     * bank in a frame, and what {@code foreign} allows.
     */
    static String policy(String nonce, ForeignSources foreign) {
        return "default-src 'none'; script-src 'self' 'nonce-%s'%s; style-src 'self' 'nonce-%s';"
                        .formatted(nonce, all(foreign.scripts()), nonce)
                + " img-src 'self' data:; font-src 'self'; connect-src 'self'%s; manifest-src 'self';"
                        .formatted(all(foreign.connections()))
                + " base-uri 'none'; form-action 'self'; frame-src 'self'%s; frame-ancestors 'none'"
                        .formatted(all(foreign.frames()));
    }

    private static String all(List<String> origins) {
        return origins.stream().map(" "::concat).collect(Collectors.joining());
    }

    private void set(HttpHeaders headers) {
        put(headers, "X-Content-Type-Options", "nosniff");
        put(headers, "X-Frame-Options", "DENY");
        put(headers, "Referrer-Policy", "same-origin");
        put(headers, "Cross-Origin-Opener-Policy", "same-origin");
        put(headers, "Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        put(headers, "Cache-Control", "no-store");
        put(headers, "Content-Security-Policy", NOTHING);
        if (secure) {
            put(headers, "Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }

    private static void put(HttpHeaders headers, String name, String value) {
        if (!headers.containsHeader(name)) {
            headers.set(name, value);
        }
    }
}
