package dev.quittance.invoicing;

import dev.quittance.platform.Problem;
import org.joda.money.Money;

/**
 * Not so much can be given back any more.
 *
 * @param left how much can, without tax
 */
public record MoreThanLeft(String message, Money left) implements Problem {

    static MoreThanLeft of(CreditBasis.Line line) {
        var left = line.left();
        return new MoreThanLeft(
                left.isPositive()
                        ? "Of \"%s\" at most %s without tax can still be credited, or %s units."
                                .formatted(
                                        line.description(),
                                        left,
                                        line.quantityLeft().stripTrailingZeros().toPlainString())
                        : "\"%s\" has been credited wholly.".formatted(line.description()),
                left);
    }

    static MoreThanLeft of(CreditBasis basis) {
        var left = basis.left();
        return new MoreThanLeft(
                left.isPositive()
                        ? "Of invoice %s at most %s without tax can still be credited."
                                .formatted(basis.number(), left)
                        : "Invoice %s has been credited wholly.".formatted(basis.number()),
                left);
    }
}
