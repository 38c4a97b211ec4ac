package dev.quittance.billing;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A run that is asked for.
 *
 * @param day up to which periods are billed
 * @param zone only customers of this billing zone; null for all
 * @param due how many subscriptions wait for it
 */
record BillRunOrder(
        BillRunKind kind, LocalDate day, @Nullable ZoneId zone, String startedBy, long due) {}
