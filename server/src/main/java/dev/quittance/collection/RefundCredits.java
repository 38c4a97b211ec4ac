package dev.quittance.collection;

import dev.quittance.invoicing.CreditDraft;
import dev.quittance.invoicing.CreditNotes;
import dev.quittance.invoicing.Invoice;
import dev.quittance.payments.Allocations;
import dev.quittance.platform.BusinessClock;
import org.joda.money.Money;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * The credit notes of refunds. A credit note pays first what its invoice still owes; so that an
 * amount becomes credit, it is given over that amount and what is due.
 */
@Service
class RefundCredits {
    private final CreditNotes creditNotes;
    private final Allocations allocations;
    private final BusinessClock clock;

    RefundCredits(CreditNotes creditNotes, Allocations allocations, BusinessClock clock) {
        this.creditNotes = creditNotes;
        this.allocations = allocations;
        this.clock = clock;
    }

    Mono<CreditDraft> draft(Invoice invoice, Money amount) {
        return creditNotes.draftGross(invoice.id(), amount.plus(invoice.amountDue()), "Refund");
    }

    /** Posts it and lets it pay what is due; the customer is locked. */
    Mono<Money> issue(Invoice invoice, Money amount, String reason) {
        return Mono.zip(draft(invoice, amount), clock.today())
                .flatMap(
                        made ->
                                creditNotes
                                        .post(made.getT1(), made.getT2(), reason, null)
                                        .flatMap(note -> allocations.credit(note, made.getT2())));
    }
}
