package dev.quittance.statements;

import dev.quittance.ledger.Account;
import dev.quittance.ledger.Booking;
import dev.quittance.ledger.SourceKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a row of a statement is about. */
public enum StatementRowKind {
    INVOICE("Invoice"),
    /** Charges that were added to a bill. */
    SUPPLEMENTARY_INVOICE("Supplementary invoice"),
    CREDIT_NOTE("Credit note"),
    /** The document that voids an invoice. */
    CANCELLATION("Cancellation"),
    PAYMENT("Payment"),
    /** A deposit to the account. */
    TOP_UP("Funds added"),
    /** A payment that did not last: put back, bounced, disputed. */
    PAYMENT_REVERSED("Payment reversed"),
    /** It lasted after all. */
    REVERSAL_WON("Reversal undone"),
    /** Money on its way back to the customer. */
    REFUND("Refund"),
    /** It did not get there. */
    REFUND_FAILED("Refund not sent"),
    WRITE_OFF("Written off"),
    /** A written-off rest is owed after all. */
    RECOVERY("Owed again"),
    /** Brought over from another system. */
    OPENING_BALANCE("Opening balance");

    private static final Set<Account> CUSTOMERS =
            EnumSet.of(Account.RECEIVABLE, Account.CUSTOMER_CREDIT);

    private final String label;

    StatementRowKind(String label) {
        this.label = label;
    }

    /** As it is written on a statement. */
    public String label() {
        return label;
    }

    /**
     * The bookings that change what a customer owes in all. Between the two accounts that make up
     * the balance money only changes place: those are the allocations.
     */
    static List<Booking> moving() {
        return Arrays.stream(Booking.values())
                .filter(one -> CUSTOMERS.contains(one.debit()) != CUSTOMERS.contains(one.credit()))
                .toList();
    }

    /**
     * What the transfers of {@code booking} are about.
     *
     * @param special whether the invoice adds to another, or the payment is for no invoice
     */
    static StatementRowKind of(Booking booking, SourceKind source, boolean special) {
        return switch (booking) {
            case INVOICE_LINE, INVOICE_TAX, INVOICE_ROUNDING ->
                    special ? SUPPLEMENTARY_INVOICE : INVOICE;
            case CREDIT_LINE, CREDIT_TAX, CREDIT_ROUNDING ->
                    source == SourceKind.CANCELLATION ? CANCELLATION : CREDIT_NOTE;
            case PAYMENT_RECEIVED -> special ? TOP_UP : PAYMENT;
            case PAYMENT_REVERSED -> PAYMENT_REVERSED;
            case REVERSAL_WON -> REVERSAL_WON;
            case REFUND_BEGUN -> REFUND;
            case REFUND_FAILED, REFUND_RETURNED -> REFUND_FAILED;
            case WRITTEN_OFF -> WRITE_OFF;
            case RECOVERED -> RECOVERY;
            case OPENING_RECEIVABLE, OPENING_CREDIT -> OPENING_BALANCE;
            case ALLOCATED,
                    ALLOCATION_UNDONE,
                    REFUND_SETTLED,
                    GATEWAY_FEE,
                    GATEWAY_FEE_RETURNED,
                    PAYOUT,
                    PAYOUT_RETURNED,
                    BANK_CAME_IN,
                    BANK_WENT_OUT ->
                    throw new IllegalArgumentException(
                            "%s moves no customer's balance".formatted(booking));
        };
    }
}
