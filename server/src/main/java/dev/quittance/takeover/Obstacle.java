package dev.quittance.takeover;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a row that reads well from coming in as things stand.
 *
 * @param field the cell that it is told by
 */
record Obstacle(TakeOverField field, String reason) {

    /**
     * How things stand, for a number of rows.
     *
     * @param keys those that came in already
     * @param numbers those that an invoice has
     * @param repeated those that our own series would give again
     * @param unfit why subscriptions can't be billed from a day on
     * @param closedThrough the last day on which nothing can be booked any more
     */
    record Standing(
            Set<String> keys,
            Set<String> numbers,
            Set<String> repeated,
            Map<UUID, String> unfit,
            @Nullable LocalDate closedThrough) {}

    static @Nullable Obstacle of(TakeOverRow.Placed one, Standing now) {
        return switch (one.row().kind()) {
            case OPEN_INVOICES -> invoice(one.row(), now);
            case OPENING_BALANCES -> balance(one, now);
            case NEXT_BILLING_DATES -> billing(one, now);
        };
    }

    private static @Nullable Obstacle invoice(TakeOverRow row, Standing now) {
        return now.numbers().contains(row.number())
                ? new Obstacle(
                        TakeOverField.NUMBER,
                        "An invoice with the number %s is there already. Leave the row out"
                                .formatted(row.number()))
                : now.repeated().contains(row.number())
                        ? new Obstacle(
                                TakeOverField.NUMBER,
                                "Our own series would give the number %s again. Set its first number above it first"
                                        .formatted(row.number()))
                        : closed(row, TakeOverField.ISSUED_ON, now);
    }

    private static @Nullable Obstacle balance(TakeOverRow.Placed one, Standing now) {
        var row = one.row();
        return now.keys().contains(one.key())
                ? new Obstacle(
                        TakeOverField.CUSTOMER,
                        "The customer's opening balance in %s is taken over already. Leave the row out"
                                .formatted(one.currency()))
                : row.debt() && now.numbers().contains(row.number())
                        ? new Obstacle(
                                TakeOverField.CUSTOMER,
                                "An invoice with the number %s is there already"
                                        .formatted(row.number()))
                        : closed(row, TakeOverField.AS_OF, now);
    }

    private static @Nullable Obstacle billing(TakeOverRow.Placed one, Standing now) {
        var why = one.subscription() == null ? null : now.unfit().get(one.subscription());
        var field =
                one.row().subscription() == null
                        ? TakeOverField.CUSTOMER
                        : TakeOverField.SUBSCRIPTION;
        return why == null ? null : new Obstacle(field, why);
    }

    private static @Nullable Obstacle closed(TakeOverRow row, TakeOverField field, Standing now) {
        return now.closedThrough() == null || row.on().isAfter(now.closedThrough())
                ? null
                : new Obstacle(
                        field,
                        "The books are closed through %s, and this would be booked on %s. Open the month again, or check with a later day"
                                .formatted(now.closedThrough(), row.on()));
    }
}
