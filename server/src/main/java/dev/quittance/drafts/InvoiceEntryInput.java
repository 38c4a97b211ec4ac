package dev.quittance.drafts;

import dev.quittance.platform.MoneyInput;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** An invoice as it is sent, unchecked; {@link EntryCheck} makes an {@link InvoiceEntry} of it. */
public record InvoiceEntryInput(
        UUID customerId,
        CurrencyUnit currency,
        boolean taxInclusive,
        List<EnteredLineInput> lines,
        @Nullable BigDecimal discountPercent,
        @Nullable MoneyInput discountAmount,
        @Nullable Integer dueDays,
        @Nullable String note,
        @Nullable String purchaseOrder) {

    /** A line as it is sent. */
    public record EnteredLineInput(
            String description,
            BigDecimal quantity,
            BigDecimal unitPrice,
            @Nullable UUID taxCategoryId,
            @Nullable LocalDate serviceFrom,
            @Nullable LocalDate serviceUntil,
            @Nullable BigDecimal discountPercent,
            @Nullable MoneyInput discountAmount) {}
}
