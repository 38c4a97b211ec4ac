package dev.quittance.invoicing;

import dev.quittance.documents.DocumentKind;
import dev.quittance.ledger.SourceKind;
import dev.quittance.organization.SeriesKind;

/** What a document gives back. Each kind has numbers of its own. */
public enum CreditNoteKind {
    /** Part of an invoice, or something without one. */
    CREDIT_NOTE,
    /** All that is left of an invoice, which is void from then on. */
    CANCELLATION;

    SeriesKind series() {
        return SeriesKind.valueOf(name());
    }

    SourceKind source() {
        return SourceKind.valueOf(name());
    }

    DocumentKind document() {
        return DocumentKind.valueOf(name());
    }
}
