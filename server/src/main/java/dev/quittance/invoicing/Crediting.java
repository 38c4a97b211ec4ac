package dev.quittance.invoicing;

import dev.quittance.invoicing.Drafting.InvoiceDraft;
import dev.quittance.organization.TaxRounding;
import dev.quittance.platform.Amounts;
import dev.quittance.platform.Days;
import dev.quittance.platform.Ids;
import dev.quittance.platform.LargestRemainder;
import dev.quittance.platform.Refused;
import dev.quittance.subscriptions.Explanation;
import dev.quittance.subscriptions.Proration;
import dev.quittance.subscriptions.Unused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is given back of an invoice.
 *
 * <p>The lines keep their rates. Tax = round(rate × net credited so far at that rate) − tax already
 * credited, so that an invoice credited in parts gives back exactly its tax.
 */
final class Crediting {
    private Crediting() {}

    /** Gives back what is unused of the lines, once; null when nothing is left to give back. */
    static @Nullable CreditDraft unused(CreditBasis basis, Unused unused) {
        var lines =
                basis.lines().stream()
                        .map(line -> unused(line, unused.from(), unused.at()))
                        .filter(Objects::nonNull)
                        .toList();
        return lines.isEmpty() ? null : draft(basis, CreditNoteKind.CREDIT_NOTE, lines);
    }

    /**
     * Gives back {@code amount} without tax of the whole invoice, spread over its lines in
     * proportion to what is left of them; {@link MoreThanLeft} when that is less.
     */
    static CreditDraft amount(CreditBasis basis, Money amount, String description) {
        if (amount.isGreaterThan(basis.left())) {
            throw new Refused(MoreThanLeft.of(basis));
        }
        var parts =
                LargestRemainder.split(
                        Amounts.minor(amount),
                        basis.lines().stream().map(line -> line.left().getAmount()).toList());
        var lines = new ArrayList<CreditDraft.Line>();
        for (var i = 0; i < parts.length; i++) {
            if (parts[i] > 0) {
                var line = basis.lines().get(i);
                var net = Money.ofMinor(basis.currency(), parts[i]);
                lines.add(part(line, "%s: %s".formatted(description, line.description()), net));
            }
        }
        return draft(basis, CreditNoteKind.CREDIT_NOTE, lines);
    }

    /** Gives something back without an invoice, taxed as if it were sold now. */
    static CreditDraft free(InvoiceDraft sold) {
        var lines =
                sold.lines().stream()
                        .map(
                                line ->
                                        new CreditDraft.Line(
                                                null,
                                                line.charge().description(),
                                                line.charge().quantity(),
                                                line.unitPrice(),
                                                line.net(),
                                                line.charge().period(),
                                                line.taxLabel(),
                                                line.explanation()))
                        .toList();
        var rows = sold.taxRows();
        return new CreditDraft(
                sold.id(),
                CreditNoteKind.CREDIT_NOTE,
                null,
                null,
                sold.order().customer(),
                DocumentParty.of(sold.customer()),
                sold.currency(),
                lines,
                IntStream.range(0, rows.size())
                        .mapToObj(i -> new CreditDraft.Tax(i + 1, rows.get(i)))
                        .toList(),
                sold.rounding(),
                sold.terms());
    }

    /** Gives back all that is left: the cancellation of the invoice. */
    static CreditDraft rest(CreditBasis basis) {
        var lines =
                basis.lines().stream()
                        .filter(line -> !line.left().isZero() || line.net().isZero())
                        .map(line -> part(line, line.description(), line.left()))
                        .toList();
        return draft(basis, CreditNoteKind.CANCELLATION, lines);
    }

    /** An amount of one line. */
    static CreditDraft.Line part(CreditBasis.Line line, String description, Money net) {
        var why =
                new Explanation.Credited(
                        net.getCurrencyUnit().getCode(),
                        line.net().getAmount(),
                        line.credited().getAmount(),
                        null,
                        line.quantity(),
                        net.getAmount());
        return new CreditDraft.Line(
                line.id(),
                description,
                null,
                null,
                net,
                line.days(),
                line.taxLabel(),
                LineExplanation.of(why, line.rates(), net, null));
    }

