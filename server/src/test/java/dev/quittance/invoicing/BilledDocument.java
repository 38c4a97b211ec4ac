package dev.quittance.invoicing;

import dev.quittance.organization.TaxTreatment;
import dev.quittance.platform.Ids;
import dev.quittance.subscriptions.ItemCharge;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** An invoice in memory, and what has been given back of it. */
final class BilledDocument {
    private final CurrencyUnit currency;
    private final TaxedLines content;
    private final List<UUID> ids = new ArrayList<>();
    private final List<CreditDraft> notes = new ArrayList<>();

    BilledDocument(List<ItemCharge> charges, Function<ItemCharge, List<AppliedRate>> rates) {
        this(charges, rates, TaxTerms.PLAIN);
    }

    BilledDocument(
            List<ItemCharge> charges,
            Function<ItemCharge, List<AppliedRate>> rates,
            TaxTerms terms) {
        currency = charges.getFirst().amount().getCurrencyUnit();
        content = TaxedLines.of(currency, charges, rates, terms);
        charges.forEach(_ -> ids.add(Ids.next()));
    }

    static AppliedRate vat(String percent) {
        return AppliedRate.of("VAT", new BigDecimal(percent), TaxTreatment.STANDARD);
    }

    UUID line(int index) {
        return ids.get(index);
    }

    int size() {
        return ids.size();
    }

    Money net() {
        return content.net(currency);
    }

    Money tax() {
        return content.tax(currency);
    }

    Money total() {
        return net().plus(tax()).plus(content.rounding(currency));
    }

    @Nullable TaxExchange exchange() {
        return TaxExchange.of(content.terms().exchange(), content.taxRows());
    }

    Money creditedTotal() {
        return notes.stream().map(CreditDraft::total).reduce(Money.zero(currency), Money::plus);
    }

    /** The tax of all credit notes in the merchant's currency. */
    Money creditedExchange(Money none) {
        return notes.stream()
                .map(CreditDraft::taxExchange)
                .filter(Objects::nonNull)
                .map(TaxExchange::tax)
                .reduce(none, Money::plus);
    }

    Money creditedNet() {
        return notes.stream().map(CreditDraft::net).reduce(Money.zero(currency), Money::plus);
    }

    Money creditedTax() {
        return notes.stream().map(CreditDraft::tax).reduce(Money.zero(currency), Money::plus);
    }

    CreditDraft keep(CreditDraft note) {
        notes.add(note);
        return note;
    }

    CreditBasis basis() {
        var lines = new ArrayList<CreditBasis.Line>();
        for (var i = 0; i < ids.size(); i++) {
            lines.add(line(ids.get(i), content.lines().get(i)));
        }
        var taxes = new ArrayList<CreditBasis.Tax>();
        for (var i = 0; i < content.taxRows().size(); i++) {
            taxes.add(tax(i + 1, content.taxRows().get(i)));
        }
        var buyer = new DocumentParty("Ada", null, null, null, "en");
        return new CreditBasis(
                Ids.next(), "INV-1", Ids.next(), currency, buyer, lines, taxes, sums());
    }

    private CreditBasis.Sums sums() {
        var rounded =
                notes.stream().map(CreditDraft::rounding).reduce(Money.zero(currency), Money::plus);
        return new CreditBasis.Sums(
                net().plus(tax()),
                total(),
                creditedNet().plus(creditedTax()),
                rounded,
                content.terms());
    }

    private CreditBasis.Line line(UUID id, DraftLine line) {
        var credited = Money.zero(currency);
        var units = BigDecimal.ZERO;
        for (var given : given().getOrDefault(id, List.of())) {
            credited = credited.plus(given.net());
            units = given.quantity() == null ? units : units.add(given.quantity());
        }
        return new CreditBasis.Line(
                id,
                line.charge().description(),
                line.charge().quantity(),
                line.unitPrice(),
                line.net(),
                credited,
                units,
                line.charge().period(),
                line.explanation().rates(),
                line.explanation().taxes(),
                line.taxLabel(),
                line.explanation().charge());
    }

    private Map<UUID, List<CreditDraft.Line>> given() {
        var given = new HashMap<UUID, List<CreditDraft.Line>>();
        for (var note : notes) {
            for (var line : note.lines()) {
                given.computeIfAbsent(line.invoiceLine(), _ -> new ArrayList<>()).add(line);
            }
        }
        return given;
    }

    private CreditBasis.Tax tax(int position, TaxRow row) {
        var base = Money.zero(currency);
        var tax = Money.zero(currency);
        for (var note : notes) {
            for (var given : note.taxes()) {
                if (given.position() == position) {
                    base = base.plus(given.row().base());
                    tax = tax.plus(given.row().tax());
                }
            }
        }
        return new CreditBasis.Tax(position, row, base, tax, exchanged(position, row));
    }

    private @Nullable Money exchanged(int position, TaxRow row) {
        if (row.exchanged() == null) {
            return null;
        }
        return notes.stream()
                .flatMap(note -> note.taxes().stream())
                .filter(given -> given.position() == position)
                .map(given -> Objects.requireNonNull(given.row().exchanged()))
                .reduce(row.exchanged().multipliedBy(0), Money::plus);
    }
}
