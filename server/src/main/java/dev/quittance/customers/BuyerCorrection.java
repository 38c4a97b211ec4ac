package dev.quittance.customers;

import dev.quittance.organization.Address;
import dev.quittance.platform.Faults;
import org.jspecify.annotations.Nullable;

/** What documents show of a customer, put right as a whole: what is null is empty from then on. */
public record BuyerCorrection(
        String name, @Nullable String taxId, @Nullable Address billingAddress) {

    /** The customer once corrected; refuses what can't be accepted, by its path in the input. */
    Customer applied(Customer present) {
        var faults = new Faults();
        var corrected =
                CustomerCheck.checked(
                        new Customer(
                                present.id(),
                                present.externalId(),
                                name,
                                present.email(),
                                present.phone(),
                                present.invoiceRecipients(),
                                billingAddress,
                                present.shippingAddress(),
                                taxId,
                                present.taxExemption(),
                                present.paymentKind(),
                                present.dueDays(),
                                present.currency(),
                                present.locale(),
                                present.timeZone(),
                                present.active(),
                                present.startsOn(),
                                present.endsOn(),
                                present.contractType(),
                                present.salespeople(),
                                present.invoiceNote(),
                                present.purchaseOrder(),
                                present.information(),
                                present.createdAt()),
                        faults);
        var told = new Faults();
        faults.found().forEach(fault -> told.add("buyer." + fault.path(), fault.message()));
        told.orThrow();
        return corrected;
    }
}
