package dev.quittance.invoicing;

import dev.quittance.invoicing.Drafting.InvoiceDraft;
import dev.quittance.platform.Change;
import dev.quittance.platform.HistoryEntry;
import dev.quittance.platform.News;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Notes postings in the history and tells them: to listeners and to whoever is looking. */
@Component
class PostingNews {
    private static final String KIND = "INVOICE";

    /** Above this, everybody is told that some changed instead of each that one did. */
    private static final int FEW = 10;

    private final News news;

    PostingNews(News news) {
        this.news = news;
    }

    private record Facts(Money total, LocalDate issuedOn, LocalDate dueOn) {}

    Mono<Void> tell(List<InvoiceDraft> drafts, LocalDate issuedOn) {
        return news.tell(
                issuedOn,
                drafts.stream().map(draft -> entry(draft, issuedOn)).toList(),
                drafts.stream().map(PostingNews::event).toList(),
                changes(drafts));
    }

    private static List<Change> changes(List<InvoiceDraft> drafts) {
        return drafts.size() > FEW
                ? List.of(new Change(KIND, null, null))
                : drafts.stream()
                        .map(draft -> new Change(KIND, draft.id(), draft.order().customer()))
                        .toList();
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
