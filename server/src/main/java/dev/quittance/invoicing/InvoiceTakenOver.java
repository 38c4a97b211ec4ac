package dev.quittance.invoicing;

import dev.quittance.platform.Problem;

/** The invoice is the former billing system's: its revenue and tax are not in these books. */
public record InvoiceTakenOver(String message) implements Problem {

    /** Why it can't be put right by a document, and what can be done instead. */
    public static InvoiceTakenOver of(String number) {
        return new InvoiceTakenOver(
                "Invoice %s was taken over from the former billing system, where its revenue and tax are booked. Credit or cancel it there and write off here what is no longer owed, or credit the customer here without an invoice and let that credit pay it."
                        .formatted(number));
    }
}
