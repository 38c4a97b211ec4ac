package dev.quittance.invoicing;

import dev.quittance.platform.Amounts;
import dev.quittance.subscriptions.ItemCharge;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The lines and tax rows of one document.
 *
 * <p>Prices without tax: per rate, round(sum of net × rate). Prices with tax: per set of rates, tax
 * = G − round(G / (1 + sum of rates)), split over rates and lines by largest remainder, so that
 * what the customer was promised to pay never moves.
 */
public record TaxedLines(List<DraftLine> lines, List<TaxRow> taxRows) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final MathContext PRECISION = new MathContext(60, RoundingMode.HALF_UP);

    /** More decimals than the currency's own for a unit price whose tax was taken out. */
    private static final int FINER = 2;

    public TaxedLines {
        lines = List.copyOf(lines);
        taxRows = List.copyOf(taxRows);
    }

    /** Lines in the order of {@code charges}, rows in the order in which their rates appear. */
    static TaxedLines of(
            CurrencyUnit currency,
            List<ItemCharge> charges,
            Function<ItemCharge, List<AppliedRate>> rates) {
        var lines = new DraftLine[charges.size()];
        var sums = new LinkedHashMap<AppliedRate, Sum>();
        var basket = new LinkedHashMap<Basis, List<Integer>>();
        for (var i = 0; i < lines.length; i++) {
            var charge = charges.get(i);
            var basis = new Basis(charge.taxInclusive(), rates.apply(charge));
            basis.rates().forEach(rate -> sum(sums, rate));
            basket.computeIfAbsent(basis, _ -> new ArrayList<>()).add(i);
        }
        basket.forEach(
                (basis, places) -> {
                    if (basis.inclusive()) {
                        inclusive(basis, places, charges, lines, sums);
                    } else {
                        exclusive(basis, places, charges, lines, sums);
                    }
                });
        var rows = new ArrayList<TaxRow>();
        sums.forEach((rate, sum) -> rows.add(sum.row(rate, currency)));
        return new TaxedLines(List.of(lines), rows);
    }

    public Money net(CurrencyUnit currency) {
        return lines.stream().map(DraftLine::net).reduce(Money.zero(currency), Money::plus);
    }

    public Money tax(CurrencyUnit currency) {
        return taxRows.stream().map(TaxRow::tax).reduce(Money.zero(currency), Money::plus);
    }

    private record Basis(boolean inclusive, List<AppliedRate> rates) {

        BigDecimal sum() {
            return rates.stream()
                    .map(AppliedRate::percent)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    private static final class Sum {
        private long exclusiveBase;
        private long inclusiveBase;
        private long inclusiveTax;

        TaxRow row(AppliedRate rate, CurrencyUnit currency) {
            var tax =
                    BigDecimal.valueOf(exclusiveBase)
                            .multiply(rate.percent())
                            .divide(HUNDRED, 0, RoundingMode.HALF_UP)
                            .longValueExact();
            return TaxRow.of(
                    rate,
                    Money.ofMinor(currency, exclusiveBase + inclusiveBase),
                    Money.ofMinor(currency, tax + inclusiveTax));
        }
    }

    private static Sum sum(Map<AppliedRate, Sum> sums, AppliedRate rate) {
        return sums.computeIfAbsent(rate, _ -> new Sum());
    }

    private static void exclusive(
            Basis basis,
            List<Integer> places,
            List<ItemCharge> charges,
            DraftLine[] lines,
            Map<AppliedRate, Sum> sums) {
        for (var place : places) {
            var charge = charges.get(place);
            var net = charge.amount();
            var explanation = new LineExplanation(charge.explanation(), basis.rates(), net, null);
            lines[place] = new DraftLine(charge, charge.unitPrice(), net, null, explanation);
            for (var rate : basis.rates()) {
                sum(sums, rate).exclusiveBase += Amounts.minor(net);
            }
        }
    }

    private static void inclusive(
            Basis basis,
            List<Integer> places,
            List<ItemCharge> charges,
            DraftLine[] lines,
            Map<AppliedRate, Sum> sums) {
        var factor = BigDecimal.ONE.add(basis.sum().divide(HUNDRED));
        var sold = places.stream().map(i -> Amounts.minor(charges.get(i).amount())).toList();
        var gross = sold.stream().mapToLong(Long::longValue).sum();
        var net = BigDecimal.valueOf(gross).divide(factor, 0, RoundingMode.HALF_UP);
        var tax = gross - net.longValueExact();
        var perLine = LargestRemainder.split(tax, sold.stream().map(BigDecimal::valueOf).toList());
        var perRate =
                LargestRemainder.split(
                        tax, basis.rates().stream().map(AppliedRate::percent).toList());
        for (var i = 0; i < places.size(); i++) {
            var charge = charges.get(places.get(i));
            lines[places.get(i)] = line(charge, basis, sold.get(i) - perLine[i], factor);
        }
        for (var i = 0; i < basis.rates().size(); i++) {
            var sum = sum(sums, basis.rates().get(i));
            sum.inclusiveBase += gross - tax;
            sum.inclusiveTax += perRate[i];
        }
    }

    private static DraftLine line(
            ItemCharge charge, Basis basis, long netMinor, BigDecimal factor) {
        var gross = charge.amount();
        var net = Money.ofMinor(gross.getCurrencyUnit(), netMinor);
        var explanation = new LineExplanation(charge.explanation(), basis.rates(), net, gross);
        return new DraftLine(charge, unitPrice(charge, net, factor), net, gross, explanation);
    }

    /** The line's own net where it is one whole unit, so that both figures agree. */
    private static BigDecimal unitPrice(ItemCharge charge, Money net, BigDecimal factor) {
        var whole = charge.unitPrice().compareTo(charge.amount().getAmount()) == 0;
        if (whole && charge.quantity().compareTo(BigDecimal.ONE) == 0) {
            return net.getAmount();
        }
        var scale = net.getScale() + FINER;
        return charge.unitPrice().divide(factor, PRECISION).setScale(scale, RoundingMode.HALF_UP);
    }
}
