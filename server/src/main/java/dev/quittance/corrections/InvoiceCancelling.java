package dev.quittance.corrections;

import static java.util.Objects.requireNonNull;

import dev.quittance.invoicing.CreditDraft;
import dev.quittance.invoicing.CreditNote;
import dev.quittance.invoicing.CreditNotes;
import dev.quittance.invoicing.Invoice;
import dev.quittance.invoicing.Invoices;
import dev.quittance.invoicing.MoreThanLeft;
import dev.quittance.payments.Allocations;
import dev.quittance.platform.Refused;
import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Cancels an invoice: a document of its own gives back all that is left, payments are undone and
 * become account credit, and the billed days are free again.
 */
@Component
class InvoiceCancelling {
    private final CreditNotes creditNotes;
    private final Allocations allocations;
    private final Invoices invoices;

    InvoiceCancelling(CreditNotes creditNotes, Allocations allocations, Invoices invoices) {
        this.creditNotes = creditNotes;
        this.allocations = allocations;
        this.invoices = invoices;
    }

    /**
     * What came of it, by id.
     *
     * @param undone what had been paid and became account credit
     */
    record Cancelled(UUID cancellation, UUID invoice, Money undone) {}

    /** The cancellation, and the invoice as it stands now. */
    record InvoiceCancelled(CreditNote cancellation, Invoice invoice, Money undone) {}

    Mono<CreditPreview> preview(Invoice invoice) {
        return Mono.zip(draft(invoice), allocations.undoable(invoice))
                .map(both -> CreditPreview.cancelling(both.getT1(), both.getT2()));
    }

    /** Call with the invoice held. */
    Mono<Cancelled> cancel(
            Invoice invoice, LocalDate today, String reason, @Nullable Boolean mail) {
        return draft(invoice)
                .flatMap(draft -> creditNotes.post(draft, today, reason, mail))
                .flatMap(note -> settle(note, today, reason));
    }

    Mono<InvoiceCancelled> found(Cancelled cancelled) {
        return Mono.zip(
                        creditNotes.get(cancelled.cancellation()),
                        invoices.get(cancelled.invoice()))
                .map(both -> new InvoiceCancelled(both.getT1(), both.getT2(), cancelled.undone()));
    }

    private Mono<Cancelled> settle(CreditNote note, LocalDate today, String reason) {
        var invoice = requireNonNull(note.invoiceId());
        return allocations
                .cancel(note, today)
                .flatMap(
                        undone ->
                                invoices.cancel(invoice, reason)
                                        .then(creditNotes.release(invoice))
                                        .thenReturn(new Cancelled(note.id(), invoice, undone)));
    }

    private Mono<CreditDraft> draft(Invoice invoice) {
        return creditNotes.draftRest(invoice.id()).doOnNext(draft -> mustBeLeft(invoice, draft));
    }

    private static void mustBeLeft(Invoice invoice, CreditDraft draft) {
        if (draft.lines().isEmpty() || draft.net().isZero() && !invoice.net().isZero()) {
            throw new Refused(
                    new MoreThanLeft(
                            "Invoice %s has been credited wholly; nothing is left to cancel."
                                    .formatted(invoice.number()),
                            Money.zero(invoice.currency())));
        }
    }
}
