package dev.quittance.corrections;

import dev.quittance.invoicing.CreditableLine;
import dev.quittance.invoicing.Invoice;
import java.util.ArrayList;
import java.util.List;

/** What can be done to put an invoice right. */
enum InvoiceAct {
    /** A further charge, on an invoice of its own that belongs to this one. */
    ADD_CHARGE,
    /** A discount, on a credit note. */
    ADD_DISCOUNT,
    /** A credit note for some of its lines. */
    CREDIT,
    CANCEL,
    /** Cancelled, and issued anew with the customer's present address and tax id. */
    REISSUE,
    /** A draft with the same lines. */
    DUPLICATE;

    /** What is possible now. */
    static List<InvoiceAct> possible(Invoice invoice, List<CreditableLine> lines) {
        var acts = new ArrayList<InvoiceAct>();
        if (Standing.stands(invoice) && !invoice.takenOver()) {
            var left = lines.stream().anyMatch(line -> line.left().isPositive());
            acts.add(ADD_CHARGE);
            if (left) {
                acts.add(ADD_DISCOUNT);
                acts.add(CREDIT);
            }
            if (left || invoice.net().isZero()) {
                acts.add(CANCEL);
                acts.add(REISSUE);
            }
        }
        if (invoice.posted()) {
            acts.add(DUPLICATE);
        }
        return List.copyOf(acts);
    }
}
