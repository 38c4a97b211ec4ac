package dev.quittance.latefees;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A step that has come, with the fee that was made; of nothing where there was none to make.
 *
 * @param invoice that is late
 * @param days after its due date
 * @param due what was to be paid then
 * @param percent of it; null where the amount is fixed
 * @param net without tax
 * @param feeInvoice the invoice that bills it; null where there is none
 * @param waived whether all of it was given back
 */
record MadeFee(
        UUID id,
        UUID invoice,
        int step,
        UUID customer,
        LocalDate madeOn,
        int days,
        Money due,
        @Nullable BigDecimal percent,
        Money net,
        @Nullable UUID feeInvoice,
        boolean waived) {

    MadeFee {
        percent = percent == null ? null : LateFeeRule.plain(percent);
    }

    /** As it stands on the invoice that bills it. */
    static String description(Overdue late, LateFee fee, int days) {
        return "Late fee for invoice %s, %s overdue%s"
                .formatted(
                        late.number(),
                        days == 1 ? "1 day" : days + " days",
                        fee.reason(late.due()).map(": "::concat).orElse(""));
    }
}
