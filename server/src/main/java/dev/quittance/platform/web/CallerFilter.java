package dev.quittance.platform.web;

import dev.quittance.platform.Caller;
import dev.quittance.platform.CallerResolver;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds out who calls, once for each request that is not for a file, and makes it known. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class CallerFilter implements WebFilter {
    private static final List<String> FILES = List.of("/portal", "/console", "/graphiql");

    private final List<CallerResolver> resolvers;

    CallerFilter(ObjectProvider<CallerResolver> resolvers) {
        this.resolvers = resolvers.orderedStream().toList();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var path = exchange.getRequest().getPath().value();
        if (FILES.stream().anyMatch(path::startsWith)) {
            return chain.filter(exchange);
        }
        return Flux.fromIterable(resolvers)
                .concatMap(resolver -> resolver.resolve(exchange))
                .next()
                .defaultIfEmpty(Caller.ANONYMOUS)
                .flatMap(caller -> chain.filter(exchange).contextWrite(caller::in));
    }
}
