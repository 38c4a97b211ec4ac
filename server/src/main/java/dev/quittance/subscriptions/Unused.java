package dev.quittance.subscriptions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Billed days that are given back.
 *
 * @param from the first of them
 * @param items whose days they are; null for all items
 * @param at the instant on the first of them from which lines that are billed by seconds are given
 *     back; null for the beginning of that day
 */
public record Unused(LocalDate from, @Nullable Set<UUID> items, @Nullable Instant at) {

    /** Whole days. */
    public Unused(LocalDate from, @Nullable Set<UUID> items) {
        this(from, items, null);
    }

    /** The days of all items. */
    public static Unused ofAll(LocalDate from) {
        return new Unused(from, null, null);
    }

    /** What of all items is not used from {@code at} on. */
    public static Unused ofAll(LocalDate from, @Nullable Instant at) {
        return new Unused(from, null, at);
    }
}
