package dev.quittance.disputes;

import dev.quittance.invoicing.Invoice;
import dev.quittance.invoicing.InvoiceStatus;
import dev.quittance.payments.Allocation;
import dev.quittance.payments.AllocationPlan.Share;
import dev.quittance.platform.Amounts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Where the money of a dispute is taken from: first what the payment left over as credit, as far as
 * it is there, then what it paid on invoices, the latest first. What is used up otherwise takes the
 * credit below zero.
 *
 * @param fromInvoices what is taken back from invoices in all
 * @param shares by invoice
 */
record DisputeTerms(Money fromInvoices, Map<UUID, Money> shares) {

    /**
     * @param amount what the payer's bank took
     * @param rest what the payment left over as credit and is still there
     * @param paid what the payment pays now, oldest first
     */
    static DisputeTerms of(Money amount, Money rest, List<Allocation> paid) {
        var shares = new LinkedHashMap<UUID, Money>();
        var left = amount.minus(smaller(amount, rest));
        var taken = Money.zero(amount.getCurrencyUnit());
        for (var part : paid.reversed()) {
            var its = smaller(left, part.amount());
            if (its.isPositive()) {
                shares.merge(part.invoice(), its, Money::plus);
                left = left.minus(its);
                taken = taken.plus(its);
            }
        }
        return new DisputeTerms(taken, shares);
    }

    /**
     * What money that came back pays again: each invoice that had lost it, at most what is due of
     * it now and what credit is there.
     */
    static List<Share> again(List<DisputedShare> lost, Map<UUID, Invoice> invoices, Money credit) {
        var shares = new ArrayList<Share>();
        var left = credit;
        for (var one : lost) {
            var its =
                    smaller(smaller(one.amount(), due(invoices.get(one.invoiceId()), left)), left);
            if (its.isPositive()) {
                shares.add(new Share(one.invoiceId(), Amounts.minor(its)));
                left = left.minus(its);
            }
        }
        return List.copyOf(shares);
    }

    private static Money due(@Nullable Invoice invoice, Money like) {
        return invoice != null && invoice.status() == InvoiceStatus.OPEN
                ? invoice.amountDue()
                : Money.zero(like.getCurrencyUnit());
    }

    private static Money smaller(Money one, Money other) {
        return one.isLessThan(other) ? one : other;
    }
}
