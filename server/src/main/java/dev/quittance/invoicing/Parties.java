package dev.quittance.invoicing;

import dev.quittance.documents.DocumentPicture.Party;
import dev.quittance.organization.Address;
import dev.quittance.organization.Seller;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the parties of a document are written, with their addresses as their post expects them. */
public final class Parties {
    /** Where the postal code follows the town. */
    private static final Set<String> CODE_LAST =
            Set.of("US", "CA", "AU", "GB", "IE", "IN", "NZ", "ZA", "SG", "HK", "PK", "NG");

    private Parties() {}

    public static Party seller(String heading, Seller seller) {
        var lines = lines(seller.address(), seller.taxId(), seller.email());
        if (seller.phone() != null) {
            lines.add(seller.phone());
        }
        if (seller.website() != null) {
            lines.add(seller.website());
        }
        return new Party(heading, seller.legalName(), lines);
    }

    public static Party buyer(String heading, DocumentParty buyer) {
        return new Party(
                heading, buyer.name(), lines(buyer.address(), buyer.taxId(), buyer.email()));
    }

    private static List<String> lines(
            @Nullable Address address, @Nullable String taxId, @Nullable String email) {
        var lines = new ArrayList<String>();
        if (address != null) {
            Stream.of(address.name(), address.line1(), address.line2(), town(address))
                    .filter(line -> line != null && !line.isBlank())
                    .forEach(lines::add);
            lines.add(Locale.of("", address.country()).getDisplayCountry(Locale.ENGLISH));
        }
        if (taxId != null) {
            lines.add("Tax ID " + taxId);
        }
        if (email != null) {
            lines.add(email);
        }
        return lines;
    }

    private static String town(Address address) {
        return CODE_LAST.contains(address.country())
                ? joined(" ", joined(", ", address.city(), address.region()), address.postalCode())
                : joined(", ", joined(" ", address.postalCode(), address.city()), address.region());
    }

    private static String joined(String between, @Nullable String one, @Nullable String other) {
        return Stream.of(one == null ? "" : one, other == null ? "" : other)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(between));
    }
}
