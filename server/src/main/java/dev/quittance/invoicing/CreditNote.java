package dev.quittance.invoicing;

import dev.quittance.exchange.ExchangeRate;
import dev.quittance.organization.CashRounding;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What was given back, in part or wholly. It never changes.
 *
 * @param invoiceId what it gives something back of; null when it is free, as with its number
 * @param rounding cash rounding of the total, up or down
 * @param cashRounding to what the total is rounded; null where it is not
 * @param exchange the rate at which the tax is exchanged, in a foreign currency
 * @param total net, tax and rounding
 * @param buyer as on the invoice
 */
public record CreditNote(
        UUID id,
        CreditNoteKind kind,
        String number,
        UUID customer,
        @Nullable UUID invoiceId,
        @Nullable String invoiceNumber,
        CurrencyUnit currency,
        Money net,
        Money tax,
        Money rounding,
        @Nullable CashRounding cashRounding,
        @Nullable ExchangeRate exchange,
        Money total,
        LocalDate issuedOn,
        String reason,
        UUID sellerId,
        DocumentParty buyer,
        List<CreditNoteLine> lines,
        List<TaxRow> taxRows) {

    public CreditNote {
        lines = List.copyOf(lines);
        taxRows = List.copyOf(taxRows);
    }

    /** The tax in the merchant's currency; null where it is the document's. */
    public @Nullable TaxExchange taxExchange() {
        return TaxExchange.of(exchange, taxRows);
    }

    CreditNote with(List<CreditNoteLine> itsLines, List<TaxRow> itsTaxRows) {
        return new CreditNote(
                id,
                kind,
                number,
                customer,
                invoiceId,
                invoiceNumber,
                currency,
                net,
                tax,
                rounding,
                cashRounding,
                exchange,
                total,
                issuedOn,
                reason,
                sellerId,
                buyer,
                itsLines,
                itsTaxRows);
    }
}
