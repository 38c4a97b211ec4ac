package dev.quittance.payments.sandbox;

import java.security.SecureRandom;
import java.util.HexFormat;

/** The sandbox's own references. Unguessable: whoever knows one may answer for the payer. */
final class SandboxReference {
    private static final int BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SandboxReference() {}

    static String next(String prefix) {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return prefix + HexFormat.of().formatHex(bytes);
    }
}
