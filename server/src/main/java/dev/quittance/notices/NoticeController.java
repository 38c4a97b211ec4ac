package dev.quittance.notices;

import dev.quittance.customers.Customer;
import dev.quittance.customers.Customers;
import dev.quittance.platform.BadRequest;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Change;
import dev.quittance.platform.Changes;
import dev.quittance.platform.Page;
import graphql.relay.Edge;
import graphql.relay.PageInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Notices, in GraphQL. */
@Controller
class NoticeController {
    private static final int MOST = 100;
    private final NoticeRepository repository;
    private final Customers customers;
    private final Changes changes;

    NoticeController(NoticeRepository repository, Customers customers, Changes changes) {
        this.repository = repository;
        this.customers = customers;
        this.changes = changes;
    }

    record MarkNoticesReadInput(List<UUID> ids) {}

    /** A page of notices; all that are unread can be counted. */
    record NoticeConnection(List<Edge<Notice>> edges, PageInfo pageInfo) {}

    /** What was marked is read; who asks has so many unread ones left. */
    record NoticesRead(long unreadCount) {}

    @QueryMapping
    Mono<NoticeConnection> notices(
            @Argument int first, @Argument @Nullable String after, @ContextValue Caller caller) {
        var page = Page.of(first, after);
        return repository
                .page(caller, page)
                .collectList()
                .map(rows -> page.connection(rows, notice -> List.of(notice.id().toString())))
                .map(found -> new NoticeConnection(found.getEdges(), found.getPageInfo()));
    }

    @SchemaMapping
    Mono<Long> unreadCount(NoticeConnection connection, @ContextValue Caller caller) {
        return repository.unread(caller);
    }

    @BatchMapping(typeName = "Notice")
    Mono<Map<Notice, Customer>> customer(List<Notice> notices) {
        return customers
                .byIds(notices.stream().map(Notice::customer).distinct().toList())
                .map(
                        found -> {
                            var theirs = new HashMap<Notice, Customer>();
                            notices.forEach(
                                    notice ->
                                            theirs.put(
                                                    notice,
                                                    Objects.requireNonNull(
                                                            found.get(notice.customer()))));
                            return theirs;
                        });
    }

    @MutationMapping
    Mono<NoticesRead> markNoticesRead(
            @Argument MarkNoticesReadInput input, @ContextValue Caller caller) {
        if (input.ids().size() > MOST) {
            throw new BadRequest("ids", "must be at most %d".formatted(MOST));
        }
        return repository.read(caller, input.ids()).then(marked(caller));
    }

    @MutationMapping
    Mono<NoticesRead> markAllNoticesRead(@ContextValue Caller caller) {
        return repository.readAll(caller).then(marked(caller));
    }

    /** Other windows of the same reader hear of it, too. */
    private Mono<NoticesRead> marked(Caller caller) {
        return Mono.defer(
                () ->
                        changes.announceAll(Noticing.CHANGED)
                                .then(repository.unread(caller))
                                .map(NoticesRead::new));
    }

    @SubscriptionMapping
    Flux<Change> noticesChanged(@ContextValue Caller caller) {
        return changes.stream(Noticing.CHANGED, caller);
    }
}
