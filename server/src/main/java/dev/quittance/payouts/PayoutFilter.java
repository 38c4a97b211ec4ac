package dev.quittance.payouts;

import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Which payouts to list. Everything given must match.
 *
 * @param sentUntil the last day, included
 */
record PayoutFilter(
        @Nullable CurrencyUnit currency,
        @Nullable LocalDate sentFrom,
        @Nullable LocalDate sentUntil) {
    static final PayoutFilter ALL = new PayoutFilter(null, null, null);
}
