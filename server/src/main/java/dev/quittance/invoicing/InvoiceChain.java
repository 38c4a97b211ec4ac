package dev.quittance.invoicing;

import java.util.List;
import org.joda.money.Money;

/**
 * A bill with all that was added to it and given back since.
 *
 * @param credited by credit notes and cancellations on any of them
 * @param total of all of them, without what was credited
 */
public record InvoiceChain(
        Invoice bill, List<Invoice> supplements, Money credited, Money total, Money amountDue) {

    public InvoiceChain {
        supplements = List.copyOf(supplements);
    }

    static InvoiceChain of(Invoice bill, List<Invoice> supplements, Money credited) {
        var total = bill.total();
        var due = bill.amountDue();
        for (var supplement : supplements) {
            total = total.plus(supplement.total());
            due = due.plus(supplement.amountDue());
        }
        return new InvoiceChain(bill, supplements, credited, total.minus(credited), due);
    }
}
