package dev.quittance.identity;

import dev.quittance.platform.Caller;
import dev.quittance.platform.CallerResolver;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Knows programs by the token in the header {@code Authorization}, and nowhere else. */
@Component
@Order(10)
class TokenCallers implements CallerResolver {
    private static final String BEARER = "bearer ";
    private static final int LONGEST = 4096;

    private final ApiClientTokens tokens;

    TokenCallers(ApiClientTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Mono<Caller> resolve(ServerWebExchange exchange) {
        var header = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        // The metrics have a bearer of their own.
        var management = exchange.getRequest().getPath().value().startsWith("/actuator");
        if (management || header == null || !header.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            return Mono.empty();
        }
        var token = token(header);
        return token.length() > LONGEST
                ? Mono.error(new InvalidToken())
                : tokens.caller(token).onErrorMap(BadJwtException.class, _ -> new InvalidToken());
    }

    /** What follows the word. */
    static String token(String header) {
        return header.substring(BEARER.length()).strip();
    }
}
