package dev.quittance.ledger;

/**
 * The accounts between which money moves, each kept per customer and currency.
 *
 * <p>Two of them have a stored balance: a debit raises {@link #RECEIVABLE}, a credit raises {@link
 * #CUSTOMER_CREDIT}.
 */
public enum Account {
    /** What the customer owes on posted invoices. */
    RECEIVABLE,
    /** What was billed without tax; recognised by month from the service periods. */
    REVENUE,
    /** Tax that was billed and is owed to the state. */
    TAX_PAYABLE,
    /** What the customer has paid in or was credited and has not used. */
    CUSTOMER_CREDIT,
    /** Money on its way between the customer and the bank. */
    CLEARING,
    /** Refunds that have begun and are not settled. */
    REFUND_PENDING,
    /** What gateways keep for their service. */
    FEES,
    /** Money that has arrived at the bank. */
    BANK,
    /** Receivables that were given up. */
    BAD_DEBT,
    /** Differences from cash rounding. */
    ROUNDING,
    /** Balances brought over from another system. */
    OPENING;

    /**
     * By how much a transfer from {@code debit} to {@code credit} raises what is owed, per unit.
     */
    static int receivable(Account debit, Account credit) {
        return sign(debit == RECEIVABLE, credit == RECEIVABLE);
    }

    /** By how much a transfer from {@code debit} to {@code credit} raises the account credit. */
    static int customerCredit(Account debit, Account credit) {
        return sign(credit == CUSTOMER_CREDIT, debit == CUSTOMER_CREDIT);
    }

    private static int sign(boolean raises, boolean lowers) {
        return (raises ? 1 : 0) - (lowers ? 1 : 0);
    }
}
