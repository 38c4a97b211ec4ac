package dev.quittance.books;

import dev.quittance.ledger.Account;
import dev.quittance.ledger.SourceKind;
import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Which transfers are wanted. What is left out is not restricted. */
record TransferFilter(
        CurrencyUnit currency,
        @Nullable Account account,
        @Nullable UUID customerId,
        @Nullable SourceKind sourceKind,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2200, 12, 31);

    LocalDate first() {
        return from == null ? FIRST : from;
    }

    LocalDate last() {
        return to == null ? LAST : to;
    }

    /** Whether the rows are all that moved the account, so that they have a running balance. */
    boolean isWholeAccount() {
        return account != null && sourceKind == null;
    }
}
