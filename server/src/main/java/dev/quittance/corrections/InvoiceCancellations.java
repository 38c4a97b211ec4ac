package dev.quittance.corrections;

import dev.quittance.corrections.CorrectionQuotes.Occasion;
import dev.quittance.corrections.InvoiceCancelling.Cancelled;
import dev.quittance.corrections.InvoiceCancelling.InvoiceCancelled;
import dev.quittance.platform.BusinessClock;
import dev.quittance.platform.Idempotency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Cancels invoices, once for each key. */
@Service
class InvoiceCancellations {
    private final HeldInvoices held;
    private final InvoiceCancelling cancelling;
    private final Idempotency idempotency;
    private final BusinessClock clock;
    private final CorrectionQuotes quotes;

    InvoiceCancellations(
            HeldInvoices held,
            InvoiceCancelling cancelling,
            Idempotency idempotency,
            BusinessClock clock,
            CorrectionQuotes quotes) {
        this.held = held;
        this.cancelling = cancelling;
        this.idempotency = idempotency;
        this.clock = clock;
        this.quotes = quotes;
    }

    /**
     * An invoice that is to be cancelled.
     *
     * @param reason as printed
     * @param mail as it usually is when left out
     * @param quoteToken of the preview that was looked at
     */
    record CancelInvoiceInput(
            UUID invoiceId,
            String reason,
            @Nullable Boolean mail,
            @Nullable String quoteToken,
            String idempotencyKey) {}

    Mono<CreditPreview> preview(UUID invoice) {
        return held.read(invoice)
                .flatMap(cancelling::preview)
                .flatMap(shown -> quotes.signed(occasion(invoice), shown));
    }

    Mono<InvoiceCancelled> cancel(CancelInvoiceInput input) {
        return idempotency
                .once(
                        "cancelInvoice",
                        input.idempotencyKey(),
                        input,
                        Cancelled.class,
                        () -> act(input))
                .flatMap(cancelling::found);
    }

    private Mono<Cancelled> act(CancelInvoiceInput input) {
        var reason = CreditInvoiceInput.reason(input.reason());
        return held.holdSettled(input.invoiceId())
                .delayUntil(
                        invoice ->
                                quotes.hold(
                                        input.quoteToken(),
                                        occasion(invoice.id()),
                                        cancelling.preview(invoice)))
                .zipWith(clock.today())
                .flatMap(
                        both ->
                                cancelling.cancel(
                                        both.getT1(), both.getT2(), reason, input.mail()));
    }

    private static Occasion occasion(UUID invoice) {
        return new Occasion("cancelInvoice", invoice);
    }
}
