package dev.quittance.drafts;

import dev.quittance.invoicing.Invoice;
import dev.quittance.platform.Problem;
import java.util.UUID;

/** What comes of writing an invoice by hand. */
sealed interface DraftOutcome {

    /** The draft as it is now. */
    record InvoiceDraftSaved(DraftInvoice draft) implements DraftOutcome {}

    /** The draft is gone. */
    record InvoiceDraftDeleted(UUID id) implements DraftOutcome {}

    /** The draft has become this invoice. */
    record InvoiceDraftPosted(Invoice invoice) implements DraftOutcome {}

    /** Somebody else saved it meanwhile. */
    record DraftChanged(DraftInvoice draft) implements DraftOutcome, Problem {
        @Override
        public String message() {
            return "Somebody else has changed this draft since you opened it. Look at it again, then"
                    + " decide.";
        }
    }

    /** It was posted before. */
    record DraftWasPosted(Invoice invoice) implements DraftOutcome, Problem {
        @Override
        public String message() {
            return "This draft was posted as invoice %s.".formatted(invoice.number());
        }
    }
}
