package dev.quittance.banking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A statement of one of the merchant's accounts, with how many of its entries stand where.
 *
 * @param uncomparedCount entries that have not been compared with what is due yet
 * @param booking what is exact is being booked by itself
 */
record BankStatement(
        UUID id,
        String account,
        String reference,
        CurrencyUnit currency,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Money opening,
        @Nullable Money closing,
        String fileName,
        String importedBy,
        Instant importedAt,
        int uncomparedCount,
        boolean booking,
        int openCount,
        int suggestedCount,
        int bookedCount,
        int setAsideCount,
        int exactCount) {}
