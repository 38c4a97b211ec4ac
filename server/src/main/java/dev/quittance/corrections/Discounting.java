package dev.quittance.corrections;

import dev.quittance.corrections.AddChargeInput.Adjustment;
import dev.quittance.corrections.InvoiceCredits.Credited;
import dev.quittance.invoicing.CreditDraft;
import dev.quittance.invoicing.CreditNote;
import dev.quittance.invoicing.CreditNotes;
import dev.quittance.invoicing.Invoice;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A discount on a posted bill: a credit note, spread over the lines by what is left of them. */
@Component
class Discounting {
    private final CreditNotes creditNotes;
    private final InvoiceCredits credits;

    Discounting(CreditNotes creditNotes, InvoiceCredits credits) {
        this.creditNotes = creditNotes;
        this.credits = credits;
    }

    Mono<CreditDraft> draft(Invoice bill, Adjustment wanted) {
        return creditNotes.draftAmount(bill.id(), wanted.amount(), wanted.description());
    }

    /** Call with the bill held. */
    Mono<UUID> post(Invoice bill, Adjustment wanted, @Nullable Boolean mail) {
        return draft(bill, wanted)
                .flatMap(draft -> credits.post(draft, wanted.description(), mail))
                .map(Credited::creditNote);
    }

    Mono<CreditNote> get(UUID id) {
        return creditNotes.get(id);
    }
}