    private static CreditDraft.@Nullable Line unused(
            CreditBasis.Line line, LocalDate from, @Nullable Instant at) {
        var days = line.days();
        if (days == null || !from.isBefore(days.until())) {
            return null;
        }
        var first = from.isBefore(days.from()) ? days.from() : from;
        var billedDays = line.charge().countedDays(days);
        if (billedDays == 0) {
            return null;
        }
        var counting = line.charge().counting();
        var usedDays = counting.used(days, first, at, billedDays);
        var used = Proration.used(line.net(), usedDays, billedDays);
        var net = line.net().minus(used).minus(line.credited());
        if (!net.isPositive()) {
            return null;
        }
        var explanation =
                new Explanation.Unused(
                        net.getCurrencyUnit().getCode(),
                        line.net().getAmount(),
                        usedDays,
                        billedDays,
                        used.getAmount(),
                        counting.unit());
        return new CreditDraft.Line(
                line.id(),
                line.description(),
                null,
                null,
                net,
                new Days(first, days.until()),
                line.taxLabel(),
                LineExplanation.of(explanation, line.rates(), net, null));
    }

    /** The document that gives back {@code lines}, with its tax. */
    static CreditDraft draft(CreditBasis basis, CreditNoteKind kind, List<CreditDraft.Line> lines) {
        var taxes = taxes(basis, lines);
        var nets = lines.stream().map(CreditDraft.Line::net);
        var given =
                Stream.concat(nets, taxes.stream().map(tax -> tax.row().tax()))
                        .reduce(Money.zero(basis.currency()), Money::plus);
        return new CreditDraft(
                Ids.next(),
                kind,
                basis.invoice(),
                basis.number(),
                basis.customer(),
                basis.buyer(),
                basis.currency(),
                lines,
                taxes,
                basis.sums().rounding(given),
                basis.sums().terms());
    }

    private static List<CreditDraft.Tax> taxes(CreditBasis basis, List<CreditDraft.Line> lines) {
        var taxes = new ArrayList<CreditDraft.Tax>();
        for (var tax : basis.taxes()) {
            var row = tax.row();
            var taxed = lines.stream().filter(line -> taxedBy(line, row)).toList();
            if (taxed.isEmpty()) {
                continue;
            }
            var net =
                    taxed.stream()
                            .map(CreditDraft.Line::net)
                            .reduce(Money.zero(basis.currency()), Money::plus);
            var given =
                    basis.sums().terms().rounding() == TaxRounding.PER_LINE
                            ? perLine(basis, taxed, row)
                            : tax.on(tax.creditedBase().plus(net)).minus(tax.creditedTax());
            var exchanged = tax.exchanged(given, basis.sums().terms());
            taxes.add(
                    new CreditDraft.Tax(
                            tax.position(),
                            new TaxRow(
                                    row.label(),
                                    row.percent(),
                                    row.treatment(),
                                    net,
                                    given,
                                    exchanged)));
        }
        return taxes;
    }

    /** Where tax was rounded in each line, so is what is given back of it. */
    private static Money perLine(CreditBasis basis, List<CreditDraft.Line> taxed, TaxRow row) {
        var given = Money.zero(basis.currency());
        for (var line : basis.lines()) {
            var net =
                    taxed.stream()
                            .filter(one -> line.id().equals(one.invoiceLine()))
                            .map(CreditDraft.Line::net)
                            .reduce(Money.zero(basis.currency()), Money::plus);
            var taxes = line.taxes();
            for (var i = 0; taxes != null && i < taxes.size(); i++) {
                if (is(line.rates().get(i), row)) {
                    given = given.plus(line.tax(i, taxes.get(i), net));
                }
            }
        }
        return given;
    }

    private static boolean taxedBy(CreditDraft.Line line, TaxRow row) {
        return line.explanation().rates().stream().anyMatch(rate -> is(rate, row));
    }

    private static boolean is(AppliedRate rate, TaxRow row) {
        return rate.label().equals(row.label())
                && rate.treatment() == row.treatment()
                && rate.percent().compareTo(row.percent()) == 0;
    }
}
