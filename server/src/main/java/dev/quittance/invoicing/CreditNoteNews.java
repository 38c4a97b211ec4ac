package dev.quittance.invoicing;

import dev.quittance.platform.Change;
import dev.quittance.platform.HistoryEntry;
import dev.quittance.platform.News;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Notes credit notes in the history of what they are about, and tells them. */
@Component
class CreditNoteNews {
    private final News news;

    CreditNoteNews(News news) {
        this.news = news;
    }

    private record Facts(Money credited) {}

    Mono<Void> tell(List<CreditDraft> drafts, String reason, @Nullable Boolean mail) {
        return news.tell(
                drafts.stream().map(draft -> entry(draft, reason)).toList(),
                drafts.stream().map(draft -> event(draft, mail)).toList(),
                drafts.stream().map(CreditNoteNews::change).toList());
    }

    private static Change change(CreditDraft draft) {
        var invoice = draft.invoice();
        return invoice == null
                ? new Change("CUSTOMER", draft.customer(), draft.customer())
                : new Change("INVOICE", invoice, draft.customer());
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
