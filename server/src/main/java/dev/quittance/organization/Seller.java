package dev.quittance.organization;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The merchant as a posted document shows it: what was true on the day of posting, for good. */
public record Seller(
        String name,
        String legalName,
        Address address,
        @Nullable String taxId,
        String email,
        @Nullable String phone,
        @Nullable String website,
        String accentColor,
        List<BankDetail> bankDetails,
        @Nullable String documentFooter,
        @Nullable String logo) {

    public Seller {
        bankDetails = List.copyOf(bankDetails);
    }
}
