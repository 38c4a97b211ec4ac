package dev.quittance.invoicing;

import dev.quittance.organization.TaxTreatment;
import java.math.BigDecimal;
import org.joda.money.Money;

/**
 * The tax of one document at one rate.
 *
 * @param base the net amount that is taxed
 */
public record TaxRow(
        String label, BigDecimal percent, TaxTreatment treatment, Money base, Money tax) {

    static TaxRow of(AppliedRate rate, Money base, Money tax) {
        return new TaxRow(rate.label(), rate.percent(), rate.treatment(), base, tax);
    }
}
