package dev.quittance.invoicing;

import dev.quittance.platform.Amounts;
import dev.quittance.platform.Days;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * All that decides what can be given back of an invoice.
 *
 * @param lines that bill days of one subscription
 * @param taxes every tax row of the invoice
 */
record CreditBasis(
        UUID invoice,
        String number,
        UUID customer,
        DocumentParty buyer,
        List<Line> lines,
        List<Tax> taxes) {

    /**
     * A line and what has been given back of it.
     *
     * @param rates that tax it
     */
    record Line(
            UUID id,
            String description,
            Money net,
            Money credited,
            Days days,
            List<AppliedRate> rates,
            @Nullable String taxLabel) {}

    /** A tax row and what has been given back of it; its position is its name. */
    record Tax(int position, TaxRow row, Money creditedBase, Money creditedTax) {

        /** The tax on the first {@code net} of the base that is given back. */
        Money on(Money net) {
            if (net.isEqual(row.base())) {
                return row.tax();
            }
            var exact = net.getAmount().multiply(row.percent()).divide(BigDecimal.valueOf(100));
            var tax = Amounts.round(exact, net.getCurrencyUnit());
            return tax.isGreaterThan(row.tax()) ? row.tax() : tax;
        }
    }
}
