package dev.quittance.ledger;

import dev.quittance.platform.Amounts;
import dev.quittance.platform.Days;
import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A movement of money that is to be booked.
 *
 * @param amount not zero; below zero only where the booking goes both ways
 * @param part tells apart transfers of one source for one booking; together they are booked once
 * @param servicePeriod the days that were billed or given back, where there are any
 */
public record NewTransfer(
        Booking booking,
        UUID customer,
        Money amount,
        SourceKind sourceKind,
        UUID sourceId,
        int part,
        LocalDate bookedOn,
        @Nullable Days servicePeriod) {

    public NewTransfer {
        if (amount.isZero() || amount.isNegative() && !booking.bothWays()) {
            throw new IllegalArgumentException("%s of %s".formatted(booking, amount));
        }
    }

    /** The one transfer of its source for this booking. */
    public static NewTransfer of(
            Booking booking,
            UUID customer,
            Money amount,
            SourceKind sourceKind,
            UUID sourceId,
            LocalDate bookedOn) {
        return new NewTransfer(booking, customer, amount, sourceKind, sourceId, 0, bookedOn, null);
    }

    Account debit() {
        return amount.isPositive() ? booking.debit() : booking.credit();
    }

    Account credit() {
        return amount.isPositive() ? booking.credit() : booking.debit();
    }

    /** Always above zero. */
    long minor() {
        return Amounts.minor(amount.abs());
    }

    String currency() {
        return amount.getCurrencyUnit().getCode();
    }
}
