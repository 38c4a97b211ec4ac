package dev.quittance.ledger;

import org.joda.money.Money;

/** A stored balance that is not what its transfers add up to. */
record BalanceDifference(
        String customer,
        Money receivable,
        Money bookedReceivable,
        Money credit,
        Money bookedCredit) {

    String sentence() {
        return receivable.equals(bookedReceivable)
                ? sentence("available credit", credit, bookedCredit)
                : sentence("open on invoices", receivable, bookedReceivable);
    }

    private String sentence(String what, Money stored, Money booked) {
        return "%s: %s is stored as %s, but the transfers add up to %s."
                .formatted(customer, what, stored, booked);
    }
}
