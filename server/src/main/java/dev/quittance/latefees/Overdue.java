package dev.quittance.latefees;

import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An overdue invoice that may bear a fee.
 *
 * @param due what is still to be paid
 * @param taxCategory of most of what it bills; null where that is not taxed
 */
record Overdue(
        UUID invoice,
        String number,
        UUID customer,
        LocalDate dueOn,
        Money due,
        @Nullable UUID taxCategory) {}
