package dev.quittance.platform;

/** Nobody is signed in, or no longer. */
public final class Unauthorized extends RuntimeException {

    public Unauthorized() {
        super("Sign in first.", null, false, false);
    }
}
