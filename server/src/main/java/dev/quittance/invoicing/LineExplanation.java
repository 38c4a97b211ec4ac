package dev.quittance.invoicing;

import dev.quittance.subscriptions.Explanation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Why a line's amount is what it is, stored with the line.
 *
 * @param charge how the amount came about, in the price's own basis
 * @param rates that tax the line
 * @param gross the amount with tax, where the price contains it
 * @param taxes for each rate, where tax is rounded line by line; null where it is on the whole
 *     document
 */
public record LineExplanation(
        Explanation charge,
        List<AppliedRate> rates,
        Money net,
        @Nullable Money gross,
        @Nullable List<Money> taxes) {

    public LineExplanation {
        rates = List.copyOf(rates);
        taxes = taxes == null ? null : List.copyOf(taxes);
    }

    /** Of a line whose tax is rounded with the whole document. */
    static LineExplanation of(
            Explanation charge, List<AppliedRate> rates, Money net, @Nullable Money gross) {
        return new LineExplanation(charge, rates, net, gross, null);
    }

    /** Sentences that a customer understands. */
    public List<String> sentences() {
        var sentences = new ArrayList<>(charge.sentences());
        if (gross != null && !rates.isEmpty()) {
            sentences.add(
                    "%s contains %s tax (%s): %s without tax"
                            .formatted(gross, gross.minus(net), labels(), net));
        } else if (!rates.isEmpty() && taxes == null) {
            sentences.add("Taxed on the whole invoice: " + labels());
        }
        if (taxes != null && !taxes.isEmpty()) {
            sentences.add("Tax rounded in this line: " + each(taxes));
        }
        return List.copyOf(sentences);
    }

    private String each(List<Money> amounts) {
        return IntStream.range(0, amounts.size())
                .mapToObj(i -> "%s is %s".formatted(rates.get(i).label(), amounts.get(i)))
                .collect(Collectors.joining(", "));
    }

    private String labels() {
        return rates.stream().map(AppliedRate::label).collect(Collectors.joining(" + "));
    }
}
