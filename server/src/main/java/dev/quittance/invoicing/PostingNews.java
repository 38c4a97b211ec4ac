package dev.quittance.invoicing;

import dev.quittance.invoicing.Drafting.InvoiceDraft;
import dev.quittance.platform.Changes;
import dev.quittance.platform.History;
import dev.quittance.platform.HistoryEntry;
import dev.quittance.platform.Outbox;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Notes postings in the history and tells them: to listeners and to whoever is looking. */
@Component
class PostingNews {
    private static final String KIND = "INVOICE";

    /** Above this, everybody is told that some changed instead of each that one did. */
    private static final int FEW = 10;

    private final History history;
    private final Outbox outbox;
    private final Changes changes;

    PostingNews(History history, Outbox outbox, Changes changes) {
        this.history = history;
        this.outbox = outbox;
        this.changes = changes;
    }

    private record Facts(Money total, LocalDate issuedOn, LocalDate dueOn) {}

    Mono<Void> tell(List<InvoiceDraft> drafts, LocalDate issuedOn) {
        return history.add(drafts.stream().map(draft -> entry(draft, issuedOn)).toList())
                .then(
                        Mono.defer(
                                () -> outbox.add(drafts.stream().map(PostingNews::event).toList())))
                .then(Mono.defer(() -> announce(drafts)));
    }

    private Mono<Void> announce(List<InvoiceDraft> drafts) {
        return drafts.size() > FEW
                ? changes.announceAll(KIND)
                : Flux.fromIterable(drafts)
                        .concatMap(
                                draft ->
                                        changes.announce(
                                                KIND, draft.id(), draft.order().customer()))
                        .then();
    }

    private static InvoicePosted event(InvoiceDraft draft) {
        return new InvoicePosted(
                draft.id(), draft.order().customer(), draft.order().terms().mail());
    }

    private static HistoryEntry.New entry(InvoiceDraft draft, LocalDate issuedOn) {
        var dueOn = draft.dueOn(issuedOn);
        return new HistoryEntry.New(
                KIND,
                draft.id(),
                draft.order().customer(),
                "invoice posted",
                null,
                new Facts(draft.total(), issuedOn, dueOn),
                null);
    }
}
