package dev.quittance.invoicing;

import dev.quittance.organization.TaxTreatment;
import java.math.BigDecimal;

/**
 * A tax rate as it applies to lines of one document.
 *
 * @param label as printed: {@code VAT 19 %}, or the wording the law asks for
 */
public record AppliedRate(String label, BigDecimal percent, TaxTreatment treatment) {

    public AppliedRate {
        percent = percent.signum() == 0 ? BigDecimal.ZERO : percent.stripTrailingZeros();
    }

    static AppliedRate of(String name, BigDecimal percent, TaxTreatment treatment) {
        var plain = percent.signum() == 0 ? "0" : percent.stripTrailingZeros().toPlainString();
        return new AppliedRate("%s %s %%".formatted(name, plain), percent, treatment);
    }

    static AppliedRate free(String wording, TaxTreatment treatment) {
        return new AppliedRate(wording, BigDecimal.ZERO, treatment);
    }
}
