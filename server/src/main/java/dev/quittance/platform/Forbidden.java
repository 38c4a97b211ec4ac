package dev.quittance.platform;

/** The caller may not do this, whatever its subject. */
public final class Forbidden extends RuntimeException {

    public Forbidden(String message) {
        super(message, null, false, false);
    }
}
