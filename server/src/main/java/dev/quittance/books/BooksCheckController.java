package dev.quittance.books;

import dev.quittance.platform.Caller;
import dev.quittance.platform.Change;
import dev.quittance.platform.Changes;
import dev.quittance.platform.NotFound;
import dev.quittance.platform.Page;
import graphql.relay.Connection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Checks of the books in GraphQL. */
@Controller
class BooksCheckController {
    private final BooksChecks checks;
    private final BooksCheckRepository repository;
    private final Changes changes;

    BooksCheckController(BooksChecks checks, BooksCheckRepository repository, Changes changes) {
        this.checks = checks;
        this.repository = repository;
        this.changes = changes;
    }

    /** A check with all it found; read one at a time. */
    record BooksCheckReport(BooksCheck check, List<BooksFinding> findings) {}

    @QueryMapping
    Mono<Connection<BooksCheck>> booksChecks(
            @Argument int first, @Argument @Nullable String after) {
        var page = Page.of(first, after);
        return repository
                .page(page)
                .collectList()
                .map(rows -> page.connection(rows, BooksCheckRepository::key));
    }

    @QueryMapping
    Mono<BooksCheckReport> booksCheckReport(@Argument UUID id) {
        return repository
                .find(id)
                .switchIfEmpty(Mono.error(() -> new NotFound("books check")))
                .zipWith(repository.findings(id).collectList(), BooksCheckReport::new);
    }

    @MutationMapping
    Mono<CheckStart> checkBooks() {
        return checks.start();
    }

    @SubscriptionMapping
    Flux<Change> booksCheckChanged(@ContextValue Caller caller) {
        return changes.stream("BOOKS_CHECK", caller);
    }
}
