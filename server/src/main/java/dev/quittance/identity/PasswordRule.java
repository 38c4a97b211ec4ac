package dev.quittance.identity;

import dev.quittance.platform.Faults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/** Which passwords may be chosen: long ones that are not the first anybody would try. */
final class PasswordRule {
    static final int SHORTEST = 12;
    static final int LONGEST = 200;
    private static final int FEWEST_DIFFERENT = 4;
    private static final Set<String> COMMON = common();

    private PasswordRule() {}

    /** Notes what is wrong with {@code password} for the account of {@code email}. */
    static void check(Faults faults, String path, String password, String email) {
        var text = normal(password);
        var length = text.codePointCount(0, text.length());
        if (!faults.check(
                length >= SHORTEST, path, "must have at least %d characters".formatted(SHORTEST))) {
            return;
        }
        if (!faults.check(
                length <= LONGEST, path, "must have at most %d characters".formatted(LONGEST))) {
            return;
        }
        var lower = text.strip().toLowerCase(Locale.ROOT);
        faults.check(!lower.equals(email), path, "must not be the email address");
        faults.check(
                !COMMON.contains(lower) && lower.chars().distinct().count() >= FEWEST_DIFFERENT,
                path,
                "is one of those that are tried first: choose another");
    }

    /** One form for what keyboards write in several: é as one sign or as two. */
    static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    static boolean tooLong(String password) {
        return password.length() > 2 * LONGEST;
    }

    private static Set<String> common() {
        try {
            var text =
                    new ClassPathResource("dev/quittance/identity/common-passwords.txt")
                            .getContentAsString(StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
