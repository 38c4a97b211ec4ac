package dev.quittance.books;

import java.time.LocalDate;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Where a file for the accountant is to be had; null for callers without session or client. */
record BooksExport(@Nullable String url) {

    /** What is in the file. */
    enum Kind {
        /** Every transfer. */
        JOURNAL,
        /** What each account was debited and credited, by month. */
        ACCOUNTS,
        /** Tax by place and rate. */
        TAX
    }

    /**
     * Which file.
     *
     * @param currency null for all
     */
    record Order(Kind kind, LocalDate from, LocalDate to, @Nullable CurrencyUnit currency) {
        /** {@code journal-2030-01-01-to-2030-01-31-USD.csv}. */
        String fileName() {
            return "%s-%s-to-%s%s.csv"
                    .formatted(
                            kind.name().toLowerCase(Locale.ROOT),
                            from,
                            to,
                            currency == null ? "" : "-" + currency);
        }
    }
}
