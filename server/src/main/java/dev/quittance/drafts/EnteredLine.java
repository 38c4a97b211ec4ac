package dev.quittance.drafts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line as it was entered.
 *
 * @param unitPrice in the document's own basis: with tax where its prices contain it
 * @param serviceFrom the first day of service, where there are some, as with {@code serviceUntil}
 * @param serviceUntil the last day of service
 * @param discountPercent acts first
 * @param discountAmount acts then; what is more than the line lapses
 */
public record EnteredLine(
        String description,
        BigDecimal quantity,
        BigDecimal unitPrice,
        @Nullable UUID taxCategoryId,
        @Nullable LocalDate serviceFrom,
        @Nullable LocalDate serviceUntil,
        @Nullable BigDecimal discountPercent,
        @Nullable BigDecimal discountAmount) {}
