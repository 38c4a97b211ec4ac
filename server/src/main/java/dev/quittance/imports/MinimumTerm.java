package dev.quittance.imports;

import dev.quittance.platform.Faults;
import dev.quittance.uploads.Excerpt;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a minimum term: `Month-to-month`, `One year`, `Two year`, `24 months`, `36`. */
interface MinimumTerm {
    int LONGEST = 120;
    Set<String> NONE = Set.of("month-to-month", "monthly", "none", "no", "rolling");
    List<String> NUMBERS =
            List.of(
                    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
                    "ten");
    Pattern TERM = Pattern.compile("(\\d{1,4}|[a-z]+)(?:[ -]*(month|year)s?)?");

    /** How many months, 0 for none. */
    static int months(Faults faults, String path, @Nullable String cell) {
        var text = cell == null ? "" : cell.strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty() || NONE.contains(text)) {
            return 0;
        }
        int months = read(text);
        if (!faults.check(
                months >= 0,
                path,
                "%s is no contract we know. Write Month-to-month, One year, Two year, or a number of months"
                        .formatted(Excerpt.of(text)))) {
            return 0;
        }
        faults.check(months <= LONGEST, path, "must be at most %d months".formatted(LONGEST));
        return months;
    }

    /** The months, or -1 when it can't be read. */
    private static int read(String text) {
        var term = TERM.matcher(text);
        if (!term.matches()) {
            return -1;
        }
        var count = term.group(1);
        boolean digits = Character.isDigit(count.charAt(0));
        int number = digits ? Integer.parseInt(count) : NUMBERS.indexOf(count);
        if (number < 0 || (!digits && term.group(2) == null)) {
            return -1;
        }
        return "year".equals(term.group(2)) ? 12 * number : number;
    }
}
