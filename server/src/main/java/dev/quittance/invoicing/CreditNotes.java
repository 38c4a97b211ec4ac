package dev.quittance.invoicing;

import java.time.LocalDate;
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

    CreditNotes(
            CreditBasisRepository bases,
            CreditNotePosting posting,
            CreditNoteRepository repository) {
        this.bases = bases;
        this.posting = posting;
        this.repository = repository;
    }

    /**
     * What giving back a subscription's days from {@code from} on would be: one credit note for
     * each invoice that billed some of them. Stores nothing.
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
                                        ? Mono.just(List.<CreditNote>of())
                                        : post(drafts, issueOn, reason))
                .flatMap(notes -> bases.release(subscription, from).thenReturn(notes));
    }

    /** Credit notes with their lines and taxes, by id. Says nothing of who may see them. */
    public Mono<List<CreditNote>> byIds(List<UUID> ids) {
        return repository.byIds(ids);
    }

    private Mono<List<CreditNote>> post(
            List<CreditDraft> drafts, LocalDate issueOn, String reason) {
        return posting.post(drafts, issueOn, reason)
                .then(Mono.defer(() -> byIds(drafts.stream().map(CreditDraft::id).toList())));
    }
}
