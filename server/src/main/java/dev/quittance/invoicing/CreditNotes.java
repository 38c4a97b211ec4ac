package dev.quittance.invoicing;

import static java.util.stream.Collectors.toMap;

import dev.quittance.platform.NotFound;
import dev.quittance.platform.Refused;
import dev.quittance.subscriptions.Unused;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * Gives back what was billed: unused days, parts of an invoice, all that is left of it.
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
     * What giving back a subscription's unused days would be: one credit note for each invoice that
     * billed some of them. Stores nothing.
     */
    public Mono<List<CreditDraft>> draftUnused(UUID subscription, Unused unused) {
        return bases.of(subscription, unused)
                .map(
                        found ->
                                found.stream()
                                        .map(basis -> Crediting.unused(basis, unused))
                                        .filter(Objects::nonNull)
                                        .toList());
    }

    /**
     * Gives back a subscription's unused days, and lets them be billed anew. Lock the customer
     * before.
     *
     * @param issueOn the day of posting in the organisation's zone
     * @param reason as printed on the credit notes
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<List<CreditNote>> forUnused(
            UUID subscription, Unused unused, LocalDate issueOn, String reason) {
        return draftUnused(subscription, unused)
                .flatMap(
                        drafts ->
                                drafts.isEmpty()
                                        ? Mono.just(List.<CreditNote>of())
                                        : post(drafts, issueOn, reason))
                .flatMap(notes -> bases.release(subscription, unused).thenReturn(notes));
    }

    /**
     * What giving back some of an invoice's lines would be; refuses with {@link MoreThanLeft} or
     * {@code InvalidInput}. Stores nothing.
     */
    public Mono<CreditDraft> draftWished(UUID invoice, List<CreditWish> wishes) {
        return basis(invoice).map(basis -> CreditWishes.draft(basis, wishes));
    }

    /**
     * What giving back an amount without tax of a whole invoice would be; refuses with {@link
     * MoreThanLeft}. Stores nothing.
     */
    public Mono<CreditDraft> draftAmount(UUID invoice, Money amount, String description) {
        return basis(invoice).map(basis -> Crediting.amount(basis, amount, description));
    }

    /**
     * What giving back an amount of a whole invoice, tax included, would be: that or as little more
     * as its roundings allow; refuses with {@link MoreThanLeft}. Stores nothing.
     */
    public Mono<CreditDraft> draftGross(UUID invoice, Money gross, String description) {
        return basis(invoice).map(basis -> GrossCredit.of(basis, gross, description));
    }

    /** What giving back all that is left of an invoice would be. Stores nothing. */
    public Mono<CreditDraft> draftRest(UUID invoice) {
        return basis(invoice).map(Crediting::rest);
    }

    /** What giving something back without an invoice would be. Stores nothing. */
    public static CreditDraft draftFree(Drafting.InvoiceDraft sold) {
        return Crediting.free(sold);
    }

    /** What can still be given back, line by line, of these invoices. */
    public Mono<Map<UUID, List<CreditableLine>>> creditable(Collection<UUID> invoices) {
        return bases.ofInvoices(invoices)
                .map(
                        found ->
                                found.stream()
                                        .collect(
                                                toMap(
                                                        CreditBasis::invoice,
                                                        basis ->
                                                                basis.lines().stream()
                                                                        .map(CreditableLine::of)
                                                                        .toList())));
    }

    /**
     * Posts a draft that was just computed. Lock the customer before.
     *
     * @param issueOn the day of posting in the organisation's zone
     * @param reason as printed
     * @param mail whether it is mailed; null as it usually is
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<CreditNote> post(
            CreditDraft draft, LocalDate issueOn, String reason, @Nullable Boolean mail) {
        return posting.post(List.of(draft), issueOn, reason, mail).then(get(draft.id()));
    }

    /** Lets all days that an invoice bills be billed anew. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> release(UUID invoice) {
        return bases.release(invoice);
    }

    /** One credit note or cancellation; {@code NotFound} when there is none. */
    public Mono<CreditNote> get(UUID id) {
        return byIds(List.of(id))
                .flatMap(found -> Mono.justOrEmpty(found.stream().findFirst()))
                .switchIfEmpty(Mono.error(() -> new NotFound("credit note")));
    }

    /** Credit notes with their lines and taxes, by id. Says nothing of who may see them. */
    public Mono<List<CreditNote>> byIds(List<UUID> ids) {
        return repository.byIds(ids);
    }

    private Mono<CreditBasis> basis(UUID invoice) {
        return bases.takenOver(invoice)
                .<CreditBasis>flatMap(
                        number -> Mono.error(new Refused(InvoiceTakenOver.of(number))))
                .switchIfEmpty(
                        Mono.defer(
                                () ->
                                        bases.ofInvoices(List.of(invoice))
                                                .flatMap(
                                                        found ->
                                                                Mono.justOrEmpty(
                                                                        found.stream()
                                                                                .findFirst()))))
                .switchIfEmpty(Mono.error(() -> new NotFound("invoice")));
    }

    private Mono<List<CreditNote>> post(
            List<CreditDraft> drafts, LocalDate issueOn, String reason) {
        return posting.post(drafts, issueOn, reason, null)
                .then(Mono.defer(() -> byIds(drafts.stream().map(CreditDraft::id).toList())));
    }
}
