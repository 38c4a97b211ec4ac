package dev.quittance.catalog;

import dev.quittance.platform.Faults;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The short code by which imports and programs name a plan or addon. */
final class Code {
    private static final Pattern FITTING = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final int LONGEST = 60;

    private Code() {}

    /** The code as given; null when it is to be made from the name. */
    static @Nullable String checked(Faults faults, @Nullable String given) {
        var code = given == null || given.isBlank() ? null : given.strip();
        if (code != null) {
            faults.check(
                    FITTING.matcher(code).matches() && code.length() <= LONGEST,
                    "code",
                    "must be at most 60 letters, digits, dots, dashes and underscores");
        }
        return code;
    }

    /** What is left of a name in plain letters: {@code Büro & Co.} becomes {@code buro-co}. */
    static String from(String name) {
        var plain =
                Normalizer.normalize(name, Normalizer.Form.NFD)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("\\p{M}", "")
                        .replaceAll("[^a-z0-9]+", "-");
        var cut = plain.substring(0, Math.min(plain.length(), LONGEST - 6));
        var code = cut.replaceAll("^-+|-+$", "");
        return code.isEmpty() ? "item" : code;
    }

    /** The code, or the first of {@code code-2}, {@code code-3} … that is not taken. */
    static String free(String code, Collection<String> taken) {
        return taken.contains(code)
                ? IntStream.iterate(2, i -> i + 1)
                        .mapToObj(i -> code + "-" + i)
                        .filter(next -> !taken.contains(next))
                        .findFirst()
                        .orElseThrow()
                : code;
    }
}
