package dev.quittance.platform.graphql;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Counts requests and their time: {@code quittance_graphql_requests}, by whether errors came back.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class RequestMeter implements WebGraphQlInterceptor {
    private final Timer clean;
    private final Timer failed;

    RequestMeter(MeterRegistry meters) {
        clean = timer(meters, "ok");
        failed = timer(meters, "errors");
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        var begun = System.nanoTime();
        return chain.next(request)
                .doOnNext(
                        response ->
                                (response.getErrors().isEmpty() ? clean : failed)
                                        .record(System.nanoTime() - begun, TimeUnit.NANOSECONDS));
    }

    private static Timer timer(MeterRegistry meters, String outcome) {
        return Timer.builder("quittance.graphql.requests")
                .description("Time to answer a GraphQL request")
                .tag("outcome", outcome)
                .publishPercentileHistogram()
                .register(meters);
    }
}
