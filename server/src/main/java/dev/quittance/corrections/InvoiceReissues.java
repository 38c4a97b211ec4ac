package dev.quittance.corrections;

import dev.quittance.corrections.Reissuing.InvoiceReissued;
import dev.quittance.corrections.Reissuing.Reissued;
import dev.quittance.customers.BuyerCorrection;
import dev.quittance.drafts.InvoicePreview;
import dev.quittance.platform.BusinessClock;
import dev.quittance.platform.Idempotency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Issues invoices anew, once for each key. */
@Service
class InvoiceReissues {
    private final HeldInvoices held;
    private final Reissuing reissuing;
    private final Idempotency idempotency;
    private final BusinessClock clock;

    InvoiceReissues(
            HeldInvoices held, Reissuing reissuing, Idempotency idempotency, BusinessClock clock) {
        this.held = held;
        this.reissuing = reissuing;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /**
     * An invoice that is to be issued anew.
     *
     * @param buyer what is put right of the customer first; nothing when left out
     * @param reason as printed on the cancellation
     * @param mail as it usually is when left out
     */
    record ReissueInvoiceInput(
            UUID invoiceId,
            @Nullable BuyerCorrection buyer,
            String reason,
            @Nullable Boolean mail,
            String idempotencyKey) {}

    /** The new invoice for the customer as they are now, before anything is corrected. */
    Mono<InvoicePreview> preview(UUID invoice) {
        return held.read(invoice)
                .zipWith(clock.today())
                .flatMap(
                        both ->
                                reissuing
                                        .draft(both.getT1(), null, both.getT2())
                                        .map(draft -> InvoicePreview.of(draft, both.getT2())));
    }

    Mono<InvoiceReissued> reissue(ReissueInvoiceInput input) {
        return idempotency
                .once(
                        "reissueInvoice",
                        input.idempotencyKey(),
                        input,
                        Reissued.class,
                        () -> act(input))
                .flatMap(reissuing::found);
    }

    private Mono<Reissued> act(ReissueInvoiceInput input) {
        var reason = CreditInvoiceInput.reason(input.reason());
        return held.holdSettled(input.invoiceId())
                .zipWith(clock.today())
                .flatMap(
                        both ->
                                reissuing.reissue(
                                        both.getT1(),
                                        input.buyer(),
                                        reason,
                                        input.mail(),
                                        both.getT2()));
    }
}
