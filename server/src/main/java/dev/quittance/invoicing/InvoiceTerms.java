package dev.quittance.invoicing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is special about an invoice that is not just a bill of what fell due.
 *
 * @param id it had before it was posted
 * @param dueDays the customer's when null
 * @param note printed instead of the customer's; empty for none
 * @param purchaseOrder printed instead of the customer's; empty for none
 * @param mail whether it is mailed; null as it usually is: unless it is of nothing
 * @param supplements the bill to which it adds
 * @param replaces the cancelled invoice instead of which it is
 */
public record InvoiceTerms(
        @Nullable UUID id,
        @Nullable Integer dueDays,
        @Nullable String note,
        @Nullable String purchaseOrder,
        @Nullable Boolean mail,
        @Nullable UUID supplements,
        @Nullable UUID replaces) {

    /** Nothing special. */
    public static final InvoiceTerms NONE =
            new InvoiceTerms(null, null, null, null, null, null, null);

    /** An addition to the bill {@code invoice}. */
    public static InvoiceTerms supplementing(UUID invoice, @Nullable Boolean mail) {
        return new InvoiceTerms(null, null, null, null, mail, invoice, null);
    }

    /** An invoice instead of the cancelled {@code invoice}. */
    public static InvoiceTerms replacing(Invoice invoice, @Nullable Boolean mail) {
        return new InvoiceTerms(
                null,
                null,
                orNone(invoice.note()),
                orNone(invoice.purchaseOrder()),
                mail,
                null,
                invoice.id());
    }

    /** What is printed: its own text, else {@code customers}. */
    static @Nullable String printed(@Nullable String own, @Nullable String customers) {
        return own == null ? customers : own.isEmpty() ? null : own;
    }

    private static String orNone(@Nullable String text) {
        return text == null ? "" : text;
    }
}
