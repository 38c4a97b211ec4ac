package dev.quittance.collection;

import dev.quittance.platform.Change;
import dev.quittance.platform.Event;
import dev.quittance.platform.HistoryEntry;
import dev.quittance.platform.News;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells what happens to invoices whose charge failed. */
@Component
class DunningNews {
    private static final String INVOICE = "INVOICE";

    private final News news;

    DunningNews(News news) {
        this.news = news;
    }

    Mono<Void> ended(UUID invoice, UUID customer, FinalAction action) {
        return tell(
                invoice,
                customer,
                "dunning ended unpaid",
                Map.of("finalAction", action),
                List.of(new DunningEnded(invoice, customer)));
    }

    /** Somebody steers it. */
    Mono<Void> steered(UUID invoice, UUID customer, String what) {
        return tell(invoice, customer, what, null, List.of());
    }

    private Mono<Void> tell(
            UUID invoice,
            UUID customer,
            String what,
            @Nullable Object facts,
            List<? extends Event> events) {
        return news.tell(
                List.of(new HistoryEntry.New(INVOICE, invoice, customer, what, null, facts, null)),
                events,
                List.of(new Change(INVOICE, invoice, customer)));
    }
}
