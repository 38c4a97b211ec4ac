package dev.quittance.platform;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Keys derived from the one master secret, one for each purpose, so that what is signed for one
 * purpose is worth nothing for another; and sealing of what the database must not show in clear.
 */
@Component
public class Secrets {
    static final String HMAC = "HmacSHA256";
    private static final String SEAL = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final byte[] master;
    private final SecureRandom random = new SecureRandom();

    public Secrets(Settings settings) {
        this.master = settings.secrets().master().getBytes(StandardCharsets.UTF_8);
    }

    /** The key for signing with HMAC-SHA-256 that belongs to {@code purpose}. */
    public SecretKey key(String purpose) {
        return new SecretKeySpec(mac(master, purpose.getBytes(StandardCharsets.UTF_8)), HMAC);
    }

    /** Encrypts {@code plain} so that only {@link #open} with the same purpose reads it. */
    public byte[] seal(String purpose, byte[] plain) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var sealed = crypt(Cipher.ENCRYPT_MODE, purpose, nonce, plain);
        var all = Arrays.copyOf(nonce, nonce.length + sealed.length);
        System.arraycopy(sealed, 0, all, nonce.length, sealed.length);
        return all;
    }

    /** Decrypts what {@link #seal} made; fails if a single bit was changed. */
    public byte[] open(String purpose, byte[] sealed) {
        var nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        return crypt(
                Cipher.DECRYPT_MODE,
                purpose,
                nonce,
                Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length));
    }

    static byte[] mac(byte[] key, byte[] content) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] crypt(int mode, String purpose, byte[] nonce, byte[] content) {
        try {
            var cipher = Cipher.getInstance(SEAL);
            var key = new SecretKeySpec(key("seal " + purpose).getEncoded(), "AES");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("could not seal or open: " + purpose, e);
        }
    }
}
