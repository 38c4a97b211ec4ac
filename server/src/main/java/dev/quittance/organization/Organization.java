package dev.quittance.organization;

import java.time.ZoneId;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * The merchant who runs this installation.
 *
 * @param timeZone where business days begin and end
 * @param accentColor {@code #2f6fed}
 * @param dueDays until an invoice is due, unless the customer has other terms
 * @param logo a data URL, PNG or JPEG
 * @param version counts the changes
 */
public record Organization(
        String name,
        String legalName,
        Address address,
        @Nullable String taxId,
        String email,
        @Nullable String phone,
        @Nullable String website,
        String timeZone,
        String accentColor,
        List<BankDetail> bankDetails,
        CurrencyUnit defaultCurrency,
        int dueDays,
        @Nullable String documentFooter,
        @Nullable String logo,
        long version) {

    public Organization {
        bankDetails = List.copyOf(bankDetails);
    }

    /** The zone in which business days begin and end. */
    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }
}
