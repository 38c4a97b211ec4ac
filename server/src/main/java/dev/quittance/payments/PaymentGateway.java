package dev.quittance.payments;

import reactor.core.publisher.Mono;

/**
 * A card processor. Charging takes two calls, so that its reference is committed on our side before
 * any money can move: {@link #create}, which moves nothing, and {@link #confirm}.
 *
 * <p>Every call may be repeated: an answer that got lost is asked for again. An implementation is
 * never called inside a transaction. An error (no answer, gateway down) means that the outcome is
 * unknown; a refusal is an outcome.
 */
public interface PaymentGateway {

    /** The name that attempts are kept under; never changes. */
    String name();

    /** How the portal offers it. */
    PaymentOption option();

    /** What a card is called, {@code Visa •••• 4242}; empty if the token stands for none. */
    Mono<String> label(String cardToken);

    /**
     * Makes a charge that takes no money yet and answers its reference. The same key answers the
     * same charge for at least 24 hours.
     */
    Mono<String> create(ChargeOrder order);

    /** The reference of the charge that was made with {@code key}; empty if none was. */
    Mono<String> find(String key);

    /** Takes the money. A charge confirmed before answers its present outcome. */
    Mono<ChargeOutcome> confirm(String reference);

    /** The present outcome of a charge that was confirmed. */
    Mono<ChargeOutcome> retrieve(String reference);

    /** Gives a charge up unless it has an outcome already; answers its final outcome. */
    Mono<ChargeOutcome> abandon(String reference);
}
