package dev.quittance.catalog;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of quantities with a price per unit; it begins after the end of the one before.
 *
 * @param upTo its last unit; null for the last tier, which has no end
 * @param unitPrice per unit and interval, with up to 12 decimals
 */
public record PriceTier(@Nullable Integer upTo, BigDecimal unitPrice) {

    boolean holds(int unit) {
        return upTo == null || unit <= upTo;
    }
}
