package dev.quittance.billing;

import java.time.Instant;
import java.util.UUID;

/**
 * A customer that could not be billed and waits for somebody to look at it.
 *
 * @param reason in words, with the remedy
 */
public record ParkedCustomer(UUID customer, String customerName, String reason, Instant parkedAt) {}
