package dev.quittance.collection;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How what is not paid is followed up.
 *
 * @param plan for whose subscriptions it is; null for all
 * @param customer for whom it is; null for all
 * @param retryDays days after a charge failed first on which it is tried again, ascending
 * @param reminderDays days after the due date, below zero before it, on which an invoice that is
 *     not charged by itself is reminded of, ascending
 * @param finalAction what follows when the last try has passed
 */
record DunningRule(
        UUID id,
        @Nullable UUID plan,
        @Nullable UUID customer,
        List<Integer> retryDays,
        List<Integer> reminderDays,
        FinalAction finalAction) {

    DunningRule {
        retryDays = List.copyOf(retryDays);
        reminderDays = List.copyOf(reminderDays);
    }

    /** The first day of the schedule after {@code today}; null when the last one has come. */
    @Nullable LocalDate nextRetry(LocalDate failedFirst, LocalDate today) {
        return retryDays.stream()
                .map(failedFirst::plusDays)
                .filter(day -> day.isAfter(today))
                .findFirst()
                .orElse(null);
    }

    /** The day after the last try: what is unpaid by then is given up. */
    LocalDate givenUpOn(LocalDate failedFirst) {
        return failedFirst.plusDays((retryDays.isEmpty() ? 0 : retryDays.getLast()) + 1L);
    }
}
