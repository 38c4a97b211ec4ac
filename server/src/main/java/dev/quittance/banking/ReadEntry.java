package dev.quittance.banking;

import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An entry as a file tells it.
 *
 * @param reversal it takes back an earlier entry
 * @param remittance what the payer wrote, on one line
 * @param reference the structured reference of the creditor
 * @param bankReference the bank's own, which is unique where it is given
 * @param ordinal counts the transactions of a batch that bear one bank reference
 */
record ReadEntry(
        int line,
        LocalDate bookedOn,
        LocalDate valueOn,
        Money amount,
        Direction direction,
        boolean reversal,
        Party party,
        String remittance,
        @Nullable String reference,
        @Nullable String endToEndId,
        @Nullable String bankReference,
        int ordinal,
        @Nullable String returnReason) {

    /** What it adds to the balance. */
    Money signed() {
        return direction == Direction.CREDIT ? amount : amount.negated();
    }
}
