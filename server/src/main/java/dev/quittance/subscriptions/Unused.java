package dev.quittance.subscriptions;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Billed days that are given back.
 *
 * @param from the first of them
 * @param items whose days they are; null for all items
 */
public record Unused(LocalDate from, @Nullable Set<UUID> items) {

    /** The days of all items. */
    public static Unused ofAll(LocalDate from) {
        return new Unused(from, null);
    }
}
