package dev.quittance.invoicing;

import dev.quittance.documents.DocumentKind;
import dev.quittance.ledger.Account;
import dev.quittance.ledger.Ledger;
import dev.quittance.ledger.NewTransfer;
import dev.quittance.organization.NumberSeries;
import dev.quittance.organization.Organizations;
import dev.quittance.organization.SeriesKind;
import dev.quittance.platform.Amounts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes drafts into posted credit notes, in the caller's transaction. */
@Component
class CreditNotePosting {
    private final CreditNoteWriting writing;
    private final CreditNoteNews news;
    private final Ledger ledger;
    private final NumberSeries numbers;
    private final Organizations organizations;

    CreditNotePosting(
            CreditNoteWriting writing,
            CreditNoteNews news,
            Ledger ledger,
            NumberSeries numbers,
            Organizations organizations) {
        this.writing = writing;
        this.news = news;
        this.ledger = ledger;
        this.numbers = numbers;
        this.organizations = organizations;
    }

    Mono<Void> post(List<CreditDraft> drafts, LocalDate issueOn, String reason) {
        return ledger.book(transfers(drafts, issueOn))
                .then(Mono.defer(() -> news.tell(drafts, reason)))
                .then(Mono.defer(organizations::sellerSnapshot))
                .flatMap(
                        seller ->
                                // Last of all: the series is held until the transaction ends.
                                numbers.take(SeriesKind.CREDIT_NOTE, issueOn, drafts.size())
                                        .flatMap(
                                                block ->
                                                        writing.insert(
                                                                drafts, block, seller, issueOn,
                                                                reason)));
    }

    private static List<NewTransfer> transfers(List<CreditDraft> drafts, LocalDate bookedOn) {
        var transfers = new ArrayList<NewTransfer>();
        for (var draft : drafts) {
            for (var i = 0; i < draft.lines().size(); i++) {
                var line = draft.lines().get(i);
                transfers.add(
                        new NewTransfer(
                                draft.customer(),
                                draft.currency().getCode(),
                                Account.REVENUE,
                                Account.CUSTOMER_CREDIT,
                                Amounts.minor(line.net()),
                                "LINE",
                                DocumentKind.CREDIT_NOTE.name(),
                                draft.id(),
                                i + 1,
                                bookedOn,
                                line.days()));
            }
            for (var tax : draft.taxes()) {
                if (tax.row().tax().isPositive()) {
                    transfers.add(taxTransfer(draft, tax, bookedOn));
                }
            }
        }
        return transfers;
    }

    private static NewTransfer taxTransfer(
            CreditDraft draft, CreditDraft.Tax tax, LocalDate bookedOn) {
        return new NewTransfer(
                draft.customer(),
                draft.currency().getCode(),
                Account.TAX_PAYABLE,
                Account.CUSTOMER_CREDIT,
                Amounts.minor(tax.row().tax()),
                "TAX",
                DocumentKind.CREDIT_NOTE.name(),
                draft.id(),
                tax.position(),
                bookedOn,
                null);
    }
}
