package dev.quittance.payments.stripe;

import dev.quittance.payments.GatewayTrouble;

/** Stripe did not answer, or with nothing that can be understood. */
class StripeTrouble extends GatewayTrouble {

    StripeTrouble(String what) {
        super(what);
    }

    StripeTrouble(Throwable cause) {
        super(cause.getClass().getSimpleName(), cause);
    }
}
