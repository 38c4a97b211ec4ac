package dev.quittance.customers;

import java.util.ArrayList;
import java.util.List;

/** Why a customer can't be billed as they are, each fault in words with its remedy. */
final class BillingFaults {
    private BillingFaults() {}

    /** The search for faulty customers in {@code CustomerSearch} asks the same of the database. */
    static List<String> of(Customer customer, boolean hasBillingGroup) {
        var faults = new ArrayList<String>();
        if (!hasBillingGroup) {
            faults.add("There is no billing group. Add one for the charges to be invoiced in.");
        }
        if (customer.taxId() != null && customer.billingAddress() == null) {
            faults.add(
                    "There is a tax id but no billing address, and an invoice must show both. Add"
                            + " the billing address, or take the tax id away.");
        }
        return List.copyOf(faults);
    }
}
