package dev.quittance.organization;

import dev.quittance.platform.Faults;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How one kind of document is numbered, and what number comes next.
 *
 * <p>Numbers with a year in them start anew each year; those without never do, else they would
 * repeat.
 *
 * @param year of the present series; 0 where there is no year in its numbers
 * @param nextNumber the counter of the next document
 * @param begun whether numbers of the present series have been given
 */
public record NumberSetting(
        SeriesKind kind, NumberPattern pattern, int year, long nextNumber, boolean begun) {
    private static final int LONGEST = 40;
    private static final int WIDEST = 12;
    private static final long LARGEST_FIRST = 1_000_000_000;
    private static final int ANY_YEAR = 2027;
    private static final Pattern NUMBER = Pattern.compile("\\{number(?::(\\d{1,4}))?}");
    private static final Pattern PRINTABLE = Pattern.compile("[\\p{L}\\p{Nd} ./_-]*");

    /** A series of one kind as it is kept: what comes next in one year. */
    record Sequence(int year, long nextValue, boolean begun) {}

    /** The next number as it will be printed, in a document of {@code present}. */
    public String next(int present) {
        return pattern.format(present, nextNumber);
    }

    /**
     * The setting that comes of asking for {@code text} and a first number; what would repeat
     * numbers or leave a gap is noted in {@code faults}.
     *
     * @param others the patterns of the other kinds
     * @param sequences of this kind, of all years
     * @param today the present year
     */
    static @Nullable NumberSetting wanted(
            NumberSetting present,
            String text,
            @Nullable Integer first,
            List<NumberSetting> others,
            List<Sequence> sequences,
            int today,
            Faults faults) {
        if (!sound(text, faults)) {
            return null;
        }
        var pattern = new NumberPattern(text);
        for (var other : others) {
            faults.check(
                    !overlap(pattern, other.pattern()),
                    "pattern",
                    "must not make numbers like those of another kind: %s is %s"
                            .formatted(other.pattern().text(), other.kind()));
        }
        var year = pattern.yearly() ? today : 0;
        var known = sequences.stream().filter(one -> one.year() == year).findFirst();
        var begun = known.map(Sequence::begun).orElse(false);
        var least = least(present, pattern, sequences, known.map(Sequence::nextValue).orElse(1L));
        var flips = pattern.yearly() != present.pattern().yearly();
        var lowest = begun || flips ? least : 1;
        var next = first == null ? least : first;
        faults.check(
                !begun || next == least,
                "firstNumber",
                "can't be chosen once numbers of the series have been given; the next one is %d"
                        .formatted(least));
        faults.check(
                next >= lowest && next <= LARGEST_FIRST,
                "firstNumber",
                "must be between %d and %d".formatted(lowest, LARGEST_FIRST));
        return faults.isEmpty()
                ? new NumberSetting(present.kind(), pattern, year, next, begun)
                : null;
    }

    /**
     * The least number that comes next. Where numbers lose or get their year, they go on above all
     * that were ever given, so that none is printed twice.
     */
    private static long least(
            NumberSetting present, NumberPattern pattern, List<Sequence> sequences, long inSeries) {
        return pattern.yearly() == present.pattern().yearly()
                ? inSeries
                : Math.max(
                        inSeries,
                        sequences.stream().mapToLong(Sequence::nextValue).max().orElse(1));
    }

    private static boolean sound(String text, Faults faults) {
        var path = "pattern";
        var counters = NUMBER.matcher(text).results().toList();
        var plain = NUMBER.matcher(text).replaceAll("").replaceFirst("\\{year}", "");
        var wide =
                counters.stream()
                        .map(found -> found.group(1))
                        .filter(Objects::nonNull)
                        .anyMatch(width -> !fits(width));
        faults.check(
                counters.size() == 1,
                path,
                "must have {number} or {number:6} in it, once: without a counter numbers repeat");
        faults.check(!wide, path, "must have a width between 1 and %d".formatted(WIDEST));
        faults.check(
                PRINTABLE.matcher(plain).matches(),
                path,
                "must be made of letters, digits, spaces and . / _ - beside {year} and {number}");
        faults.check(
                !text.isBlank() && text.equals(text.strip()) && text.length() <= LONGEST,
                path,
                "must have at most %d characters and no space around it".formatted(LONGEST));
        return faults.isEmpty();
    }

    private static boolean fits(String width) {
        var value = Integer.parseInt(width);
        return value >= 1 && value <= WIDEST;
    }

    /** Whether some number of the one can be a number of the other. */
    private static boolean overlap(NumberPattern one, NumberPattern other) {
        return matches(one, other.format(ANY_YEAR, 1))
                || matches(other, one.format(ANY_YEAR, 1))
                || matches(one, other.format(ANY_YEAR, 10_000_000))
                || matches(other, one.format(ANY_YEAR, 10_000_000));
    }

    private static boolean matches(NumberPattern pattern, String number) {
        var parts = NUMBER.matcher(pattern.text());
        if (!parts.find()) {
            return false;
        }
        var regex =
                quoted(pattern.text().substring(0, parts.start()))
                        + "\\d+"
                        + quoted(pattern.text().substring(parts.end()));
        return number.matches(regex);
    }

    private static String quoted(String text) {
        var at = text.indexOf("{year}");
        return at < 0
                ? Pattern.quote(text)
                : Pattern.quote(text.substring(0, at))
                        + "\\d{4}"
                        + Pattern.quote(text.substring(at + "{year}".length()));
    }
}
