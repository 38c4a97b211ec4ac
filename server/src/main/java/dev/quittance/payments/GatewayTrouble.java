package dev.quittance.payments;

/**
 * A gateway did not answer, or with nothing that can be understood: what came of the request is not
 * known. It is made again later.
 */
public class GatewayTrouble extends RuntimeException {

    protected GatewayTrouble(String what) {
        super(what);
    }

    protected GatewayTrouble(String what, Throwable cause) {
        super(what, cause);
    }
}
