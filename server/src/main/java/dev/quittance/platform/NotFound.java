package dev.quittance.platform;

/** The thing does not exist, or not for this caller: the two look the same from outside. */
public final class NotFound extends RuntimeException {

    /**
     * @param what the kind of thing, {@code "invoice"}
     */
    public NotFound(String what) {
        super(what + " not found", null, false, false);
    }
}
