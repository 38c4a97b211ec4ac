package dev.quittance.invoicing;

import dev.quittance.platform.Days;
import dev.quittance.platform.Ids;
import dev.quittance.subscriptions.Explanation;
import dev.quittance.subscriptions.Proration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A credit note to be: what is given back of one invoice.
 *
 * <p>The lines keep their rates. Tax = round(rate × net credited so far at that rate) − tax already
 * credited, so that an invoice credited in parts gives back exactly its tax.
 */
public record CreditDraft(
        UUID id,
        UUID invoice,
        String invoiceNumber,
        UUID customer,
        DocumentParty buyer,
        CurrencyUnit currency,
        List<Line> lines,
        List<Tax> taxes) {

    public CreditDraft {
        lines = List.copyOf(lines);
        taxes = List.copyOf(taxes);
    }

    /** A line of an invoice and how much of it, without tax, is given back for which days. */
    public record Line(
            UUID invoiceLine,
            String description,
            Money net,
            Days days,
            @Nullable String taxLabel,
            LineExplanation explanation) {}

    /** The tax that is given back of the invoice's tax row at {@code position}. */
    public record Tax(int position, TaxRow row) {}

    public Money net() {
        return lines.stream().map(Line::net).reduce(Money.zero(currency), Money::plus);
    }

    public Money tax() {
        return taxes.stream().map(tax -> tax.row().tax()).reduce(Money.zero(currency), Money::plus);
    }

    public Money total() {
        return net().plus(tax());
    }

    /**
     * Gives back the days from {@code from} on, once each; null when nothing is left to give back.
     */
    static @Nullable CreditDraft unused(CreditBasis basis, LocalDate from) {
        var lines =
                basis.lines().stream()
                        .map(line -> unused(line, from))
                        .filter(Objects::nonNull)
                        .toList();
        if (lines.isEmpty()) {
            return null;
        }
        return new CreditDraft(
                Ids.next(),
                basis.invoice(),
                basis.number(),
                basis.customer(),
                basis.buyer(),
                lines.getFirst().net().getCurrencyUnit(),
                lines,
                taxes(basis, lines));
    }

    private static @Nullable Line unused(CreditBasis.Line line, LocalDate from) {
        var days = line.days();
        if (!from.isBefore(days.until())) {
            return null;
        }
        var first = from.isBefore(days.from()) ? days.from() : from;
        var usedDays = first.equals(days.from()) ? 0 : new Days(days.from(), first).count();
        var used = Proration.used(line.net(), usedDays, days.count());
        var net = line.net().minus(used).minus(line.credited());
        if (!net.isPositive()) {
            return null;
        }
        var explanation =
                new Explanation.Unused(
                        net.getCurrencyUnit().getCode(),
                        line.net().getAmount(),
                        usedDays,
                        days.count(),
                        used.getAmount());
        return new Line(
                line.id(),
                line.description(),
                net,
                new Days(first, days.until()),
                line.taxLabel(),
                new LineExplanation(explanation, line.rates(), net, null));
    }

    private static List<Tax> taxes(CreditBasis basis, List<Line> lines) {
        var taxes = new ArrayList<Tax>();
        for (var tax : basis.taxes()) {
            var label = tax.row().label();
            var net =
                    lines.stream()
                            .filter(line -> taxedBy(line, label))
                            .map(Line::net)
                            .reduce(Money.zero(tax.row().base().getCurrencyUnit()), Money::plus);
            if (net.isZero()) {
                continue;
            }
            var given = tax.on(tax.creditedBase().plus(net)).minus(tax.creditedTax());
            var row = tax.row();
            taxes.add(
                    new Tax(
                            tax.position(),
                            new TaxRow(row.label(), row.percent(), row.treatment(), net, given)));
        }
        return taxes;
    }

    private static boolean taxedBy(Line line, String label) {
        return line.explanation().rates().stream().anyMatch(rate -> rate.label().equals(label));
    }
}
