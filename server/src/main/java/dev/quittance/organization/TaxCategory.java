package dev.quittance.organization;

import java.util.UUID;

/**
 * A kind of goods or services that is taxed alike.
 *
 * @param treatment how they are usually classed, proposed for the rates
 */
public record TaxCategory(UUID id, String name, TaxTreatment treatment) {}
