package dev.quittance.banking;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How days are written in a bank's CSV. */
enum DayFormat {
    YEAR_MONTH_DAY("uuuu-M-d"),
    DAY_MONTH_YEAR_DOTS("d.M.uuuu"),
    DAY_MONTH_SHORT_YEAR_DOTS("d.M.uu"),
    DAY_MONTH_YEAR_SLASHES("d/M/uuuu"),
    MONTH_DAY_YEAR_SLASHES("M/d/uuuu"),
    YEAR_MONTH_DAY_PLAIN("uuuuMMdd");

    private final String pattern;
    private final DateTimeFormatter formatter;

    DayFormat(String pattern) {
        this.pattern = pattern;
        this.formatter =
                DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                        .withResolverStyle(ResolverStyle.STRICT);
    }

    /** The day, if {@code text} is one in this format. */
    @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip(), formatter);
        } catch (DateTimeException e) {
            return null;
        }
    }

    String pattern() {
        return pattern.toUpperCase(Locale.ROOT).replace('U', 'Y');
    }

    /** The first in which all of these are days. */
    static DayFormat proposedFor(List<String> samples) {
        for (var format : values()) {
            if (samples.stream().allMatch(sample -> format.day(sample) != null)) {
                return format;
            }
        }
        return YEAR_MONTH_DAY;
    }
}
