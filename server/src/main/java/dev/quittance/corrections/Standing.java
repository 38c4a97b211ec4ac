package dev.quittance.corrections;

import dev.quittance.invoicing.Invoice;
import dev.quittance.invoicing.InvoiceStatus;
import dev.quittance.invoicing.InvoiceTakenOver;
import dev.quittance.platform.NotFound;
import dev.quittance.platform.Problem;
import dev.quittance.platform.Refused;

/** Whether an invoice stands, so that it can be put right. */
interface Standing {

    /** The invoice was cancelled before. */
    record InvoiceVoid(String message) implements Problem {}

    /** The invoice was given up as a bad debt. */
    record InvoiceWrittenOff(String message) implements Problem {}

    /** Refuses what does not stand. */
    static Invoice check(Invoice invoice) {
        if (invoice.takenOver()) {
            throw new Refused(InvoiceTakenOver.of(String.valueOf(invoice.number())));
        }
        return switch (invoice.status()) {
            case OPEN, PAID -> invoice;
            case VOID ->
                    throw new Refused(
                            new InvoiceVoid(
                                    "Invoice %s is cancelled. Duplicate it to bill the same again."
                                            .formatted(invoice.number())));
            case WRITTEN_OFF ->
                    throw new Refused(
                            new InvoiceWrittenOff(
                                    "Invoice %s is written off. Recover it first, then put it right."
                                            .formatted(invoice.number())));
            case DRAFT -> throw new NotFound("invoice");
        };
    }

    static boolean stands(Invoice invoice) {
        return invoice.status() == InvoiceStatus.OPEN || invoice.status() == InvoiceStatus.PAID;
    }
}
