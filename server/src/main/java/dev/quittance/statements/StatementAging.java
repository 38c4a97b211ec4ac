package dev.quittance.statements;

import org.joda.money.Money;

/**
 * What is unpaid on the last day of a statement, by the days since it was due; and the credit that
 * pays nothing yet.
 *
 * @param days30 1 to 30 days overdue
 * @param days60 31 to 60 days
 * @param days90 61 to 90 days
 * @param older more than 90 days
 */
public record StatementAging(
        Money notDue, Money days30, Money days60, Money days90, Money older, Money credit) {

    /** All that is unpaid. */
    public Money unpaid() {
        return notDue.plus(days30).plus(days60).plus(days90).plus(older);
    }
}
