package dev.quittance.reports;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What one month brought.
 *
 * @param month its first day
 * @param billed totals of the invoices issued, less credit notes
 * @param collected payments that succeeded
 */
record MonthFigures(LocalDate month, Money billed, Money collected) {

    /** The last {@code count} months up to that of {@code today}, those without figures too. */
    static List<MonthFigures> filled(
            Map<LocalDate, MonthFigures> found, int count, LocalDate today, CurrencyUnit currency) {
        return IntStream.range(0, count)
                .mapToObj(i -> first(count, today).plusMonths(i))
                .map(
                        month ->
                                found.getOrDefault(
                                        month,
                                        new MonthFigures(
                                                month, Money.zero(currency), Money.zero(currency))))
                .toList();
    }

    /** The first day of the first of {@code count} months up to that of {@code today}. */
    static LocalDate first(int count, LocalDate today) {
        return YearMonth.from(today).minusMonths(count - 1L).atDay(1);
    }
}
