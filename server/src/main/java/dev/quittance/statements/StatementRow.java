package dev.quittance.statements;

import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One document, or money that moved, on a statement.
 *
 * @param number the document's; of a write-off that of its invoice; null where there is none
 * @param reference what else helps to recognise it: a purchase order, how it was paid, the number
 *     of the document that it is about
 * @param dueOn of invoices
 * @param valueOn the day the money moved, where it is known to be another
 * @param amount above zero it raises what is owed to the merchant
 * @param balance owed to the merchant after this row
 * @param place its place among the rows of one day
 */
public record StatementRow(
        LocalDate bookedOn,
        StatementRowKind kind,
        @Nullable String number,
        @Nullable String reference,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate valueOn,
        @Nullable UUID invoiceId,
        @Nullable UUID creditNoteId,
        @Nullable UUID paymentId,
        Money amount,
        Money balance,
        String place) {

    /** What it adds to what is owed; null when it lowers it. */
    public @Nullable Money charge() {
        return amount.isNegative() ? null : amount;
    }

    /** What it takes off what is owed, above zero; null when it doesn't. */
    public @Nullable Money credit() {
        return amount.isNegative() ? amount.negated() : null;
    }
}
