package dev.quittance.invoicing;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What was given back of an invoice. It never changes.
 *
 * @param invoiceId the one it gives back a part of
 * @param total net and tax
 * @param buyer as on the invoice
 */
public record CreditNote(
        UUID id,
        String number,
        UUID customer,
        UUID invoiceId,
        String invoiceNumber,
        CurrencyUnit currency,
        Money net,
        Money tax,
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

    CreditNote with(List<CreditNoteLine> itsLines, List<TaxRow> itsTaxRows) {
        return new CreditNote(
                id,
                number,
                customer,
                invoiceId,
                invoiceNumber,
                currency,
                net,
                tax,
                total,
                issuedOn,
                reason,
                sellerId,
                buyer,
                itsLines,
                itsTaxRows);
    }
}
