package dev.quittance.invoicing;

import dev.quittance.exchange.ExchangeRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The tax of a foreign-currency document in the merchant's currency.
 *
 * @param currency the merchant's
 * @param rate the price of one unit of the document's currency, as kept with the document
 * @param on the day of the rate
 * @param tax the sum of the tax rows in {@code currency}
 */
public record TaxExchange(CurrencyUnit currency, BigDecimal rate, LocalDate on, Money tax) {

    /** Null for a document in the merchant's own currency, and for one without tax. */
    static @Nullable TaxExchange of(@Nullable ExchangeRate exchange, List<TaxRow> rows) {
        return exchange == null || rows.stream().allMatch(row -> row.tax().isZero())
                ? null
                : new TaxExchange(
                        exchange.base(),
                        exchange.rate(),
                        exchange.on(),
                        rows.stream()
                                .map(TaxRow::exchanged)
                                .filter(Objects::nonNull)
                                .reduce(Money.zero(exchange.base()), Money::plus));
    }
}
