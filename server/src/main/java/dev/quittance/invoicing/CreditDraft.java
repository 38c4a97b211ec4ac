package dev.quittance.invoicing;

import dev.quittance.platform.Days;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A credit note or cancellation to be.
 *
 * @param invoice what it gives something back of; null when it is free
 * @param rounding cash rounding of the total, up or down
 * @param terms those of the invoice
 */
public record CreditDraft(
        UUID id,
        CreditNoteKind kind,
        @Nullable UUID invoice,
        @Nullable String invoiceNumber,
        UUID customer,
        DocumentParty buyer,
        CurrencyUnit currency,
        List<Line> lines,
        List<Tax> taxes,
        Money rounding,
        TaxTerms terms) {

    public CreditDraft {
        lines = List.copyOf(lines);
        taxes = List.copyOf(taxes);
    }

    /**
     * How much, without tax, is given back for what.
     *
     * @param invoiceLine the line it is given back of, if there is one
     * @param quantity null where it is given back by amount
     * @param unitPrice per unit, without tax; null where {@code quantity} is
     * @param days that are given back
     */
    public record Line(
            @Nullable UUID invoiceLine,
            String description,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal unitPrice,
            Money net,
            @Nullable Days days,
            @Nullable String taxLabel,
            LineExplanation explanation) {}

    /** The tax that is given back; of an invoice, of its tax row at {@code position}. */
    public record Tax(int position, TaxRow row) {}

    public Money net() {
        return lines.stream().map(Line::net).reduce(Money.zero(currency), Money::plus);
    }

    public Money tax() {
        return taxes.stream().map(tax -> tax.row().tax()).reduce(Money.zero(currency), Money::plus);
    }

    /** The sum of the rows shown. */
    public Money total() {
        return net().plus(tax()).plus(rounding);
    }

    /** The tax in the merchant's currency; null where it is the document's. */
    public @Nullable TaxExchange taxExchange() {
        return TaxExchange.of(terms.exchange(), taxes.stream().map(Tax::row).toList());
    }
}
