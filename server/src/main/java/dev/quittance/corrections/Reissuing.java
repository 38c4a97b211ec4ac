package dev.quittance.corrections;

import dev.quittance.corrections.InvoiceCancelling.Cancelled;
import dev.quittance.customers.BuyerCorrection;
import dev.quittance.customers.CustomerKeeping;
import dev.quittance.drafts.InvoicePreview;
import dev.quittance.invoicing.BilledCharges;
import dev.quittance.invoicing.CreditNote;
import dev.quittance.invoicing.CreditNotes;
import dev.quittance.invoicing.Drafting.InvoiceDraft;
import dev.quittance.invoicing.Invoice;
import dev.quittance.invoicing.InvoiceOrder;
import dev.quittance.invoicing.InvoiceTerms;
import dev.quittance.invoicing.Invoices;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Issues an invoice anew: the old one is cancelled, and what was left of its lines is billed to the
 * customer as they are now, for the same days, at the rates of today.
 */
@Component
class Reissuing {
    private final CustomerKeeping customers;
    private final BilledCharges charges;
    private final InvoiceCancelling cancelling;
    private final Invoices invoices;
    private final CreditNotes creditNotes;

    Reissuing(
            CustomerKeeping customers,
            BilledCharges charges,
            InvoiceCancelling cancelling,
            Invoices invoices,
            CreditNotes creditNotes) {
        this.customers = customers;
        this.charges = charges;
        this.cancelling = cancelling;
        this.invoices = invoices;
        this.creditNotes = creditNotes;
    }

    /** What came of it, by id. */
    record Reissued(UUID old, UUID cancellation, UUID invoice) {}

    /** The cancelled invoice, its cancellation, and the invoice that is instead of it. */
    record InvoiceReissued(Invoice cancelled, CreditNote cancellation, Invoice invoice) {}

    private Mono<InvoiceDraft> draft(Invoice old, @Nullable Boolean mail, LocalDate today) {
        return charges.left(old.id())
                .map(
                        left ->
                                new InvoiceOrder(
                                        old.customer(),
                                        old.billingGroup(),
                                        old.currency().getCode(),
                                        left,
                                        InvoiceTerms.replacing(old, mail)))
                .flatMap(order -> invoices.draft(List.of(order), today))
                .map(List::getFirst)
                .map(Supplementing::billable);
    }

    /** Puts the customer right. Call with the invoice held. */
    Mono<Void> correct(Invoice old, @Nullable BuyerCorrection buyer) {
        return buyer == null ? Mono.empty() : customers.correct(old.customer(), buyer).then();
    }

    /** What issuing anew comes to, for the customer as they are now. */
    Mono<ReissuePreview> preview(Invoice old, LocalDate today) {
        return Mono.zip(draft(old, null, today), cancelling.preview(old))
                .map(
                        both ->
                                new ReissuePreview(
                                        InvoicePreview.of(both.getT1(), today),
                                        both.getT2().total(),
                                        both.getT2().undone(),
                                        ""));
    }

    /** Call with the invoice held. */
    Mono<Reissued> reissue(Invoice old, String reason, @Nullable Boolean mail, LocalDate today) {
        return draft(old, mail, today)
                .flatMap(
                        draft ->
                                charges.handOver(old.id(), draft.id())
                                        .then(cancelling.cancel(old, today, reason, mail))
                                        .flatMap(cancelled -> post(draft, cancelled, today)));
    }

    private Mono<Reissued> post(InvoiceDraft draft, Cancelled cancelled, LocalDate today) {
        return invoices.postDrafts(List.of(draft), today, null)
                .thenReturn(
                        new Reissued(cancelled.invoice(), cancelled.cancellation(), draft.id()));
    }

    Mono<InvoiceReissued> found(Reissued reissued) {
        return Mono.zip(
                        invoices.get(reissued.old()),
                        creditNotes.get(reissued.cancellation()),
                        invoices.get(reissued.invoice()))
                .map(all -> new InvoiceReissued(all.getT1(), all.getT2(), all.getT3()));
    }
}
