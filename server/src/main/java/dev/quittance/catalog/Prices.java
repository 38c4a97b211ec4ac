package dev.quittance.catalog;

import dev.quittance.platform.Faults;
import dev.quittance.platform.MoneyInput;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Prices as they are sent: at least one, one per currency, none negative. */
final class Prices {
    private static final int MOST = 50;

    private Prices() {}

    static List<PlanPrice> ofPlan(Faults faults, List<PlanPriceInput> given) {
        checkCurrencies(
                faults, given.stream().map(price -> price.price().currency()).toList(), ".price");
        return IntStream.range(0, Math.min(given.size(), MOST))
                .mapToObj(i -> price(faults, "prices[%d]".formatted(i), given.get(i)))
                .toList();
    }

    static List<AddonPrice> ofAddon(Faults faults, List<AddonPriceInput> given) {
        checkCurrencies(faults, given.stream().map(AddonPriceInput::currency).toList(), "");
        return IntStream.range(0, Math.min(given.size(), MOST))
                .mapToObj(i -> price(faults, "prices[%d]".formatted(i), given.get(i)))
                .toList();
    }

    private static PlanPrice price(Faults faults, String path, PlanPriceInput given) {
        var price = given.price().money(faults, path + ".price");
        return PlanPrice.of(
                price,
                setupFee(faults, path + ".setupFee", given.setupFee(), price.getCurrencyUnit()),
                PricingCheck.checked(
                        faults, path, given.model(), price, given.packageSize(), given.tiers()));
    }

    private static AddonPrice price(Faults faults, String path, AddonPriceInput given) {
        var price = given.price().money(faults, path);
        return AddonPrice.of(
                price,
                PricingCheck.checked(
                        faults, path, given.model(), price, given.packageSize(), given.tiers()));
    }

    /** A fee of nothing is no fee. */
    private static @Nullable Money setupFee(
            Faults faults, String path, @Nullable MoneyInput given, CurrencyUnit currency) {
        if (given == null) {
            return null;
        }
        faults.check(
                given.currency().equals(currency),
                path + ".currency",
                "must be the currency of the price");
        var fee = given.money(faults, path);
        return fee.isZero() ? null : fee;
    }

    private static void checkCurrencies(Faults faults, List<CurrencyUnit> given, String part) {
        faults.check(!given.isEmpty(), "prices", "must have at least one price");
        faults.check(given.size() <= MOST, "prices", "must have at most 50 prices");
        var seen = new HashSet<CurrencyUnit>();
        IntStream.range(0, given.size())
                .filter(i -> !seen.add(given.get(i)))
                .forEach(
                        i ->
                                faults.add(
                                        "prices[%d]%s.currency".formatted(i, part),
                                        "has a price already"));
    }
}
