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
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * Gives back what was billed for days that are not used.
 *
 * <p>A credit note becomes account credit. Whoever posts one lets payments settle with it what its
 * invoice still owes, in the same transaction.
 */
@Service
public class CreditNotes {
    private final CreditBasisRepository bases;
    private final CreditNotePosting posting;
    private final CreditNoteRepository repository;
    private final CreditNoteNews news;
    private final Ledger ledger;
    private final NumberSeries numbers;
    private final Organizations organizations;

    CreditNotes(
            CreditBasisRepository bases,
            CreditNotePosting posting,
            CreditNoteRepository repository,
            CreditNoteNews news,
            Ledger ledger,
            NumberSeries numbers,
            Organizations organizations) {
        this.bases = bases;
        this.posting = posting;
        this.repository = repository;
        this.news = news;
        this.ledger = ledger;
        this.numbers = numbers;
        this.organizations = organizations;
    }

    /**
     * What giving back a subscription's days from {@code from} on would be: one credit note for each
     * invoice that billed some of them. Stores nothing.
     */
    public Mono<List<CreditDraft>> draftUnused(UUID subscription, LocalDate from) {
        return bases.of(subscription, from)
                .map(
                        found ->
                                found.stream()
                                        .map(basis -> CreditDraft.unused(basis, from))
                                        .filter(Objects::nonNull)
                                        .toList());
    }

    /**
     * Gives back a subscription's days from {@code from} on, and lets them be billed anew. Lock the
     * customer before.
     *
     * @param issueOn the day of posting in the organisation's zone
     * @param reason as printed on the credit notes
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<List<CreditNote>> forUnused(
            UUID subscription, LocalDate from, LocalDate issueOn, String reason) {
        return draftUnused(subscription, from)
                .flatMap(
                        drafts ->
                                drafts.isEmpty()
                                        ? Mono.just(List.of())
                                        : post(drafts, issueOn, reason))
                .flatMap(notes -> bases.release(subscription, from).thenReturn(notes));
    }

    /** Credit notes with their lines and taxes, by id. Says nothing of who may see them. */
    public Mono<List<CreditNote>> byIds(List<UUID> ids) {
        return repository.byIds(ids);
    }

    private Mono<List<CreditNote>> post(
            List<CreditDraft> drafts, LocalDate issueOn, String reason) {
        return ledger.book(transfers(drafts, issueOn))
                .then(Mono.defer(() -> news.tell(drafts, reason)))
                .then(Mono.defer(organizations::sellerSnapshot))
                .flatMap(
                        seller ->
                                numbers.take(SeriesKind.CREDIT_NOTE, issueOn, drafts.size())
                                        .flatMap(
                                                block ->
                                                        posting.insert(
                                                                drafts, block, seller, issueOn,
                                                                reason)))
                .then(
                        Mono.defer(
                                () -> byIds(drafts.stream().map(CreditDraft::id).toList())));
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
