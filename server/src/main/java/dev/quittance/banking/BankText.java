package dev.quittance.banking;

import dev.quittance.platform.Texts;
import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Text of a bank as we keep it. */
interface BankText {
    int LONGEST = 1000;

    /** On one line, without what hides something, and not endless; null when nothing is left. */
    static @Nullable String line(@Nullable String text, int most) {
        if (text == null) {
            return null;
        }
        var plain = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .map(c -> Texts.hidden(Character.toString(c), false) ? ' ' : c)
                .forEach(plain::appendCodePoint);
        var line = plain.toString().strip().replaceAll("\\s+", " ");
        var count = line.codePointCount(0, line.length());
        return line.isEmpty()
                ? null
                : line.substring(0, line.offsetByCodePoints(0, Math.min(most, count)));
    }

    /** An account number or IBAN as it is compared: letters and digits. */
    static String account(String number) {
        return number.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
    }
}
