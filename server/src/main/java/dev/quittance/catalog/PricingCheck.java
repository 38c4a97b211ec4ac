package dev.quittance.catalog;

import dev.quittance.platform.Amounts;
import dev.quittance.platform.Faults;
import java.math.BigDecimal;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Says what of a pricing as it was sent does not fit together. */
final class PricingCheck {
    private static final int MOST_TIERS = 50;
    private static final int FINEST = 12;

    private final Faults faults;
    private final String path;
    private final CurrencyUnit currency;

    private PricingCheck(Faults faults, String path, CurrencyUnit currency) {
        this.faults = faults;
        this.path = path;
        this.currency = currency;
    }

    static Pricing checked(
            Faults faults,
            String path,
            PricingModel model,
            Money price,
            @Nullable Integer packageSize,
            List<PriceTier> tiers) {
        var check = new PricingCheck(faults, path, price.getCurrencyUnit());
        check.packageSize(model, packageSize);
        check.tiers(model, tiers);
        return new Pricing(model, price.getAmount(), packageSize, tiers);
    }

    private void packageSize(PricingModel model, @Nullable Integer size) {
        var at = path + ".packageSize";
        if (model == PricingModel.PACKAGE) {
            faults.check(
                    size != null && size >= 1 && size <= QuantityLimits.MOST,
                    at,
                    "must be between 1 and %d".formatted(QuantityLimits.MOST));
        } else {
            faults.check(size == null, at, "is for a price per package only");
        }
    }

    private void tiers(PricingModel model, List<PriceTier> tiers) {
        var at = path + ".tiers";
        if (!model.tiered()) {
            faults.check(tiers.isEmpty(), at, "are for graduated and volume prices only");
        } else if (faults.check(!tiers.isEmpty(), at, "must have at least one tier")) {
            bounds(at, tiers);
        }
        faults.check(tiers.size() <= MOST_TIERS, at, "must be at most " + MOST_TIERS);
        for (var i = 0; i < Math.min(tiers.size(), MOST_TIERS); i++) {
            unitPrice("%s[%d].unitPrice".formatted(at, i), tiers.get(i).unitPrice());
        }
    }

    /** Each tier ends above the one before, and only the last has no end. */
    private void bounds(String at, List<PriceTier> tiers) {
        var before = 0;
        for (var i = 0; i < tiers.size(); i++) {
            var end = tiers.get(i).upTo();
            var last = i == tiers.size() - 1;
            var here = "%s[%d].upTo".formatted(at, i);
            if (last) {
                faults.check(end == null, here, "must be empty: the last tier has no end");
            } else if (end == null) {
                faults.add(here, "must say where the tier ends");
            } else if (faults.check(
                    end > before && end <= QuantityLimits.MOST,
                    here,
                    "must be between %d and %d".formatted(before + 1, QuantityLimits.MOST))) {
                before = end;
            }
        }
    }

    private void unitPrice(String at, BigDecimal price) {
        faults.check(
                price.stripTrailingZeros().scale() <= FINEST,
                at,
                "must have at most %d decimals".formatted(FINEST));
        faults.check(price.signum() >= 0, at, "must not be negative");
        faults.check(
                Amounts.inBounds(Amounts.round(price, currency)),
                at,
                "must be at most %s".formatted(Money.ofMinor(currency, Amounts.MAX_MINOR)));
    }
}
