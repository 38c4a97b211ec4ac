package dev.quittance.invoicing;

import dev.quittance.exchange.ExchangeRate;
import dev.quittance.organization.TaxTreatment;
import java.math.BigDecimal;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The tax of one document at one rate.
 *
 * @param base the net amount that is taxed
 * @param exchanged the tax in the merchant's currency, on a document in another
 */
public record TaxRow(
        String label,
        BigDecimal percent,
        TaxTreatment treatment,
        Money base,
        Money tax,
        @Nullable Money exchanged) {

    static TaxRow of(AppliedRate rate, Money base, Money tax) {
        return new TaxRow(rate.label(), rate.percent(), rate.treatment(), base, tax, null);
    }

    /** The same with its tax in the merchant's currency too. */
    TaxRow at(@Nullable ExchangeRate exchange) {
        return exchange == null
                ? this
                : new TaxRow(label, percent, treatment, base, tax, exchange.exchanged(tax));
    }

    /** The code of EN 16931 for electronic invoices. */
    public String code() {
        return treatment.code();
    }
}
