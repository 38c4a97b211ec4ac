package dev.quittance.invoicing;

import static java.util.Objects.requireNonNull;

import dev.quittance.documents.DocumentKind;
import dev.quittance.documents.DocumentSource;
import dev.quittance.organization.Organizations;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Shows invoices, as they were posted, for their PDF. */
@Component
class InvoiceDocuments implements DocumentSource {
    private final InvoiceReading reading;
    private final Organizations organizations;

    InvoiceDocuments(InvoiceReading reading, Organizations organizations) {
        this.reading = reading;
        this.organizations = organizations;
    }

    @Override
    public DocumentKind kind() {
        return DocumentKind.INVOICE;
    }

    @Override
    public Mono<Posted> posted(UUID id) {
        return reading.byIds(List.of(id))
                .flatMap(found -> Mono.justOrEmpty(found.get(id)))
                .filter(Invoice::posted)
                .flatMap(this::picture);
    }

    private Mono<Posted> picture(Invoice invoice) {
        var sellerId = requireNonNull(invoice.sellerId());
        return organizations
                .sellers(List.of(sellerId))
                .map(
                        sellers ->
                                new Posted(
                                        invoice.customer(),
                                        invoice.number() + ".pdf",
                                        InvoicePicture.of(
                                                invoice, requireNonNull(sellers.get(sellerId)))));
    }
}
