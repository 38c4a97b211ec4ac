package dev.quittance.contracting;

import static java.util.stream.Collectors.toMap;

import dev.quittance.catalog.Plan;
import dev.quittance.catalog.PlanPrice;
import dev.quittance.catalog.Pricing;
import dev.quittance.contracting.ChangePlanPricesInput.Existing;
import dev.quittance.platform.Faults;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * New prices of a plan, as they may be set.
 *
 * @param next those that differ from the present ones
 * @param movesOn the first day of the new prices for the subscriptions there are; null where they
 *     keep the old ones
 */
record PriceChange(UUID plan, Map<CurrencyUnit, Pricing> next, @Nullable LocalDate movesOn) {
    private static final int FURTHEST_YEARS = 10;

    /** Decides what changes for whom, or refuses with every fault of the dates. */
    static PriceChange decide(
            ChangePlanPricesInput input, Plan present, Plan changed, LocalDate today) {
        check(input, today);
        var next =
                changed.prices().stream()
                        .filter(price -> differs(price, present))
                        .collect(toMap(PlanPrice::currency, PlanPrice::pricing));
        var movesOn = Optional.ofNullable(input.movesOn()).orElse(today);
        return new PriceChange(
                present.id(), next, input.existing() == Existing.KEEP ? null : movesOn);
    }

    List<CurrencyUnit> currencies() {
        return List.copyOf(next.keySet());
    }

    /** A price in a new currency concerns nobody yet. */
    private static boolean differs(PlanPrice price, Plan present) {
        return present.pricingIn(price.currency())
                .filter(before -> !same(before, price.pricing()))
                .isPresent();
    }

    private static boolean same(Pricing one, Pricing other) {
        return one.model() == other.model()
                && one.price().compareTo(other.price()) == 0
                && Objects.equals(one.packageSize(), other.packageSize())
                && one.tiers().equals(other.tiers());
    }

    private static void check(ChangePlanPricesInput input, LocalDate today) {
        var faults = new Faults();
        var day = input.movesOn();
        if (day != null) {
            faults.check(
                    input.existing() == Existing.MOVE,
                    "movesOn",
                    "is for subscriptions that move only");
            faults.check(!day.isBefore(today), "movesOn", "lies in the past");
            faults.check(
                    !day.isAfter(today.plusYears(FURTHEST_YEARS)),
                    "movesOn",
                    "must be at most %d years ahead".formatted(FURTHEST_YEARS));
        }
        faults.orThrow();
    }
}
