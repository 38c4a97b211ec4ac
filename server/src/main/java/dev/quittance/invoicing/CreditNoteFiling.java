package dev.quittance.invoicing;

import dev.quittance.documents.DocumentKind;
import dev.quittance.documents.Documents;
import dev.quittance.platform.Listener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes the PDF of every credit note soon after it is posted. */
@Component
class CreditNoteFiling implements Listener<CreditNotePosted> {
    private final Documents documents;

    CreditNoteFiling(Documents documents) {
        this.documents = documents;
    }

    @Override
    public Class<CreditNotePosted> event() {
        return CreditNotePosted.class;
    }

    @Override
    public Mono<Void> on(CreditNotePosted posted) {
        return documents.make(DocumentKind.CREDIT_NOTE, posted.creditNote());
    }
}
