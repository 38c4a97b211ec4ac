package dev.quittance.platform;

import dev.quittance.platform.ParkedDelivery.Key;
import graphql.relay.Edge;
import graphql.relay.PageInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Parked deliveries in GraphQL. */
@Controller
class ParkedDeliveryController {
    private final ParkedDeliveries deliveries;
    private final ParkedDeliveryRepository repository;
    private final Changes changes;

    ParkedDeliveryController(
            ParkedDeliveries deliveries, ParkedDeliveryRepository repository, Changes changes) {
        this.deliveries = deliveries;
        this.repository = repository;
        this.changes = changes;
    }

    record RetryDeliveryInput(String id) {}

    record DropDeliveryInput(String id) {}

    /** A page of parked deliveries; all of them can be counted. */
    record ParkedDeliveryConnection(List<Edge<ParkedDelivery>> edges, PageInfo pageInfo) {}

    @QueryMapping
    Mono<ParkedDeliveryConnection> parkedDeliveries(
            @Argument int first, @Argument @Nullable String after) {
        var page = Page.of(first, after);
        return repository
                .page(page)
                .collectList()
                .map(rows -> page.connection(rows, ParkedDeliveryController::key))
                .map(found -> new ParkedDeliveryConnection(found.getEdges(), found.getPageInfo()));
    }

    @SchemaMapping
    Mono<Long> totalCount(ParkedDeliveryConnection connection) {
        return repository.count();
    }

    @MutationMapping
    Mono<Unparked> retryDelivery(@Argument RetryDeliveryInput input) {
        return deliveries.retry(Key.of(input.id()));
    }

    @MutationMapping
    Mono<Unparked> dropDelivery(@Argument DropDeliveryInput input) {
        return deliveries.drop(Key.of(input.id()));
    }

    @SubscriptionMapping
    Flux<Change> parkedDeliveriesChanged(@ContextValue Caller caller) {
        return changes.stream(ParkedDeliveries.KIND, caller);
    }

    private static List<String> key(ParkedDelivery row) {
        return List.of(String.valueOf(row.number()), row.listener());
    }
}
