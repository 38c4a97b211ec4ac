package dev.quittance.subscriptions;

import dev.quittance.catalog.Pricing;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The price that an item keeps though the catalog's has changed.
 *
 * @param until periods that begin on this day or later are billed at the catalog's price; null
 *     where it is kept for ever
 */
public record KeptPrice(Pricing price, @Nullable LocalDate until) {

    /** Whether the period that begins on {@code day} is billed by it. */
    public boolean holdsOn(LocalDate day) {
        return until == null || day.isBefore(until);
    }
}
