package dev.quittance.customers;

import java.util.UUID;

/** Another customer that a person of the portal may switch to: its name, and nothing else of it. */
record OtherCustomer(UUID id, String name) {}
