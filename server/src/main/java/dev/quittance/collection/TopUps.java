package dev.quittance.collection;

import dev.quittance.collection.PayInvoicesResult.PaymentSucceeded;
import dev.quittance.payments.Charges;
import dev.quittance.payments.PaymentMethodKind;
import dev.quittance.platform.Idempotency;
import dev.quittance.platform.MoneyInput;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Funds that a customer adds to the account, untaxed: by card, or otherwise as staff confirms. */
@Service
class TopUps {
    private final Cards cards;
    private final TopUpBeginning beginning;
    private final Idempotency idempotency;
    private final Charges charges;
    private final PaymentAnswers answers;

    TopUps(
            Cards cards,
            TopUpBeginning beginning,
            Idempotency idempotency,
            Charges charges,
            PaymentAnswers answers) {
        this.cards = cards;
        this.beginning = beginning;
        this.idempotency = idempotency;
        this.charges = charges;
        this.answers = answers;
    }

    /**
     * Funds by card.
     *
     * @param customerId whose account; contacts top up their own
     */
    record TopUpInput(
            UUID customerId,
            MoneyInput amount,
            String cardToken,
            String quoteToken,
            String idempotencyKey) {}

    /** Funds that came in otherwise. */
    record ConfirmTopUpInput(
            UUID customerId,
            MoneyInput amount,
            PaymentMethodKind method,
            @Nullable String reference,
            @Nullable LocalDate valueOn,
            String idempotencyKey) {}

    /** What the act's transaction left behind. */
    record Begun(UUID payment) {}

    Mono<PayInvoicesResult> byCard(TopUpInput input) {
        return cards.of(null, input.cardToken(), false)
                .map(card -> card.orElseThrow(() -> Cards.refusal("is needed")))
                .flatMap(
                        card ->
                                idempotency.once(
                                        "topUp",
                                        input.idempotencyKey(),
                                        input,
                                        Begun.class,
                                        () -> beginning.begin(input, card)))
                .flatMap(begun -> charges.charge(begun.payment()))
                .flatMap(answers::of);
    }

    Mono<PaymentSucceeded> confirm(ConfirmTopUpInput input) {
        return idempotency
                .once(
                        "confirmTopUp",
                        input.idempotencyKey(),
                        input,
                        Begun.class,
                        () -> beginning.receive(input))
                .flatMap(begun -> answers.succeeded(begun.payment()));
    }
}
