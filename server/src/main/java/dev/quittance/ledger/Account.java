package dev.quittance.ledger;

/**
 * The accounts between which money moves, each kept per customer and currency.
 *
 * <p>Three of them have a stored balance: a debit raises {@link #RECEIVABLE}, a credit raises
 * {@link #CUSTOMER_CREDIT} and {@link #REFUND_PENDING}.
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
    OPENING
}
