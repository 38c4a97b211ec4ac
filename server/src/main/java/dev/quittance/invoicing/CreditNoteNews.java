package dev.quittance.invoicing;

import dev.quittance.platform.Changes;
import dev.quittance.platform.History;
import dev.quittance.platform.HistoryEntry;
import dev.quittance.platform.Outbox;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Notes credit notes in the history of what they are about, and tells them. */
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

    Mono<Void> tell(List<CreditDraft> drafts, String reason, @Nullable Boolean mail) {
        return history.add(drafts.stream().map(draft -> entry(draft, reason)).toList())
                .then(
                        Mono.defer(
                                () ->
                                        outbox.add(
                                                drafts.stream()
                                                        .map(draft -> event(draft, mail))
                                                        .toList())))
                .thenMany(Flux.fromIterable(drafts))
                .concatMap(this::announce)
                .then();
    }

    private Mono<Void> announce(CreditDraft draft) {
        var invoice = draft.invoice();
        return invoice == null
                ? changes.announce("CUSTOMER", draft.customer(), draft.customer())
                : changes.announce("INVOICE", invoice, draft.customer());
    }

    private static CreditNotePosted event(CreditDraft draft, @Nullable Boolean mail) {
        return new CreditNotePosted(
                draft.id(), draft.kind(), draft.invoice(), draft.customer(), mail);
    }

    /** In the history of its invoice; a free one is in its customer's. */
    private static HistoryEntry.New entry(CreditDraft draft, String reason) {
        var invoice = draft.invoice();
        return new HistoryEntry.New(
                invoice == null ? "CUSTOMER" : "INVOICE",
                invoice == null ? draft.customer() : invoice,
                draft.customer(),
                switch (draft.kind()) {
                    case CREDIT_NOTE -> "credit note posted";
                    case CANCELLATION -> "cancellation posted";
                },
                null,
                new Facts(draft.total()),
                reason);
    }
}
