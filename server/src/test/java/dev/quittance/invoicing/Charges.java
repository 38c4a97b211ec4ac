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

    static ItemCharge of(Money amount, @Nullable UUID category, boolean inclusive) {
        return new ItemCharge(
                Ids.next(),
                Ids.next(),
                ChargeKind.PLAN,
                "Broadband",
                BigDecimal.ONE,
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
                        amount.getAmount()));
    }
}
