package dev.quittance.catalog;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What any quantity of something costs in one currency for a whole interval. Nothing is rounded
 * here.
 *
 * @param price FLAT: in all; PER_UNIT: of each unit; PACKAGE: of each package; GRADUATED and
 *     VOLUME: the fixed part
 * @param packageSize units of a package; null but for PACKAGE
 * @param tiers ascending, the last without end; empty but for GRADUATED and VOLUME
 */
public record Pricing(
        PricingModel model,
        BigDecimal price,
        @Nullable Integer packageSize,
        List<PriceTier> tiers) {

    public Pricing {
        tiers = List.copyOf(tiers);
    }

    /** So much for each unit. */
    public static Pricing perUnit(BigDecimal price) {
        return new Pricing(PricingModel.PER_UNIT, price, null, List.of());
    }

    /** The price of {@code quantity} units, to the last decimal. */
    public BigDecimal of(int quantity) {
        return parts(quantity).stream()
                .map(PricePart::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What the price of {@code quantity} units is made of. */
    public List<PricePart> parts(int quantity) {
        if (quantity < 0) {
            throw new IllegalArgumentException("%d units".formatted(quantity));
        }
        return switch (model) {
            case FLAT -> List.of(PricePart.fixed(price));
            case PER_UNIT -> List.of(PricePart.units(quantity, price));
            case PACKAGE ->
                    List.of(PricePart.packages(quantity, price, requireNonNull(packageSize)));
            case GRADUATED -> graduated(quantity);
            case VOLUME -> volume(quantity);
        };
    }

    private List<PricePart> graduated(int quantity) {
        var parts = begun();
        var before = 0;
        for (var tier : tiers) {
            if (before >= quantity) {
                break;
            }
            var last = tier.upTo() == null ? quantity : Math.min(quantity, tier.upTo());
            parts.add(PricePart.tier(last - before, before + 1, tier));
            before = last;
        }
        return List.copyOf(parts);
    }

    private List<PricePart> volume(int quantity) {
        var parts = begun();
        var first = 1;
        for (var tier : tiers) {
            if (tier.holds(quantity)) {
                parts.add(PricePart.tier(quantity, first, tier));
                break;
            }
            first = requireNonNull(tier.upTo()) + 1;
        }
        return List.copyOf(parts);
    }

    private List<PricePart> begun() {
        var parts = new ArrayList<PricePart>();
        if (price.signum() > 0) {
            parts.add(PricePart.fixed(price));
        }
        return parts;
    }
}
