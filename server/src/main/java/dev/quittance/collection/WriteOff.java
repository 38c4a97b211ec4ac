package dev.quittance.collection;

import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;

/**
 * The rest of an invoice that was given up.
 *
 * @param reason why, in staff's words
 */
public record WriteOff(
        UUID id, UUID invoice, UUID customer, Money amount, String reason, LocalDate madeOn) {}
