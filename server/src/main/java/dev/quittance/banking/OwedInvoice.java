package dev.quittance.banking;

import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;

/**
 * An invoice as matching sees it.
 *
 * @param owed what is unpaid, given up or not
 */
record OwedInvoice(UUID id, String number, UUID customer, LocalDate dueOn, Money owed) {}
