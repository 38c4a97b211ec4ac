package dev.quittance.corrections;

import static java.util.Objects.requireNonNull;

import dev.quittance.corrections.CorrectionQuotes.Occasion;
import dev.quittance.corrections.CreditInvoiceInput.PreviewCreditInvoiceInput;
import dev.quittance.invoicing.CreditDraft;
import dev.quittance.invoicing.CreditNote;
import dev.quittance.invoicing.CreditNotes;
import dev.quittance.invoicing.Invoice;
import dev.quittance.payments.Allocations;
import dev.quittance.platform.BusinessClock;
import dev.quittance.platform.Idempotency;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Gives back part of an invoice: what it still owes first, the rest becomes account credit. */
@Service
class InvoiceCredits {
    private final HeldInvoices held;
    private final CreditNotes creditNotes;
    private final Allocations allocations;
    private final Idempotency idempotency;
    private final BusinessClock clock;
    private final CorrectionQuotes quotes;

    InvoiceCredits(
            HeldInvoices held,
            CreditNotes creditNotes,
            Allocations allocations,
            Idempotency idempotency,
            BusinessClock clock,
            CorrectionQuotes quotes) {
        this.held = held;
        this.creditNotes = creditNotes;
        this.allocations = allocations;
        this.idempotency = idempotency;
        this.clock = clock;
        this.quotes = quotes;
    }

    /** What came of it, by id. */
    record Credited(UUID creditNote, UUID invoice, Money toAccount) {}

    /**
     * The credit note and the invoice as it stands now.
     *
     * @param toAccount what of the credit note became account credit
     */
    record InvoiceCredited(CreditNote creditNote, Invoice invoice, Money toAccount) {}

    Mono<CreditPreview> preview(PreviewCreditInvoiceInput input) {
        return held.read(input.invoiceId())
                .flatMap(invoice -> shown(invoice, input))
                .flatMap(shown -> quotes.signed(occasion(input), shown));
    }

    Mono<InvoiceCredited> credit(CreditInvoiceInput input) {
        return idempotency
                .once(
                        "creditInvoice",
                        input.idempotencyKey(),
                        input,
                        Credited.class,
                        () -> act(input))
                .flatMap(this::found);
    }

    private Mono<Credited> act(CreditInvoiceInput input) {
        var reason = input.checkedReason();
        var wanted = new PreviewCreditInvoiceInput(input.invoiceId(), input.lines());
        return held.hold(input.invoiceId())
                .delayUntil(
                        invoice ->
                                quotes.hold(
                                        input.quoteToken(),
                                        occasion(wanted),
                                        shown(invoice, wanted)))
                .flatMap(invoice -> draft(invoice.id(), wanted))
                .flatMap(draft -> post(draft, reason, input.mail()));
    }

    /** Posts what was just drafted, and settles with it what its invoice owes. */
    Mono<Credited> post(CreditDraft draft, String reason, @Nullable Boolean mail) {
        return clock.today()
                .flatMap(
                        today ->
                                creditNotes
                                        .post(draft, today, reason, mail)
                                        .flatMap(
                                                note ->
                                                        allocations
                                                                .credit(note, today)
                                                                .map(
                                                                        settled ->
                                                                                credited(
                                                                                        note,
                                                                                        settled))));
    }

    private static Occasion occasion(PreviewCreditInvoiceInput wanted) {
        return new Occasion("creditInvoice", wanted);
    }

    private Mono<CreditPreview> shown(Invoice invoice, PreviewCreditInvoiceInput wanted) {
        return draft(invoice.id(), wanted)
                .map(draft -> CreditPreview.of(draft, invoice.amountDue()));
    }

    private Mono<CreditDraft> draft(UUID invoice, PreviewCreditInvoiceInput input) {
        return Mono.fromSupplier(() -> CreditInvoiceInput.wishes(input.lines()))
                .flatMap(wishes -> creditNotes.draftWished(invoice, wishes));
    }

    private static Credited credited(CreditNote note, Money settled) {
        return new Credited(
                note.id(), requireNonNull(note.invoiceId()), note.total().minus(settled));
    }

    private Mono<InvoiceCredited> found(Credited credited) {
        return Mono.zip(creditNotes.get(credited.creditNote()), held.own(credited.invoice()))
                .map(both -> new InvoiceCredited(both.getT1(), both.getT2(), credited.toAccount()));
    }
}
