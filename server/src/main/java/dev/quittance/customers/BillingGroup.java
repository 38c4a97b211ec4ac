package dev.quittance.customers;

import java.util.UUID;

/**
 * Charges of a group share invoices.
 *
 * @param standard whether it is the one used unless another is named
 */
public record BillingGroup(UUID id, UUID customer, String name, boolean standard) {}
