package dev.quittance.billing;

import dev.quittance.contracting.ComingBills.Coming;
import dev.quittance.invoicing.DraftLine;
import dev.quittance.invoicing.Drafting;
import dev.quittance.invoicing.Drafting.InvoiceDraft;
import dev.quittance.subscriptions.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the bill run will bill a subscription next, at today's prices and rates of tax, if nothing
 * else happens to it.
 *
 * @param on the day it will be billed on
 * @param rounding cash rounding of the total, up or down
 * @param hindrance why it can't be billed as things stand, in words; null when it can
 */
record UpcomingInvoice(
        LocalDate on,
        List<UpcomingLine> lines,
        Money net,
        Money tax,
        Money rounding,
        Money total,
        @Nullable String hindrance) {

    /**
     * One line of it.
     *
     * @param amount without tax
     */
    record UpcomingLine(
            String description,
            BigDecimal quantity,
            Money amount,
            @Nullable Period period,
            List<String> explanation) {

        private static UpcomingLine of(DraftLine line) {
            return new UpcomingLine(
                    line.charge().description(),
                    line.charge().quantity(),
                    line.net(),
                    Period.ofNullable(line.charge().period()),
                    line.explanation().sentences());
        }
    }

    /** Sorted out as a bill run does it; on several invoices, where it would make several. */
    static UpcomingInvoice of(Coming coming, List<Drafting> draftings) {
        var batch = Batch.of(coming.terms(), draftings);
        var drafts = batch.drafts();
        var currency = CurrencyUnit.of(coming.subscription().currency());
        return new UpcomingInvoice(
                coming.on(),
                drafts.stream()
                        .flatMap(draft -> draft.lines().stream())
                        .map(UpcomingLine::of)
                        .toList(),
                sum(drafts, InvoiceDraft::net, currency),
                sum(drafts, InvoiceDraft::tax, currency),
                sum(drafts, InvoiceDraft::rounding, currency),
                sum(drafts, InvoiceDraft::total, currency),
                batch.faults().get(coming.subscription().customer()));
    }

    private static Money sum(
            List<InvoiceDraft> drafts, Function<InvoiceDraft, Money> part, CurrencyUnit currency) {
        return drafts.stream().map(part).reduce(Money.zero(currency), Money::plus);
    }
}
