package dev.quittance.collection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;

/**
 * Something that raised a customer's account credit.
 *
 * @param number of the document it stands on
 * @param document the credit note or the payment
 * @param amount what it left as credit at first
 * @param left how much of that is still there
 */
record CreditSource(
        Kind kind, UUID document, String number, LocalDate on, Money amount, Money left) {

    /** What raises account credit. */
    enum Kind {
        CREDIT_NOTE,
        TOP_UP,
        /** What a payment left over. */
        OVERPAYMENT,
        /** What the customer had to their credit with the former billing system. */
        OPENING_BALANCE
    }

    /**
     * Says of what the credit consists: the oldest is used first, so what is there is the newest.
     *
     * @param newestFirst with nothing left yet
     */
    static List<CreditSource> attributed(List<CreditSource> newestFirst, Money credit) {
        var found = new ArrayList<CreditSource>();
        var left = credit;
        for (var source : newestFirst) {
            var its = source.amount().isLessThan(left) ? source.amount() : left;
            if (its.isPositive()) {
                found.add(source.withLeft(its));
                left = left.minus(its);
            }
        }
        return List.copyOf(found);
    }

    private CreditSource withLeft(Money its) {
        return new CreditSource(kind, document, number, on, amount, its);
    }
}
