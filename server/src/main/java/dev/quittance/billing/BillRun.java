package dev.quittance.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One pass over all subscriptions that are due.
 *
 * @param status derived: interrupted when its worker has not been heard of
 * @param day up to which periods are billed
 * @param zone the billing zone of a nightly run; null for all
 * @param due how many subscriptions are due
 * @param done how many of them are done, billed or not
 * @param totals by currency
 */
public record BillRun(
        UUID id,
        BillRunKind kind,
        BillRunStatus status,
        LocalDate day,
        @Nullable String zone,
        String startedBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        int due,
        int done,
        int invoiceCount,
        int parkedCount,
        List<Money> totals) {

    public BillRun {
        totals = List.copyOf(totals);
    }
}
