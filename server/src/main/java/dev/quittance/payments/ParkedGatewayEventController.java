package dev.quittance.payments;

import dev.quittance.platform.Caller;
import dev.quittance.platform.Change;
import dev.quittance.platform.Changes;
import dev.quittance.platform.Page;
import graphql.relay.Edge;
import graphql.relay.PageInfo;
import java.util.List;
import java.util.UUID;
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

/** What gateways told and nobody could look into, in GraphQL. */
@Controller
class ParkedGatewayEventController {
    private final ParkedGatewayEvents events;
    private final ParkedGatewayEventRepository repository;
    private final Changes changes;

    ParkedGatewayEventController(
            ParkedGatewayEvents events, ParkedGatewayEventRepository repository, Changes changes) {
        this.events = events;
        this.repository = repository;
        this.changes = changes;
    }

    record RetryGatewayEventInput(UUID id) {}

    record DropGatewayEventInput(UUID id) {}

    /** A page of parked events; all of them can be counted. */
    record ParkedGatewayEventConnection(List<Edge<ParkedGatewayEvent>> edges, PageInfo pageInfo) {}

    @QueryMapping
    Mono<ParkedGatewayEventConnection> parkedGatewayEvents(
            @Argument int first, @Argument @Nullable String after) {
        var page = Page.of(first, after);
        return repository
                .page(page)
                .collectList()
                .map(rows -> page.connection(rows, event -> List.of(event.id().toString())))
                .map(
                        found ->
                                new ParkedGatewayEventConnection(
                                        found.getEdges(), found.getPageInfo()));
    }

    @SchemaMapping(typeName = "ParkedGatewayEventConnection", field = "totalCount")
    Mono<Long> parkedInAll(ParkedGatewayEventConnection connection) {
        return repository.count();
    }

    @MutationMapping
    Mono<GatewayEventDecision> retryGatewayEvent(@Argument RetryGatewayEventInput input) {
        return events.retry(input.id());
    }

    @MutationMapping
    Mono<GatewayEventDecision> dropGatewayEvent(@Argument DropGatewayEventInput input) {
        return events.drop(input.id());
    }

    @SubscriptionMapping
    Flux<Change> parkedGatewayEventsChanged(@ContextValue Caller caller) {
        return changes.stream(ParkedGatewayEvents.KIND, caller);
    }
}
