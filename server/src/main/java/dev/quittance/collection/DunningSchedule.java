package dev.quittance.collection;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** On which days an invoice is charged again, counted from the day its charge failed first. */
final class DunningSchedule {
    private static final List<Integer> RETRIES = List.of(1, 3, 5, 7, 14);

    private DunningSchedule() {}

    /** The first day of the schedule after {@code today}; null when the last one has come. */
    static @Nullable LocalDate next(LocalDate failedFirst, LocalDate today) {
        return RETRIES.stream()
                .map(failedFirst::plusDays)
                .filter(day -> day.isAfter(today))
                .findFirst()
                .orElse(null);
    }

    /**
     * What failed first on this day or before has had its last try by the end of the day before
     * {@code day}.
     */
    static LocalDate over(LocalDate day) {
        return day.minusDays(RETRIES.getLast() + 1);
    }
}
