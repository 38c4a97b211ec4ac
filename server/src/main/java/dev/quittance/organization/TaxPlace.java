package dev.quittance.organization;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody is, as far as tax goes.
 *
 * @param region state, province or county
 */
public record TaxPlace(String country, @Nullable String region, @Nullable String postalCode) {
    private static final Set<String> EUROPEAN_UNION =
            Set.of(
                    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR",
                    "HU", "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI",
                    "SK");

    /** Where an address is. */
    public static TaxPlace of(Address address) {
        return new TaxPlace(address.country(), address.region(), address.postalCode());
    }

    /** Whether it is in a member state of the European Union. */
    public boolean inUnion() {
        return EUROPEAN_UNION.contains(country);
    }

    /** Whether its postal code begins so, whatever its spaces and case. */
    boolean codeBegins(String prefix) {
        return postalCode != null && compact(postalCode).startsWith(prefix);
    }

    /** A postal code without what only makes it legible. */
    static String compact(String postalCode) {
        return postalCode.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }
}
