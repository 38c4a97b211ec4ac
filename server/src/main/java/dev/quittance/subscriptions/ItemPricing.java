package dev.quittance.subscriptions;

import static java.util.Objects.requireNonNull;

import dev.quittance.catalog.PricingModel;
import dev.quittance.platform.Amounts;
import dev.quittance.platform.Days;
import dev.quittance.subscriptions.BillingBasis.Item;
import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What an item of a subscription costs: the price of its quantity, rounded half up once. Where it
 * keeps a former price, ask with the item {@linkplain Item#on as it is for the period}.
 */
public interface ItemPricing {

    /** For the days {@code served} of the period {@code term}. */
    static ItemCharge charge(BillingBasis basis, Item item, Days served, Days term) {
        var whole = requireNonNull(item.price()).of(item.quantity());
        var days = basis.counting().part(served, term, basis.interval());
        var of = basis.counting().whole(term, basis.interval());
        var exact = Proration.exact(whole, days, of);
        var explanation =
                perUnit(item) && item.source() != PriceSource.KEPT
                        ? new Explanation.Recurring(
                                basis.currency(),
                                BigDecimal.valueOf(item.quantity()),
                                item.price().price(),
                                item.ownPrice(),
                                basis.interval(),
                                days,
                                of,
                                exact,
                                basis.counting().unit(),
                                basis.counting().zone())
                        : Explanation.Priced.recurring(basis, item, days, of, exact);
        return charge(basis, item, whole, exact, served, explanation);
    }

    /** Once, whatever the days. */
    static ItemCharge once(BillingBasis basis, Item item) {
        var whole = requireNonNull(item.price()).of(item.quantity());
        return charge(basis, item, whole, whole, null, Explanation.Priced.once(basis, item, whole));
    }

    /** Why it can't be billed, in words; null when it can. */
    static @Nullable String fault(BillingBasis basis, Item item) {
        var price = item.price();
        if (price == null) {
            return "%s has no price in %s. Add one to the catalog."
                    .formatted(item.name(), basis.currency());
        }
        var most =
                BigDecimal.valueOf(
                        Amounts.MAX_MINOR, CurrencyUnit.of(basis.currency()).getDecimalPlaces());
        return price.of(item.quantity()).compareTo(most) > 0
                ? "%s costs more than can be billed at once.".formatted(item.name())
                : null;
    }

    /**
     * Where units have no price of their own, the line is one of the whole: quantity times price is
     * always what stands on it.
     */
    private static ItemCharge charge(
            BillingBasis basis,
            Item item,
            BigDecimal whole,
            BigDecimal exact,
            @Nullable Days served,
            Explanation explanation) {
        return new ItemCharge(
                basis.subscription(),
                item.id(),
                item.kind() == ItemKind.PLAN ? ChargeKind.PLAN : ChargeKind.ADDON,
                perUnit(item) || item.quantity() == 1
                        ? item.name()
                        : "%s, %d units".formatted(item.name(), item.quantity()),
                perUnit(item) ? BigDecimal.valueOf(item.quantity()) : BigDecimal.ONE,
                perUnit(item) ? requireNonNull(item.price()).price() : whole,
                Amounts.round(exact, CurrencyUnit.of(basis.currency())),
                served,
                item.taxCategory(),
                item.taxInclusive(),
                explanation);
    }

    private static boolean perUnit(Item item) {
        return requireNonNull(item.price()).model() == PricingModel.PER_UNIT;
    }
}
