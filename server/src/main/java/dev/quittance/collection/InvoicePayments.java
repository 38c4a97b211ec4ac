package dev.quittance.collection;

import dev.quittance.payments.Charges;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Idempotency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Pays invoices by card and credit. The act is decided and committed first; the card is charged
 * after that, by a worker, and the answer is waited for.
 */
@Service
class InvoicePayments {
    private final Cards cards;
    private final PaymentBeginning beginning;
    private final Idempotency idempotency;
    private final Charges charges;
    private final PaymentAnswers answers;

    InvoicePayments(
            Cards cards,
            PaymentBeginning beginning,
            Idempotency idempotency,
            Charges charges,
            PaymentAnswers answers) {
        this.cards = cards;
        this.beginning = beginning;
        this.idempotency = idempotency;
        this.charges = charges;
        this.answers = answers;
    }

    Mono<PayInvoicesResult> pay(PayInvoicesInput input) {
        return cards.of(input.methodId(), input.cardToken(), input.keepCard())
                .flatMap(
                        card ->
                                idempotency.once(
                                        "payInvoices",
                                        input.idempotencyKey(),
                                        input,
                                        Begun.class,
                                        () -> beginning.begin(input, card)))
                .flatMap(this::finish);
    }

    /** Goes on with a payment after the bank's confirmation. */
    Mono<PayInvoicesResult> goOn(UUID payment) {
        return Caller.current()
                .flatMap(caller -> charges.askAgain(payment, caller))
                .flatMap(answers::of);
    }

    private Mono<PayInvoicesResult> finish(Begun begun) {
        return begun.payment() == null
                ? answers.succeeded(null, begun.invoices()).cast(PayInvoicesResult.class)
                : charges.charge(begun.payment()).flatMap(answers::of);
    }

    /**
     * What the act's transaction left behind.
     *
     * @param payment empty when account credit paid all
     */
    record Begun(@Nullable UUID payment, List<UUID> invoices) {}
}
