package dev.quittance.organization;

import dev.quittance.platform.Faults;
import dev.quittance.platform.Texts;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks what is written down about a party besides its name: phone, tax id, zone, language. */
public final class Particulars {
    private static final Pattern PHONE = Pattern.compile("[0-9+()./ x#*,;-]*");
    private static final Pattern TAX_ID = Pattern.compile("[\\p{L}0-9][\\p{L}0-9 ./-]*");
    private static final int FEWEST_DIGITS = 3;
    private static final int LONGEST_PHONE = 40;
    private static final int LONGEST_TAX_ID = 40;
    private static final int LONGEST_TAG = 35;
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
    private static final Set<String> LANGUAGES =
            Arrays.stream(Locale.getISOLanguages()).collect(Collectors.toUnmodifiableSet());

    private Particulars() {}

    /** A telephone number as people write it. */
    public static @Nullable String phone(Faults faults, String path, @Nullable String value) {
        var text = Texts.optional(faults, path, value, LONGEST_PHONE);
        if (text != null) {
            faults.check(
                    PHONE.matcher(text).matches()
                            && text.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS,
                    path,
                    "must be a phone number like +49 30 901820");
        }
        return text;
    }

    /** A tax id of any country: letters, digits and what divides them. */
    public static @Nullable String taxId(Faults faults, String path, @Nullable String value) {
        var text = Texts.optional(faults, path, value, LONGEST_TAX_ID);
        if (text != null) {
            faults.check(
                    TAX_ID.matcher(text).matches() && text.chars().anyMatch(Character::isDigit),
                    path,
                    "must be a tax id like DE123456788");
        }
        return text;
    }

    /** A zone of the time zone database that may be missing. */
    public static @Nullable String timeZone(Faults faults, String path, @Nullable String value) {
        var text = value == null || value.isBlank() ? null : value.strip();
        faults.check(
                text == null || ZONES.contains(text),
                path,
                "must be a time zone like Europe/Warsaw");
        return text;
    }

    /** A language tag in its usual spelling, {@code en} or {@code de-CH}. */
    public static String locale(Faults faults, String path, @Nullable String value) {
        var text = value == null ? "" : value.strip().replace('_', '-');
        if (text.length() <= LONGEST_TAG) {
            try {
                var locale = new Locale.Builder().setLanguageTag(text).build();
                if (LANGUAGES.contains(locale.getLanguage())) {
                    return locale.toLanguageTag();
                }
            } catch (IllformedLocaleException unfit) {
                // Told below.
            }
        }
        faults.add(path, "must be a language like en or de-CH");
        return text;
    }
}
