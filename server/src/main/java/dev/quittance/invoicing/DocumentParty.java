package dev.quittance.invoicing;

import dev.quittance.customers.Customer;
import dev.quittance.organization.Address;
import dev.quittance.organization.Seller;
import org.jspecify.annotations.Nullable;

/**
 * A party of a document as it was when it was posted.
 *
 * @param locale the language of the document; null for the seller
 */
public record DocumentParty(
        String name,
        @Nullable Address address,
        @Nullable String taxId,
        @Nullable String email,
        @Nullable String locale) {

    static DocumentParty of(Customer customer) {
        return new DocumentParty(
                customer.name(),
                customer.billingAddress(),
                customer.taxId(),
                customer.email(),
                customer.locale());
    }

    static DocumentParty of(Seller seller) {
        return new DocumentParty(
                seller.legalName(), seller.address(), seller.taxId(), seller.email(), null);
    }
}
