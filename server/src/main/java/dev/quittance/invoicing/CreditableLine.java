package dev.quittance.invoicing;

import java.math.BigDecimal;
import java.util.UUID;
import org.joda.money.Money;

/**
 * What can still be given back of a line of an invoice.
 *
 * @param lineId the line's id
 * @param quantity units that can still be given back
 * @param left without tax
 */
public record CreditableLine(UUID lineId, String description, BigDecimal quantity, Money left) {

    static CreditableLine of(CreditBasis.Line line) {
        return new CreditableLine(
                line.id(),
                line.description(),
                line.quantityLeft().signum() == 0
                        ? BigDecimal.ZERO
                        : line.quantityLeft().stripTrailingZeros(),
                line.left());
    }
}
