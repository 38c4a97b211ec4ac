package dev.quittance.ledger;

import dev.quittance.platform.Below;
import dev.quittance.platform.HistoryEntry;
import dev.quittance.platform.Page;
import graphql.relay.Connection;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Closed months in GraphQL. */
@Controller
class ClosingController {
    private final ClosedMonths months;

    ClosingController(ClosedMonths months) {
        this.months = months;
    }

    /**
     * Where the books are to be closed.
     *
     * @param through the last closed day; null opens every month
     * @param reason why closed days are opened again
     */
    record CloseBooksInput(@Nullable LocalDate through, @Nullable String reason) {}

    @QueryMapping
    Mono<BooksClosing> booksClosing() {
        return months.present();
    }

    @SchemaMapping
    CompletableFuture<Connection<HistoryEntry>> history(
            BooksClosing closing,
            @Argument int first,
            @Argument @Nullable String after,
            DataLoader<Below<String>, Connection<HistoryEntry>> history) {
        return history.load(
                new Below<>(
                        ClosedMonths.HISTORY_ID, ClosedMonths.HISTORY_KIND, Page.of(first, after)));
    }

    @MutationMapping
    Mono<Closing> closeBooks(@Argument CloseBooksInput input) {
        return months.closeThrough(input.through(), input.reason());
    }
}
