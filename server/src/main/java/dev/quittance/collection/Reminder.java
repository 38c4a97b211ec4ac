package dev.quittance.collection;

import java.util.UUID;

/**
 * A reminder of an invoice that nobody charges.
 *
 * @param days after its due date; below zero before it
 */
record Reminder(UUID id, UUID invoice, UUID customer, int days) {}
