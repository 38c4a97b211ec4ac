package dev.quittance.invoicing;

import dev.quittance.subscriptions.ItemCharge;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A line of an invoice to be.
 *
 * @param unitPrice per unit and full period, without tax
 * @param net the amount without tax
 * @param gross the line as sold, where the price contains the tax
 */
public record DraftLine(
        ItemCharge charge,
        BigDecimal unitPrice,
        Money net,
        @Nullable Money gross,
        LineExplanation explanation) {

    /** The rates that tax it, as printed; null when nothing does. */
    public @Nullable String taxLabel() {
        return explanation.rates().isEmpty()
                ? null
                : explanation.rates().stream()
                        .map(AppliedRate::label)
                        .collect(Collectors.joining(" + "));
    }
}
