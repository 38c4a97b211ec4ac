package dev.quittance.ledger;

import static dev.quittance.ledger.Account.*;

/**
 * Why money moves, and between which accounts. The database knows the same list and refuses every
 * other pair of accounts.
 */
public enum Booking {
    /** A line of a posted invoice, without tax; below zero it lowers what is billed. */
    INVOICE_LINE(RECEIVABLE, REVENUE, true),
    /** A tax row of a posted invoice. */
    INVOICE_TAX(RECEIVABLE, TAX_PAYABLE, true),
    /** Cash rounding of a posted invoice, up or down. */
    INVOICE_ROUNDING(RECEIVABLE, ROUNDING, true),
    /** A line of a credit note or a cancellation, without tax. */
    CREDIT_LINE(REVENUE, CUSTOMER_CREDIT, true),
    /** A tax row of a credit note or a cancellation. */
    CREDIT_TAX(TAX_PAYABLE, CUSTOMER_CREDIT, true),
    /** Cash rounding of a credit note or a cancellation, up or down. */
    CREDIT_ROUNDING(ROUNDING, CUSTOMER_CREDIT, true),

    /** Money came in: a payment or a top-up. */
    PAYMENT_RECEIVED(CLEARING, CUSTOMER_CREDIT, false),
    /** A payment was reversed, bounced or is disputed, after its allocations were undone. */
    PAYMENT_REVERSED(CUSTOMER_CREDIT, CLEARING, false),
    /** The reversal came to nothing: the dispute was won. */
    REVERSAL_WON(CLEARING, CUSTOMER_CREDIT, false),

    /** Credit pays an invoice. */
    ALLOCATED(CUSTOMER_CREDIT, RECEIVABLE, false),
    /** It does so no longer. */
    ALLOCATION_UNDONE(RECEIVABLE, CUSTOMER_CREDIT, false),

    /** Credit is on its way back to the customer. */
    REFUND_BEGUN(CUSTOMER_CREDIT, REFUND_PENDING, false),
    /** It has left. */
    REFUND_SETTLED(REFUND_PENDING, CLEARING, false),
    /** It could not be paid out and is credit again. */
    REFUND_FAILED(REFUND_PENDING, CUSTOMER_CREDIT, false),
    /** It had left, and came back: it is credit again. */
    REFUND_RETURNED(CLEARING, CUSTOMER_CREDIT, false),

    /** What a gateway keeps of a charge. */
    GATEWAY_FEE(FEES, CLEARING, false),
    /** A fee that the gateway gives back. */
    GATEWAY_FEE_RETURNED(CLEARING, FEES, false),
    /** Money of a payment has arrived at the bank. */
    PAYOUT(BANK, CLEARING, false),
    /** A payout that came back. */
    PAYOUT_RETURNED(CLEARING, BANK, false),
    /**
     * A bank statement shows money that came in; or money that left is not what it was taken for.
     */
    BANK_CAME_IN(BANK, CLEARING, false),
    /**
     * A bank statement shows money that left; or money that came in is not what it was taken for.
     */
    BANK_WENT_OUT(CLEARING, BANK, false),

    /** A receivable is given up. */
    WRITTEN_OFF(BAD_DEBT, RECEIVABLE, false),
    /** It is hoped for again. */
    RECOVERED(RECEIVABLE, BAD_DEBT, false),

    /** What a customer owed before this system kept the books; below zero it takes some back. */
    OPENING_RECEIVABLE(RECEIVABLE, OPENING, true),
    /** What a customer had to their credit before; below zero it takes some back. */
    OPENING_CREDIT(OPENING, CUSTOMER_CREDIT, true);

    private final Account debit;
    private final Account credit;
    private final boolean bothWays;

    Booking(Account debit, Account credit, boolean bothWays) {
        this.debit = debit;
        this.credit = credit;
        this.bothWays = bothWays;
    }

    public Account debit() {
        return debit;
    }

    public Account credit() {
        return credit;
    }

    /** Whether an amount below zero goes from {@link #credit} to {@link #debit}. */
    public boolean bothWays() {
        return bothWays;
    }
}
