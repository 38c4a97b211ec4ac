package dev.quittance.payments;

import reactor.core.publisher.Mono;

/**
 * Whoever must look at a gateway when it tells by itself that something happened there. What it
 * tells says where to look; how that stands is read. The same is told any number of times, in any
 * order, and maybe never.
 */
public interface GatewayNews {

    /** What something happened to. */
    enum Kind {
        CHARGE,
        REFUND,
        DISPUTE,
        PAYOUT,
        SETUP
    }

    Kind about();

    /**
     * Looks, outside of any transaction; nothing to be done is no error, what can't be done yet is.
     *
     * @param reference the gateway's own, of what something happened to
     */
    Mono<Void> heard(String gateway, String reference);
}
