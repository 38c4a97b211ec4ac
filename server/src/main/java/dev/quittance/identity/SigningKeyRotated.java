package dev.quittance.identity;

import java.util.UUID;

/** Another key signs the access tokens from now on. */
record SigningKeyRotated(String keyId) {

    static SigningKeyRotated of(UUID key) {
        return new SigningKeyRotated(key.toString());
    }
}
