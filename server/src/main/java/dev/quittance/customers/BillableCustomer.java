package dev.quittance.customers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer as the bill run needs it.
 *
 * @param defaultBillingGroup null when there is none, which is a fault
 * @param faults why the customer can't be billed, in words, each with its remedy; empty when all is
 *     well
 */
public record BillableCustomer(
        Customer customer, @Nullable UUID defaultBillingGroup, List<String> faults) {

    public BillableCustomer {
        faults = List.copyOf(faults);
    }

    public UUID id() {
        return customer.id();
    }

    /** Whether the customer is billed on {@code day} by start and end date. */
    public boolean billedOn(LocalDate day) {
        return (customer.startsOn() == null || !day.isBefore(customer.startsOn()))
                && (customer.endsOn() == null || day.isBefore(customer.endsOn()));
    }

    /** Where invoices are mailed to: nowhere for a disabled customer or one without an address. */
    public List<String> recipients() {
        var recipients = new ArrayList<String>();
        if (customer.active()) {
            if (customer.email() != null) {
                recipients.add(customer.email());
            }
            recipients.addAll(customer.invoiceRecipients());
        }
        return recipients.stream().distinct().toList();
    }
}
