package dev.quittance.organization;

import dev.quittance.platform.Faults;
import dev.quittance.platform.Texts;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A postal address.
 *
 * @param name the company or person, where it differs from the owner of the address
 * @param region state, province or county
 * @param country ISO 3166-1 alpha-2
 */
public record Address(
        @Nullable String name,
        String line1,
        @Nullable String line2,
        String city,
        @Nullable String region,
        @Nullable String postalCode,
        String country) {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_PLACE = 100;
    private static final int LONGEST_POSTAL_CODE = 20;

    /** This address with its texts cleaned; what can't be accepted is noted in {@code faults}. */
    public Address checked(Faults faults, String path) {
        faults.check(
                COUNTRIES.contains(country),
                path + ".country",
                "must be a country code of ISO 3166-1 like DE");
        return new Address(
                Texts.optional(faults, path + ".name", name, LONGEST_LINE),
                Texts.name(faults, path + ".line1", line1, LONGEST_LINE),
                Texts.optional(faults, path + ".line2", line2, LONGEST_LINE),
                Texts.name(faults, path + ".city", city, LONGEST_PLACE),
                Texts.optional(faults, path + ".region", region, LONGEST_PLACE),
                Texts.optional(faults, path + ".postalCode", postalCode, LONGEST_POSTAL_CODE),
                country);
    }
}
