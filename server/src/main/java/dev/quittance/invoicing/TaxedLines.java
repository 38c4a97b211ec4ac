package dev.quittance.invoicing;

import dev.quittance.organization.TaxRounding;
import dev.quittance.platform.Amounts;
import dev.quittance.platform.LargestRemainder;
import dev.quittance.subscriptions.ItemCharge;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The lines and tax rows of one document.
 *
 * <p>Prices without tax: per rate, round(sum of net × rate). Prices with tax: per set of rates, tax
 * = G − round(G / (1 + sum of rates)), split over rates and lines by largest remainder, so that
 * what the customer was promised to pay never moves. By setting both are done line by line.
 */
public record TaxedLines(List<DraftLine> lines, List<TaxRow> taxRows, TaxTerms terms) {
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
            Function<ItemCharge, List<AppliedRate>> rates,
            TaxTerms terms) {
        var perLine = terms.rounding() == TaxRounding.PER_LINE;
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
                    if (!basis.inclusive()) {
                        exclusive(basis, places, charges, lines, sums, perLine);
                    } else if (perLine) {
                        places.forEach(
                                i -> inclusive(basis, List.of(i), charges, lines, sums, true));
                    } else {
                        inclusive(basis, places, charges, lines, sums, false);
                    }
                });
        var rows = new ArrayList<TaxRow>();
        sums.forEach((rate, sum) -> rows.add(sum.row(rate, currency).at(terms.exchange())));
        return new TaxedLines(List.of(lines), rows, terms);
    }

    public Money net(CurrencyUnit currency) {
        return lines.stream().map(DraftLine::net).reduce(Money.zero(currency), Money::plus);
    }

    public Money tax(CurrencyUnit currency) {
        return taxRows.stream().map(TaxRow::tax).reduce(Money.zero(currency), Money::plus);
    }

    /** What cash rounding adds to net and tax; below zero what it takes off. */
    public Money rounding(CurrencyUnit currency) {
        return TaxTerms.rounding(terms.cash(), net(currency).plus(tax(currency)));
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

        /** Whose tax is known already. */
        private long taxedBase;

        private long tax;

        TaxRow row(AppliedRate rate, CurrencyUnit currency) {
            return TaxRow.of(
                    rate,
                    Money.ofMinor(currency, exclusiveBase + taxedBase),
                    Money.ofMinor(currency, tax(exclusiveBase, rate) + tax));
        }

        void add(long base, long itsTax) {
            taxedBase += base;
            tax += itsTax;
        }
    }

    private static long tax(long base, AppliedRate rate) {
        return BigDecimal.valueOf(base)
                .multiply(rate.percent())
                .divide(HUNDRED, 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static Sum sum(Map<AppliedRate, Sum> sums, AppliedRate rate) {
        return sums.computeIfAbsent(rate, _ -> new Sum());
    }

    private static void exclusive(
            Basis basis,
            List<Integer> places,
            List<ItemCharge> charges,
            DraftLine[] lines,
            Map<AppliedRate, Sum> sums,
            boolean perLine) {
        for (var place : places) {
            var charge = charges.get(place);
            var net = charge.amount();
            var minor = Amounts.minor(net);
            var taxes = new ArrayList<Money>();
            for (var rate : basis.rates()) {
                if (perLine) {
                    sum(sums, rate).add(minor, tax(minor, rate));
                    taxes.add(Money.ofMinor(net.getCurrencyUnit(), tax(minor, rate)));
                } else {
                    sum(sums, rate).exclusiveBase += minor;
                }
            }
            var explanation =
                    new LineExplanation(
                            charge.explanation(), basis.rates(), net, null, perLine ? taxes : null);
            lines[place] = new DraftLine(charge, charge.unitPrice(), net, null, explanation);
        }
    }

    private static void inclusive(
            Basis basis,
            List<Integer> places,
            List<ItemCharge> charges,
            DraftLine[] lines,
            Map<AppliedRate, Sum> sums,
            boolean perLine) {
        var factor = BigDecimal.ONE.add(basis.sum().divide(HUNDRED));
        var sold = places.stream().map(i -> Amounts.minor(charges.get(i).amount())).toList();
        var gross = sold.stream().mapToLong(Long::longValue).sum();
        var net = BigDecimal.valueOf(gross).divide(factor, 0, RoundingMode.HALF_UP);
        var tax = gross - net.longValueExact();
        var each = LargestRemainder.split(tax, sold.stream().map(BigDecimal::valueOf).toList());
        var perRate =
                LargestRemainder.split(
                        tax, basis.rates().stream().map(AppliedRate::percent).toList());
        for (var i = 0; i < places.size(); i++) {
            var charge = charges.get(places.get(i));
            var taxes = perLine ? taxes(charge.amount().getCurrencyUnit(), perRate) : null;
            lines[places.get(i)] = line(charge, basis, sold.get(i) - each[i], factor, taxes);
        }
        for (var i = 0; i < basis.rates().size(); i++) {
            sum(sums, basis.rates().get(i)).add(gross - tax, perRate[i]);
        }
    }

    private static List<Money> taxes(CurrencyUnit currency, long[] perRate) {
        return Arrays.stream(perRate).mapToObj(minor -> Money.ofMinor(currency, minor)).toList();
    }

    private static DraftLine line(
            ItemCharge charge,
            Basis basis,
            long netMinor,
            BigDecimal factor,
            @Nullable List<Money> taxes) {
        var gross = charge.amount();
        var net = Money.ofMinor(gross.getCurrencyUnit(), netMinor);
        var explanation =
                new LineExplanation(charge.explanation(), basis.rates(), net, gross, taxes);
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
