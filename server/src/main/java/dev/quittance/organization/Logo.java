package dev.quittance.organization;

import dev.quittance.platform.Faults;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A logo is a picture in a data URL that is what it says it is. */
final class Logo {
    /** As a data URL it still fits into a request. */
    private static final int MOST_BYTES = 180_000;

    private static final Map<String, byte[]> BEGINNINGS =
            Map.of(
                    "data:image/png;base64,",
                            new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'},
                    "data:image/jpeg;base64,", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF});

    private Logo() {}

    static @Nullable String checked(Faults faults, String path, @Nullable String value) {
        var text = value == null || value.isBlank() ? null : value.strip();
        if (text == null) {
            return null;
        }
        var prefix = text.substring(0, text.indexOf(',') + 1);
        var beginning = BEGINNINGS.get(prefix);
        var picture = beginning == null ? new byte[0] : decoded(text.substring(prefix.length()));
        var isPicture = beginning != null && startsWith(picture, beginning);
        if (faults.check(isPicture, path, "must be a PNG or JPEG picture as a data URL")) {
            faults.check(picture.length <= MOST_BYTES, path, "must have at most 180 kB");
        }
        return text;
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] beginning) {
        return bytes.length > beginning.length
                && java.util.Arrays.equals(
                        bytes, 0, beginning.length, beginning, 0, beginning.length);
    }
}
