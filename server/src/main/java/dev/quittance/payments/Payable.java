package dev.quittance.payments;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;

/**
 * A posted invoice with what is still to be paid on it.
 *
 * @param dueMinor minor units of the invoice's currency; not below zero
 */
public record Payable(UUID invoice, String number, LocalDate dueOn, long dueMinor) {

    /**
     * Oldest due first, then by number. A shorter number is the earlier one: a series that outgrows
     * its padding goes on with longer ones.
     */
    public static final Comparator<Payable> OLDEST_FIRST =
            Comparator.comparing(Payable::dueOn)
                    .thenComparing(payable -> payable.number().length())
                    .thenComparing(Payable::number);
}
