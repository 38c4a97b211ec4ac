package dev.quittance.corrections;

import dev.quittance.corrections.CorrectionQuotes.Occasion;
import dev.quittance.corrections.Reissuing.InvoiceReissued;
import dev.quittance.corrections.Reissuing.Reissued;
import dev.quittance.customers.BuyerCorrection;
import dev.quittance.platform.BusinessClock;
import dev.quittance.platform.Idempotency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Issues invoices anew, once for each key. */
@Service
class InvoiceReissues {
    private final HeldInvoices held;
    private final Reissuing reissuing;
    private final CorrectionQuotes quotes;
    private final Idempotency idempotency;
    private final BusinessClock clock;
    private final TransactionalOperator transaction;

    InvoiceReissues(
            HeldInvoices held,
            Reissuing reissuing,
            CorrectionQuotes quotes,
            Idempotency idempotency,
            BusinessClock clock,
            TransactionalOperator transaction) {
        this.held = held;
        this.reissuing = reissuing;
        this.quotes = quotes;
        this.idempotency = idempotency;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * What issuing an invoice anew would come to.
     *
     * @param buyer what would be put right of the customer first; nothing when left out
     */
    record PreviewReissueInvoiceInput(UUID invoiceId, @Nullable BuyerCorrection buyer) {}

    /**
     * An invoice that is to be issued anew.
     *
     * @param buyer what is put right of the customer first; nothing when left out
     * @param reason as printed on the cancellation
     * @param mail as it usually is when left out
     * @param quoteToken of a preview; null when none was looked at
     */
    record ReissueInvoiceInput(
            UUID invoiceId,
            @Nullable BuyerCorrection buyer,
            String reason,
            @Nullable Boolean mail,
            @Nullable String quoteToken,
            String idempotencyKey) {

        PreviewReissueInvoiceInput wanted() {
            return new PreviewReissueInvoiceInput(invoiceId, buyer);
        }
    }

    /** Puts the customer right, looks at what comes of it, and takes it all back. */
    Mono<ReissuePreview> preview(PreviewReissueInvoiceInput input) {
        return transaction
                .execute(
                        status -> {
                            status.setRollbackOnly();
                            return held.hold(input.invoiceId())
                                    .zipWith(clock.today())
                                    .flatMap(
                                            both ->
                                                    reissuing
                                                            .correct(both.getT1(), input.buyer())
                                                            .then(
                                                                    Mono.defer(
                                                                            () ->
                                                                                    reissuing
                                                                                            .preview(
                                                                                                    both
                                                                                                            .getT1(),
                                                                                                    both
                                                                                                            .getT2()))));
                        })
                .next()
                .flatMap(shown -> quotes.signed(occasion(input), shown));
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
                .delayUntil(invoice -> reissuing.correct(invoice, input.buyer()))
                .zipWith(clock.today())
                .delayUntil(
                        both ->
                                quotes.hold(
                                        input.quoteToken(),
                                        occasion(input.wanted()),
                                        reissuing.preview(both.getT1(), both.getT2())))
                .flatMap(
                        both ->
                                reissuing.reissue(
                                        both.getT1(), reason, input.mail(), both.getT2()));
    }

    private static Occasion occasion(PreviewReissueInvoiceInput wanted) {
        return new Occasion("reissueInvoice", wanted);
    }
}
