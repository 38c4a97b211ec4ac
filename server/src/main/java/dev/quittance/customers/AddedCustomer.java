package dev.quittance.customers;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer that was added, with the billing group and the contact that came with it. */
public record AddedCustomer(Customer customer, UUID billingGroup, @Nullable Contact contact) {}
