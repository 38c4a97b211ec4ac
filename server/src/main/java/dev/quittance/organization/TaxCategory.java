package dev.quittance.organization;

import java.util.UUID;

/** A kind of goods or services that is taxed alike. */
public record TaxCategory(UUID id, String name) {}
