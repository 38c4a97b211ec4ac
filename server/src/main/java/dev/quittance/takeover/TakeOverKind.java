package dev.quittance.takeover;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What the rows of a file from another billing system are. */
enum TakeOverKind {
    OPEN_INVOICES,
    /** Credits of customers, and debts without a document. */
    OPENING_BALANCES,
    /** From which day a subscription is billed here. */
    NEXT_BILLING_DATES;

    static final Set<String> NAMES =
            Arrays.stream(values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    /** Whether its rows are money. */
    boolean money() {
        return this != NEXT_BILLING_DATES;
    }
}
