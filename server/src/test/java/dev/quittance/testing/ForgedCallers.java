package dev.quittance.testing;

import dev.quittance.platform.Caller;
import dev.quittance.platform.CallerResolver;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Believes the header {@code X-Test-Caller}, so that tests need no sign-in. Tests only. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ForgedCallers implements CallerResolver {
    static final String HEADER = "X-Test-Caller";
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public Mono<Caller> resolve(ServerWebExchange exchange) {
        return Mono.justOrEmpty(exchange.getRequest().getHeaders().getFirst(HEADER))
                .map(ForgedCallers::read);
    }

    static String header(Caller caller) {
        return Base64.getEncoder()
                .encodeToString(JSON.writeValueAsString(caller).getBytes(StandardCharsets.UTF_8));
    }

    private static Caller read(String header) {
        var json = new String(Base64.getDecoder().decode(header), StandardCharsets.UTF_8);
        return JSON.readValue(json, Caller.class);
    }
}
