package dev.quittance.invoicing;

import dev.quittance.catalog.Interval;
import dev.quittance.catalog.IntervalUnit;
import dev.quittance.platform.Days;
import dev.quittance.platform.Ids;
import dev.quittance.subscriptions.ChargeKind;
import dev.quittance.subscriptions.Explanation;
import dev.quittance.subscriptions.ItemCharge;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Charges for tests. */
final class Charges {
    static final UUID CATEGORY = UUID.fromString("00000000-0000-0000-0000-00000000000c");
    static final Days MARCH = new Days(LocalDate.of(2027, 3, 1), LocalDate.of(2027, 4, 1));

    private Charges() {}

    /** One whole month of something, without tax. */
    static ItemCharge of(String amount) {
        return of(Money.parse(amount), CATEGORY, false);
    }

    static ItemCharge inclusive(String amount) {
        return of(Money.parse(amount), CATEGORY, true);
    }

    /** The same for other days. */
    static ItemCharge during(ItemCharge charge, LocalDate from, LocalDate until) {
        return with(charge, new Days(from, until));
    }

    /** The same without days. */
    static ItemCharge onceOff(ItemCharge charge) {
        return with(charge, null);
    }

    private static ItemCharge with(ItemCharge charge, @Nullable Days days) {
        return new ItemCharge(
                charge.subscription(),
                charge.item(),
                charge.kind(),
                charge.description(),
                charge.quantity(),
                charge.unitPrice(),
                charge.amount(),
                days,
                charge.taxCategory(),
                charge.taxInclusive(),
                charge.explanation());
    }

    static ItemCharge of(Money amount, @Nullable UUID category, boolean inclusive) {
        return of(amount, category, inclusive, BigDecimal.ONE);
    }

    /** So many units that cost {@code amount} together. */
    static ItemCharge of(
            Money amount, @Nullable UUID category, boolean inclusive, BigDecimal quantity) {
        return new ItemCharge(
                Ids.next(),
                Ids.next(),
                ChargeKind.PLAN,
                "Broadband",
                quantity,
                amount.getAmount(),
                amount,
                MARCH,
                category,
                inclusive,
                new Explanation.Recurring(
                        amount.getCurrencyUnit().getCode(),
                        BigDecimal.ONE,
                        amount.getAmount(),
                        false,
                        new Interval(1, IntervalUnit.MONTH),
                        31,
                        31,
                        amount.getAmount(),
                        null,
                        null));
    }
}
