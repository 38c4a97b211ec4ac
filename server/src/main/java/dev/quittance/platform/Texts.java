package dev.quittance.platform;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks what people type: trimmed, bounded, and free of characters that hide or reorder others.
 */
public final class Texts {
    private static final Pattern EMAIL =
            Pattern.compile(
                    "[^\\s@\"<>(),:;\\\\\\[\\]]{1,64}@[^\\s@\"<>(),:;\\\\\\[\\]]+\\.[^\\s@.]{2,}");
    private static final int LONGEST_EMAIL = 254;

    private Texts() {}

    /** A text of one line that must be there. */
    public static String name(Faults faults, String path, @Nullable String value, int most) {
        var text = clean(value);
        if (faults.check(!text.isEmpty(), path, "must not be empty")) {
            bounded(faults, path, text, most, false);
        }
        return text;
    }

    /** A text of one line that may be missing; blank counts as missing. */
    public static @Nullable String optional(
            Faults faults, String path, @Nullable String value, int most) {
        var text = clean(value);
        bounded(faults, path, text, most, false);
        return text.isEmpty() ? null : text;
    }

    /** A text that may have several lines and may be missing. */
    public static @Nullable String note(
            Faults faults, String path, @Nullable String value, int most) {
        var text = clean(value).replace("\r\n", "\n");
        bounded(faults, path, text, most, true);
        return text.isEmpty() ? null : text;
    }

    /** An email address that may be missing. */
    public static @Nullable String email(Faults faults, String path, @Nullable String value) {
        var text = optional(faults, path, value, LONGEST_EMAIL);
        if (text != null) {
            faults.check(
                    EMAIL.matcher(text).matches(),
                    path,
                    "must be an email address: name@example.com");
        }
        return text;
    }

    /** Whether a text has a control character, or one that changes the direction of writing. */
    public static boolean hidden(String text, boolean lines) {
        return text.codePoints().anyMatch(c -> hidden(c) && !(lines && (c == '\n' || c == '\t')));
    }

    private static void bounded(Faults faults, String path, String text, int most, boolean lines) {
        faults.check(
                text.codePointCount(0, text.length()) <= most,
                path,
                "must have at most %d characters".formatted(most));
        faults.check(
                !hidden(text, lines),
                path,
                "must not have control characters or characters that change the direction of"
                        + " writing");
    }

    private static String clean(@Nullable String value) {
        return value == null ? "" : Normalizer.normalize(value, Normalizer.Form.NFC).strip();
    }

    private static boolean hidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED ->
                    true;
            // Joiners shape words of Persian and Indic scripts; all other format marks only hide.
            case Character.FORMAT -> c != 0x200C && c != 0x200D;
            default -> false;
        };
    }
}
