package dev.quittance.payments;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Plays the payer and the payer's bank where no real ones are: beside a gateway to try out. */
public interface DisputeRehearsal {

    /** The gateway whose charges can be disputed so. */
    String gateway();

    /**
     * Disputes {@code amount} of a charge, or all that is left when null; empty if that much is not
     * left, or if a dispute of the charge is undecided.
     */
    Mono<GatewayDispute> open(String charge, @Nullable Money amount, DisputeReason reason);

    /** Decides a dispute; one that is decided already stays as it is. */
    Mono<GatewayDispute> decide(String reference, boolean won);
}
