package dev.quittance.invoicing;

import dev.quittance.subscriptions.Explanation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Why a line's amount is what it is, stored with the line.
 *
 * @param charge how the amount came about, in the price's own basis
 * @param rates that tax the line
 * @param gross the amount with tax, where the price contains it
 */
public record LineExplanation(
        Explanation charge, List<AppliedRate> rates, Money net, @Nullable Money gross) {

    public LineExplanation {
        rates = List.copyOf(rates);
    }

    /** Sentences that a customer understands. */
    public List<String> sentences() {
        var sentences = new ArrayList<>(charge.sentences());
        if (gross != null && !rates.isEmpty()) {
            sentences.add(
                    "%s contains %s tax (%s): %s without tax"
                            .formatted(gross, gross.minus(net), labels(), net));
        } else if (!rates.isEmpty()) {
            sentences.add("Taxed on the whole invoice: " + labels());
        }
        return List.copyOf(sentences);
    }

    private String labels() {
        return rates.stream().map(AppliedRate::label).collect(Collectors.joining(" + "));
    }
}
