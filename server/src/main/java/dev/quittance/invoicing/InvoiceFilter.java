package dev.quittance.invoicing;

import dev.quittance.platform.Caller;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which invoices to list; everything given must match. */
public record InvoiceFilter(
        @Nullable List<InvoiceStatus> statuses,
        @Nullable Boolean outstanding,
        @Nullable Boolean overdue,
        @Nullable LocalDate issuedFrom,
        @Nullable LocalDate issuedUntil,
        @Nullable UUID subscriptionId,
        @Nullable UUID customerId,
        @Nullable String search) {

    /** All of them. */
    public static final InvoiceFilter ALL =
            new InvoiceFilter(null, null, null, null, null, null, null, null);

    /** What is asked for, or all. */
    static InvoiceFilter orAll(@Nullable InvoiceFilter filter) {
        return filter == null ? ALL : filter;
    }

    /** The same for a caller who may be bound to one customer. */
    InvoiceFilter seenBy(Caller caller) {
        var only = caller.customer();
        return only == null ? this : of(only);
    }

    /** The same among one customer's invoices. */
    InvoiceFilter of(UUID customer) {
        return new InvoiceFilter(
                statuses,
                outstanding,
                overdue,
                issuedFrom,
                issuedUntil,
                subscriptionId,
                customer,
                search);
    }

    boolean onlyOverdue() {
        return Boolean.TRUE.equals(overdue);
    }

    boolean searches() {
        return search != null && !search.isBlank();
    }

    /** The beginning of the numbers searched for. */
    String prefix() {
        return search == null ? "" : search.strip().toUpperCase(Locale.ROOT);
    }
}
