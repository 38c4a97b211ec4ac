package dev.quittance.platform;

import java.security.MessageDigest;
import org.springframework.stereotype.Component;

/** Signs bytes for a purpose with a key derived from the master secret. */
@Component
public class Hmac {
    private final Secrets secrets;

    public Hmac(Secrets secrets) {
        this.secrets = secrets;
    }

    /** The signature, 32 bytes. */
    public byte[] sign(String purpose, byte[] content) {
        return Secrets.mac(secrets.key(purpose).getEncoded(), content);
    }

    /** Whether {@code signature} is ours; takes the same time for every wrong one. */
    public boolean verify(String purpose, byte[] content, byte[] signature) {
        return MessageDigest.isEqual(sign(purpose, content), signature);
    }
}
