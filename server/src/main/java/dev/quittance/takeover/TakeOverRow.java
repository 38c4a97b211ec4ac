package dev.quittance.takeover;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A row that could be read: an open invoice, an opening balance or a next billing date.
 *
 * @param amount above zero what the customer owes, below zero what is owed to them
 * @param on the day as of which it is owed, or from which is billed
 */
record TakeOverRow(
        int line,
        TakeOverKind kind,
        @Nullable String customerKey,
        @Nullable String subscription,
        String number,
        LocalDate issuedOn,
        LocalDate dueOn,
        LocalDate on,
        @Nullable Money total,
        @Nullable Money amount,
        List<Part> parts,
        @Nullable String paymentReference,
        String description) {

    /** Net and tax at one rate. */
    record Part(Money net, BigDecimal percent, Money tax) {}

    TakeOverRow {
        parts = List.copyOf(parts);
    }

    /** Whether the customer owes it. */
    boolean debt() {
        return amount != null && amount.isPositive();
    }

    /** The same under this number. */
    TakeOverRow numbered(String name) {
        return new TakeOverRow(
                line,
                kind,
                customerKey,
                subscription,
                name,
                issuedOn,
                dueOn,
                on,
                total,
                amount,
                parts,
                paymentReference,
                description);
    }

    /** The row with whom and what it concerns. */
    record Placed(
            TakeOverRow row,
            UUID customer,
            @Nullable UUID subscription,
            String key,
            String currency) {}
}
