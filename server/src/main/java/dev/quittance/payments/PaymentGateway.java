package dev.quittance.payments;

import java.time.LocalDate;
import reactor.core.publisher.Flux;
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
     * Makes a charge that takes no money yet and answers its reference, or why it can't be made.
     * The same key answers the same charge for at least 24 hours.
     */
    Mono<ChargeCreation> create(ChargeOrder order);

    /** The reference of the charge that was made with the order's key; empty if none was. */
    Mono<String> find(ChargeOrder order);

    /**
     * Takes the money of the charge that was made for an order. A charge confirmed before answers
     * its present outcome.
     */
    Mono<ChargeOutcome> confirm(ChargeOrder order, String reference);

    /** The present outcome of a charge that was confirmed. */
    Mono<ChargeOutcome> retrieve(String reference);

    /** Gives a charge up unless it has an outcome already; answers its final outcome. */
    Mono<ChargeOutcome> abandon(String reference);

    /**
     * Sends back a part of what a charge took, or all of it. The same key answers the same refund
     * for at least 24 hours.
     */
    Mono<RefundAnswer> refund(RefundOrder order);

    /** What has become of the refund that was made with the order's key; empty if none was. */
    Mono<RefundAnswer> findRefund(RefundOrder order);

    /** A refund as it stands now. */
    Mono<GatewayRefund> retrieveRefund(String reference);

    /**
     * The refunds that were asked for on a day or later, by us or by somebody else, each as it
     * stands now.
     */
    Flux<GatewayRefund> refunds(LocalDate since);

    /**
     * The disputes that were opened, or of which anything was heard, on a day or later, each as it
     * stands now.
     */
    Flux<GatewayDispute> disputes(LocalDate since);

    /** A dispute as it stands now. */
    Mono<GatewayDispute> dispute(String reference);

    /**
     * Hands in the evidence for a dispute, once and for all; answers how it stands then. One that
     * waits for no evidence answers how it stands.
     */
    Mono<GatewayDispute> answerDispute(String reference, String evidence);

    /**
     * Gives a dispute up; answers how it stands then. One that is decided answers how it stands.
     */
    Mono<GatewayDispute> acceptDispute(String reference);

    /**
     * Lets a card be remembered for later charges; takes no money. The same key answers the same
     * set-up for at least 24 hours.
     */
    Mono<SetupOutcome> setUp(SetupOrder order);

    /** What has become of a set-up that wanted a confirmation, by its reference. */
    Mono<SetupOutcome> retrieveSetup(String reference);

    /** Forgets a method. One that is forgotten already stays so. */
    Mono<Void> forget(String method);

    /** The payouts that were sent on a day or later, each with all its parts, oldest first. */
    Flux<GatewayPayout> payouts(LocalDate since);
}
