package dev.quittance.catalog;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A part of the price of a quantity: so many at so much.
 *
 * @param first where it is a tier's, the tier's first unit
 * @param last the tier's last unit, null without end; the units of a package
 */
public record PricePart(Kind kind, int count, BigDecimal price, int first, @Nullable Integer last) {

    /** What is counted. */
    public enum Kind {
        /** Nothing: it is due whatever the quantity. */
        FIXED,
        UNITS,
        /** Units at the price of a tier. */
        TIER,
        PACKAGES
    }

    /** Before rounding. */
    public BigDecimal amount() {
        return price.multiply(BigDecimal.valueOf(count));
    }

    static PricePart fixed(BigDecimal price) {
        return new PricePart(Kind.FIXED, 1, price, 1, null);
    }

    static PricePart units(int count, BigDecimal price) {
        return new PricePart(Kind.UNITS, count, price, 1, null);
    }

    static PricePart packages(int quantity, BigDecimal price, int size) {
        return new PricePart(Kind.PACKAGES, Math.ceilDiv(quantity, size), price, 1, size);
    }

    static PricePart tier(int count, int first, PriceTier tier) {
        return new PricePart(Kind.TIER, count, tier.unitPrice(), first, tier.upTo());
    }
}
