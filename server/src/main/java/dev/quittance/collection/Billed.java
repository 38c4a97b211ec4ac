package dev.quittance.collection;

import static java.util.Objects.requireNonNull;

import dev.quittance.invoicing.InvoiceStatus;
import dev.quittance.payments.Payable;
import dev.quittance.platform.Amounts;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Faults;
import dev.quittance.platform.NotFound;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Posted invoices of one customer and one currency that are to be paid in one go. */
record Billed(UUID customer, CurrencyUnit currency, List<BilledInvoice> invoices) {

    /** So many invoices can be paid in one go. */
    static final int MOST = 1000;

    private static final String PATH = "invoiceIds";

    /** Refuses too few or too many before anything is read. */
    static List<UUID> checked(Collection<UUID> ids) {
        var distinct = ids.stream().distinct().toList();
        var faults = new Faults();
        faults.check(!distinct.isEmpty(), PATH, "must name at least one invoice");
        faults.check(
                distinct.size() <= MOST, PATH, "must name at most %d invoices".formatted(MOST));
        faults.orThrow();
        return distinct;
    }

    /** Refuses what is not there, not the caller's, not posted, or of several owners. */
    static Billed of(Collection<UUID> asked, List<BilledInvoice> found, Caller caller) {
        var own = found.stream().filter(invoice -> mayKnow(caller, invoice)).toList();
        if (own.size() != asked.size() || own.isEmpty()) {
            throw new NotFound("invoice");
        }
        var first = own.getFirst();
        var currency = first.due().getCurrencyUnit();
        var faults = new Faults();
        faults.check(
                own.stream().noneMatch(invoice -> invoice.status() == InvoiceStatus.DRAFT),
                PATH,
                "must not name drafts: only posted invoices can be paid");
        faults.check(
                own.stream().allMatch(invoice -> invoice.customer().equals(first.customer())),
                PATH,
                "must be invoices of one customer");
        faults.check(
                own.stream().allMatch(invoice -> invoice.due().getCurrencyUnit().equals(currency)),
                PATH,
                "must be invoices of one currency; pay each currency by itself");
        faults.orThrow();
        return new Billed(first.customer(), currency, own);
    }

    /** What is due, oldest first. A void or written-off invoice is not collected. */
    List<Payable> payables() {
        return payables(BilledInvoice::due);
    }

    /**
     * What is unpaid, oldest first, written-off invoices too: money for them may come after all.
     */
    List<Payable> owed() {
        return payables(BilledInvoice::owed);
    }

    private List<Payable> payables(Function<BilledInvoice, Money> unpaid) {
        return invoices.stream()
                .filter(invoice -> unpaid.apply(invoice).isPositive())
                .map(
                        invoice ->
                                new Payable(
                                        invoice.id(),
                                        requireNonNull(invoice.number()),
                                        requireNonNull(invoice.dueOn()),
                                        Amounts.minor(unpaid.apply(invoice))))
                .sorted(Payable.OLDEST_FIRST)
                .toList();
    }

    List<UUID> ids() {
        return invoices.stream().map(BilledInvoice::id).toList();
    }

    /** Customers don't learn of drafts. */
    private static boolean mayKnow(Caller caller, BilledInvoice invoice) {
        return caller.owns(invoice.customer())
                && (caller.customer() == null || invoice.status() != InvoiceStatus.DRAFT);
    }
}
