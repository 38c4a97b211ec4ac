package dev.quittance.invoicing;

import dev.quittance.organization.TaxRate;
import dev.quittance.organization.TaxRates;
import dev.quittance.organization.TaxTreatment;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decides which rates tax what one customer buys: the category of the goods, the customer's region,
 * tax id and exemption, and the tax date.
 *
 * @param seller where the merchant is
 * @param rates all that are known
 * @param day the tax date
 */
record Taxation(Place seller, List<TaxRate> rates, LocalDate day) {
    private static final Set<String> EUROPEAN_UNION =
            Set.of(
                    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR",
                    "HU", "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI",
                    "SK");

    /** A country, and the region of it. */
    record Place(String country, @Nullable String region) {
        boolean inUnion() {
            return EUROPEAN_UNION.contains(country);
        }
    }

    /** The buyer as far as tax goes; {@code exemption} says why no tax is charged. */
    record Buyer(Place place, @Nullable String taxId, @Nullable String exemption) {}

    /**
     * The rates for goods of {@code category}; none for what is not taxed at all. Null when nothing
     * is known where something must be: at home, and in the Union for those who owe no tax there
     * themselves.
     */
    @Nullable List<AppliedRate> of(@Nullable UUID category, Buyer buyer) {
        if (category == null) {
            return List.of();
        }
        if (buyer.exemption() != null) {
            return List.of(exempt(buyer.exemption()));
        }
        if (reversed(buyer)) {
            return List.of(REVERSE_CHARGE);
        }
        var there = inForce(category, buyer.place());
        if (!there.isEmpty()) {
            return there;
        }
        // Below the Union's threshold for distance sales the merchant's own rates hold.
        if (buyer.place().country().equals(seller.country()) || withinUnion(buyer)) {
            var here = inForce(category, seller);
            return here.isEmpty() ? null : here;
        }
        return List.of(outside(buyer.place().country()));
    }

    private List<AppliedRate> inForce(UUID category, Place place) {
        return TaxRates.inForce(rates, category, place.country(), place.region(), day).stream()
                .map(Taxation::applied)
                .toList();
    }

    private boolean reversed(Buyer buyer) {
        return buyer.taxId() != null
                && withinUnion(buyer)
                && !buyer.place().country().equals(seller.country());
    }

    private boolean withinUnion(Buyer buyer) {
        return seller.inUnion() && buyer.place().inUnion();
    }

    private static final AppliedRate REVERSE_CHARGE =
            AppliedRate.free(
                    "Reverse charge: VAT is owed by the recipient (Article 196 of Directive"
                            + " 2006/112/EC)",
                    TaxTreatment.REVERSE_CHARGE);

    private static AppliedRate exempt(String reason) {
        return AppliedRate.free("Exempt from tax: " + reason, TaxTreatment.EXEMPT);
    }

    private static AppliedRate outside(String country) {
        return AppliedRate.free(
                "Outside the scope of tax: supplied to "
                        + Locale.of("", country).getDisplayCountry(Locale.ENGLISH),
                TaxTreatment.OUTSIDE_SCOPE);
    }

    private static AppliedRate applied(TaxRate rate) {
        return switch (rate.treatment()) {
            case STANDARD -> AppliedRate.of(rate.name(), rate.percent(), rate.treatment());
            case REDUCED ->
                    AppliedRate.of("Reduced " + rate.name(), rate.percent(), rate.treatment());
            case ZERO ->
                    AppliedRate.of("Zero-rated " + rate.name(), rate.percent(), rate.treatment());
            case EXEMPT -> AppliedRate.free("Exempt from " + rate.name(), rate.treatment());
            case REVERSE_CHARGE -> REVERSE_CHARGE;
            case OUTSIDE_SCOPE ->
                    AppliedRate.free("Outside the scope of " + rate.name(), rate.treatment());
        };
    }
}
