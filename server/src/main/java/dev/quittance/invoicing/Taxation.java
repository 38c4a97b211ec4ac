package dev.quittance.invoicing;

import dev.quittance.customers.TaxExemption;
import dev.quittance.organization.TaxDate;
import dev.quittance.organization.TaxIds;
import dev.quittance.organization.TaxPlace;
import dev.quittance.organization.TaxRate;
import dev.quittance.organization.TaxRates;
import dev.quittance.organization.TaxSetting;
import dev.quittance.organization.TaxTreatment;
import dev.quittance.subscriptions.ItemCharge;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decides which rates tax what one customer buys: the category of the goods, the customer's region,
 * tax id and exemption, and the tax date.
 *
 * @param seller where the merchant is
 * @param rates all that are known
 * @param issuedOn the day of posting
 */
record Taxation(TaxPlace seller, List<TaxRate> rates, TaxSetting setting, LocalDate issuedOn) {

    /** The buyer as far as tax goes; {@code locale} is the language of the document. */
    record Buyer(
            TaxPlace place,
            @Nullable String taxId,
            @Nullable TaxExemption exemption,
            String locale) {}

    /** The day that decides what rate is in force, by setting. */
    LocalDate taxDate(ItemCharge charge) {
        var days = charge.period();
        return setting.taxDate() == TaxDate.PERIOD_END && days != null ? days.last() : issuedOn;
    }

    /** The rates for a charge, as {@link #of(UUID, LocalDate, Buyer)} on its tax date. */
    @Nullable List<AppliedRate> of(ItemCharge charge, Buyer buyer) {
        return of(charge.taxCategory(), taxDate(charge), buyer);
    }

    /**
     * The rates for goods of {@code category}; none for what is not taxed at all. Null when nothing
     * is known where something must be: at home, and in the Union for those who owe no tax there
     * themselves.
     */
    @Nullable List<AppliedRate> of(@Nullable UUID category, LocalDate day, Buyer buyer) {
        if (category == null) {
            return List.of();
        }
        var exemption = buyer.exemption();
        if (exemption != null && exemption.holds(day)) {
            return List.of(exempt(exemption));
        }
        if (reversed(buyer)) {
            return List.of(reverseCharge(buyer));
        }
        var there = inForce(category, day, buyer.place(), buyer);
        if (!there.isEmpty()) {
            return there;
        }
        // Below the Union's threshold for distance sales the merchant's own rates hold.
        if (buyer.place().country().equals(seller.country()) || withinUnion(buyer)) {
            var here = inForce(category, day, seller, buyer);
            return here.isEmpty() ? null : here;
        }
        return List.of(outside(buyer.place().country()));
    }

    private List<AppliedRate> inForce(UUID category, LocalDate day, TaxPlace place, Buyer buyer) {
        return TaxRates.inForce(rates, category, place, day).stream()
                .map(rate -> applied(rate, buyer))
                .toList();
    }

    private boolean reversed(Buyer buyer) {
        return withinUnion(buyer)
                && !buyer.place().country().equals(seller.country())
                && TaxIds.ofUnion(buyer.taxId());
    }

    private boolean withinUnion(Buyer buyer) {
        return seller.inUnion() && buyer.place().inUnion();
    }

    private AppliedRate reverseCharge(Buyer buyer) {
        return AppliedRate.free(setting.reverseCharge(buyer.locale()), TaxTreatment.REVERSE_CHARGE);
    }

    private static AppliedRate exempt(TaxExemption exemption) {
        return AppliedRate.free("Exempt from tax: " + exemption.printed(), TaxTreatment.EXEMPT);
    }

    private static AppliedRate outside(String country) {
        return AppliedRate.free(
                "Outside the scope of tax: supplied to "
                        + Locale.of("", country).getDisplayCountry(Locale.ENGLISH),
                TaxTreatment.OUTSIDE_SCOPE);
    }

    private AppliedRate applied(TaxRate rate, Buyer buyer) {
        return switch (rate.treatment()) {
            case STANDARD -> AppliedRate.of(rate.name(), rate.percent(), rate.treatment());
            case REDUCED ->
                    AppliedRate.of("Reduced " + rate.name(), rate.percent(), rate.treatment());
            case ZERO ->
                    AppliedRate.of("Zero-rated " + rate.name(), rate.percent(), rate.treatment());
            case EXEMPT -> AppliedRate.free("Exempt from " + rate.name(), rate.treatment());
            case REVERSE_CHARGE -> reverseCharge(buyer);
            case OUTSIDE_SCOPE ->
                    AppliedRate.free("Outside the scope of " + rate.name(), rate.treatment());
        };
    }
}
