package dev.quittance.statements;

import dev.quittance.platform.BadRequest;
import dev.quittance.platform.Faults;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The booking days that a statement is about, both included, in the organisation's zone. */
public record StatementPeriod(LocalDate from, LocalDate to) {
    private static final int MOST_YEARS = 10;

    /** What was asked for; up to today, and from the first of its month, where left out. */
    static StatementPeriod orThisMonth(
            @Nullable LocalDate from, @Nullable LocalDate to, LocalDate today) {
        var last = to == null ? today : to;
        return new StatementPeriod(from == null ? last.withDayOfMonth(1) : from, last);
    }

    /** The whole month before {@code day}. */
    static StatementPeriod monthBefore(LocalDate day) {
        var first = day.withDayOfMonth(1).minusMonths(1);
        return new StatementPeriod(first, day.withDayOfMonth(1).minusDays(1));
    }

    /** Notes what is wrong with the days, at the paths {@code from} and {@code to}. */
    void check(Faults faults, LocalDate today) {
        faults.check(!to.isAfter(today), "to", "must not be after today, %s".formatted(today));
        if (faults.check(
                !from.isAfter(to), "from", "must not be after the last day, %s".formatted(to))) {
            var earliest = to.minusYears(MOST_YEARS).plusDays(1);
            faults.check(
                    !from.isBefore(earliest),
                    "from",
                    "must be at most %d years before the last day: %s or later"
                            .formatted(MOST_YEARS, earliest));
        }
    }

    /** As {@link #check}, for the arguments of a query. */
    StatementPeriod checked(LocalDate today) {
        var faults = new Faults();
        check(faults, today);
        faults.found().stream()
                .findFirst()
                .ifPresent(
                        fault -> {
                            throw new BadRequest(fault.path(), fault.message());
                        });
        return this;
    }
}
