package dev.quittance.identity;

import dev.quittance.platform.Caller;
import dev.quittance.platform.CallerResolver;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Knows people by the session cookie of their application. */
@Component
@Order(20)
public class SessionCallers implements CallerResolver {
    private final Cookies cookies;
    private final Sessions sessions;

    SessionCallers(Cookies cookies, Sessions sessions) {
        this.cookies = cookies;
        this.sessions = sessions;
    }

    @Override
    public Mono<Caller> resolve(ServerWebExchange exchange) {
        return session(exchange).map(OpenSession::caller);
    }

    /** The session a request may act with. */
    Mono<OpenSession> session(ServerWebExchange exchange) {
        var app = cookies.app(exchange.getRequest());
        return app == null ? Mono.empty() : session(exchange, app);
    }

    /**
     * Who followed a plain link, which can't bear our header. Only to compare with the reader whom
     * a document's link names: on its own this proves nothing about the will of the person.
     */
    public Mono<Caller> ofLink(ServerWebExchange exchange, App app) {
        return session(exchange, app).map(OpenSession::caller);
    }

    private Mono<OpenSession> session(ServerWebExchange exchange, App app) {
        var token = cookies.token(exchange.getRequest(), app);
        return token == null ? Mono.empty() : sessions.ofToken(app, token);
    }
}
