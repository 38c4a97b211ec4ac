package dev.quittance.customers;

import static java.util.Objects.requireNonNullElse;

import dev.quittance.organization.Address;
import dev.quittance.organization.Organization;
import dev.quittance.platform.Faults;
import dev.quittance.platform.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * A customer to be added.
 *
 * @param dueDays the organisation's when null
 * @param currency the organisation's when null
 * @param locale English when null
 * @param contact the primary contact
 */
public record NewCustomer(
        @Nullable String externalId,
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable List<String> invoiceRecipients,
        @Nullable Address billingAddress,
        @Nullable Address shippingAddress,
        @Nullable String taxId,
        @Nullable TaxExemption taxExemption,
        PaymentKind paymentKind,
        @Nullable Integer dueDays,
        @Nullable CurrencyUnit currency,
        @Nullable String locale,
        @Nullable String timeZone,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable String contractType,
        @Nullable List<String> salespeople,
        @Nullable String invoiceNote,
        @Nullable String purchaseOrder,
        @Nullable String information,
        @Nullable NewContact contact) {

    /** Notes what can't be accepted, by the paths of this record's fields; for dry runs. */
    public void check(Organization organization, Faults faults) {
        checked(organization, faults);
    }

    AddedCustomer checked(Organization organization, Faults faults) {
        var customer = CustomerCheck.checked(customer(organization), faults);
        return new AddedCustomer(
                customer,
                Ids.next(),
                contact == null
                        ? null
                        : contact.checked(customer.id(), ContactRole.PRIMARY, faults, "contact."));
    }

    private Customer customer(Organization organization) {
        return new Customer(
                Ids.next(),
                externalId,
                name,
                email,
                phone,
                requireNonNullElse(invoiceRecipients, List.of()),
                billingAddress,
                shippingAddress,
                taxId,
                taxExemption,
                paymentKind,
                requireNonNullElse(dueDays, organization.dueDays()),
                requireNonNullElse(currency, organization.defaultCurrency()),
                requireNonNullElse(locale, "en"),
                timeZone,
                true,
                startsOn,
                endsOn,
                contractType,
                requireNonNullElse(salespeople, List.of()),
                invoiceNote,
                purchaseOrder,
                information,
                // As precise as the database keeps it.
                Instant.now().truncatedTo(ChronoUnit.MICROS));
    }
}
