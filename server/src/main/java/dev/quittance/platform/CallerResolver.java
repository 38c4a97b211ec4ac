package dev.quittance.platform;

import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Finds out who sent a request: by a session, a token, whatever it carries. Beans are asked in
 * order; the first that knows wins; nobody known is {@link Caller#ANONYMOUS}.
 */
public interface CallerResolver {

    /** The caller, or empty when the request carries nothing this resolver knows. */
    Mono<Caller> resolve(ServerWebExchange exchange);
}
