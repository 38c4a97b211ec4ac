package dev.quittance.invoicing;

import dev.quittance.platform.Changes;
import dev.quittance.platform.History;
import dev.quittance.platform.HistoryEntry;
import dev.quittance.platform.Outbox;
import java.util.List;
import org.joda.money.Money;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Notes credit notes in the history of their invoices, and tells them. */
@Component
class CreditNoteNews {
    private final History history;
    private final Outbox outbox;
    private final Changes changes;

    CreditNoteNews(History history, Outbox outbox, Changes changes) {
        this.history = history;
        this.outbox = outbox;
        this.changes = changes;
    }

    private record Facts(Money credited) {}

    Mono<Void> tell(List<CreditDraft> drafts, String reason) {
        return history.add(drafts.stream().map(draft -> entry(draft, reason)).toList())
                .then(
                        Mono.defer(
                                () ->
                                        outbox.add(
                                                drafts.stream()
                                                        .map(CreditNoteNews::event)
                                                        .toList())))
                .thenMany(Flux.fromIterable(drafts))
                .concatMap(draft -> changes.announce("INVOICE", draft.invoice(), draft.customer()))
                .then();
    }

    private static CreditNotePosted event(CreditDraft draft) {
        return new CreditNotePosted(draft.id(), draft.invoice(), draft.customer());
    }

    private static HistoryEntry.New entry(CreditDraft draft, String reason) {
        return new HistoryEntry.New(
                "INVOICE",
                draft.invoice(),
                draft.customer(),
                "credit note posted",
                null,
                new Facts(draft.total()),
                reason);
    }
}
