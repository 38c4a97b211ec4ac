package dev.quittance.latefees;

import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;

/**
 * An overdue invoice that may bear a fee.
 *
 * @param due what is still to be paid
 */
record Overdue(UUID invoice, String number, UUID customer, LocalDate dueOn, Money due) {}
