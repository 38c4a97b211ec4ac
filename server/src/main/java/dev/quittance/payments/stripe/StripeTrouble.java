package dev.quittance.payments.stripe;

/**
 * Stripe did not answer, or with nothing that can be understood: what came of the request is not
 * known. It is made again later.
 */
class StripeTrouble extends RuntimeException {

    StripeTrouble(String what) {
        super(what);
    }

    StripeTrouble(Throwable cause) {
        super(cause.getClass().getSimpleName(), cause);
    }
}
