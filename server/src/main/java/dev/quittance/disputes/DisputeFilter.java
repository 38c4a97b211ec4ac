package dev.quittance.disputes;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Which disputes to list. Everything given must match.
 *
 * @param openedUntil the last day, included
 */
record DisputeFilter(
        @Nullable List<DisputeState> states,
        @Nullable UUID customerId,
        @Nullable CurrencyUnit currency,
        @Nullable LocalDate openedFrom,
        @Nullable LocalDate openedUntil) {
    static final DisputeFilter ALL = new DisputeFilter(null, null, null, null, null);
}
