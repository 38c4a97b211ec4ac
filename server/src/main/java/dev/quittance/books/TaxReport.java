package dev.quittance.books;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The tax billed and given back in a stretch of days, by where the buyers are and by rate.
 *
 * @param ledgerTax what the ledger booked as owed to the state in the same days
 */
record TaxReport(
        CurrencyUnit currency,
        List<CurrencyUnit> currencies,
        LocalDate from,
        LocalDate to,
        List<TaxReportRow> rows,
        Money ledgerTax) {

    TaxReport {
        rows = List.copyOf(rows);
    }

    /**
     * One rate in one place.
     *
     * @param country of the buyer's billing address; null where it is not known
     * @param label as printed on the documents; null for what bears no tax row
     * @param base net amounts of invoices, less those of credit notes
     * @param tax on invoices, less that on credit notes
     */
    record TaxReportRow(
            @Nullable String country,
            @Nullable String region,
            @Nullable String label,
            BigDecimal percent,
            @Nullable String treatment,
            Money billedBase,
            Money billedTax,
            Money creditedBase,
            Money creditedTax,
            Money base,
            Money tax) {}

    public Money tax() {
        return sum(TaxReportRow::tax);
    }

    public Money billedTax() {
        return sum(TaxReportRow::billedTax);
    }

    public Money creditedTax() {
        return sum(TaxReportRow::creditedTax);
    }

    private Money sum(Function<TaxReportRow, Money> part) {
        return rows.stream().map(part).reduce(Money.zero(currency), Money::plus);
    }
}
