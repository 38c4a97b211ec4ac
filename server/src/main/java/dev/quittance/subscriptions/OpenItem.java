package dev.quittance.subscriptions;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item as it holds now, by what it sells.
 *
 * @param addon null for the plan
 * @param ownPrice agreed with the customer; null for the catalog's
 * @param from the first day of its present version
 */
public record OpenItem(
        UUID id,
        @Nullable UUID addon,
        int quantity,
        @Nullable BigDecimal ownPrice,
        LocalDate from) {}
