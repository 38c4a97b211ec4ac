package dev.quittance.drafts;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invoice as it was entered.
 *
 * @param taxInclusive whether its prices and discounts contain the tax
 * @param discountPercent on the whole document, after the lines' own; acts first
 * @param discountAmount on the whole document; what is more than the lines lapses
 * @param dueDays the customer's when null
 * @param note printed instead of the customer's; empty for none
 * @param purchaseOrder printed instead of the customer's; empty for none
 */
public record InvoiceEntry(
        boolean taxInclusive,
        List<EnteredLine> lines,
        @Nullable BigDecimal discountPercent,
        @Nullable BigDecimal discountAmount,
        @Nullable Integer dueDays,
        @Nullable String note,
        @Nullable String purchaseOrder) {

    public InvoiceEntry {
        lines = List.copyOf(lines);
    }
}
