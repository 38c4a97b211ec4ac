package dev.quittance.invoicing;

import dev.quittance.documents.DocumentKind;
import dev.quittance.documents.Documents;
import dev.quittance.platform.Listener;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes the PDF of every invoice soon after it is posted. */
@Component
class InvoiceFiling implements Listener<InvoicePosted> {
    private final Documents documents;

    InvoiceFiling(Documents documents) {
        this.documents = documents;
    }

    @Override
    public Class<InvoicePosted> event() {
        return InvoicePosted.class;
    }

    @Override
    public Mono<Void> on(InvoicePosted posted) {
        return onAll(List.of(posted));
    }

    @Override
    public Mono<Void> onAll(List<InvoicePosted> posted) {
        return documents.make(
                DocumentKind.INVOICE, posted.stream().map(InvoicePosted::invoice).toList());
    }
}
