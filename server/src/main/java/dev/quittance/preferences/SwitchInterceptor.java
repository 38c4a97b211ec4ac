package dev.quittance.preferences;

import dev.quittance.platform.Caller;
import java.util.Map;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hands the switches that bind the request's caller to GraphQL. */
@Component
class SwitchInterceptor implements WebGraphQlInterceptor {
    private final Switches switches;

    SwitchInterceptor(Switches switches) {
        this.switches = switches;
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return Caller.current()
                .mapNotNull(Caller::customer)
                .flatMap(switches::shown)
                .doOnNext(bound -> tell(request, bound))
                .then(Mono.defer(() -> chain.next(request)));
    }

    private static void tell(WebGraphQlRequest request, PortalSwitches bound) {
        request.configureExecutionInput(
                (_, input) -> input.graphQLContext(Map.of(PortalSwitches.class, bound)).build());
    }
}
