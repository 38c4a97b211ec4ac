package dev.quittance.invoicing;

import static java.util.Objects.requireNonNull;

import dev.quittance.documents.DocumentKind;
import dev.quittance.documents.DocumentSource;
import dev.quittance.invoicing.InvoicePicture.Related;
import dev.quittance.organization.Organizations;
import dev.quittance.organization.Seller;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Shows invoices, as they were posted, for their PDF. */
@Component
class InvoiceDocuments implements DocumentSource {
    private final InvoiceReading reading;
    private final InvoiceChainRepository chains;
    private final Organizations organizations;

    InvoiceDocuments(
            InvoiceReading reading, InvoiceChainRepository chains, Organizations organizations) {
        this.reading = reading;
        this.chains = chains;
        this.organizations = organizations;
    }

    @Override
    public DocumentKind kind() {
        return DocumentKind.INVOICE;
    }

    @Override
    public Flux<Posted> posted(Collection<UUID> ids) {
        return reading.byIds(ids)
                .map(
                        found ->
                                found.values().stream()
                                        .filter(Invoice::posted)
                                        .filter(one -> !one.takenOver())
                                        .toList())
                .flatMapMany(
                        invoices ->
                                Mono.zip(
                                                organizations.sellers(sellers(invoices)),
                                                chains.related(ids))
                                        .flatMapIterable(
                                                known ->
                                                        posted(
                                                                invoices,
                                                                known.getT1(),
                                                                known.getT2())));
    }

    private static List<UUID> sellers(List<Invoice> invoices) {
        return invoices.stream()
                .map(invoice -> requireNonNull(invoice.sellerId()))
                .distinct()
                .toList();
    }

    private static List<Posted> posted(
            List<Invoice> invoices, Map<UUID, Seller> sellers, Map<UUID, Related> related) {
        return invoices.stream()
                .map(
                        invoice ->
                                new Posted(
                                        invoice.id(),
                                        invoice.customer(),
                                        invoice.number() + ".pdf",
                                        InvoicePicture.of(
                                                invoice,
                                                related.getOrDefault(invoice.id(), Related.NONE),
                                                requireNonNull(sellers.get(invoice.sellerId())))))
                .toList();
    }
}
