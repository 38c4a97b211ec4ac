package dev.quittance.organization;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the numbers of a series look: {@code INV-{year}-{number:6}} makes {@code INV-2027-000042}.
 * The database's function {@code document_number} does the same.
 */
public record NumberPattern(String text) {
    private static final Pattern NUMBER = Pattern.compile("\\{number(?::(\\d+))?}");

    /** Whether numbers start anew each year. */
    public boolean yearly() {
        return text.contains("{year}");
    }

    /** The number as printed; one that outgrows its width is written in full. */
    public String format(int year, long number) {
        return NUMBER.matcher(text.replace("{year}", Integer.toString(year)))
                .replaceAll(found -> padded(found.group(1), number));
    }

    private static String padded(@Nullable String width, long number) {
        return width == null
                ? Long.toString(number)
                : ("%0" + Integer.parseInt(width) + "d").formatted(number);
    }
}
