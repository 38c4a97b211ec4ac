package dev.quittance.payments;

import dev.quittance.documents.DocumentKind;
import dev.quittance.documents.DocumentSource;
import dev.quittance.organization.Organizations;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Receipts as documents, from what was kept when the payment succeeded. */
@Component
class ReceiptSource implements DocumentSource {
    private final ReceiptRepository repository;
    private final Organizations organizations;

    ReceiptSource(ReceiptRepository repository, Organizations organizations) {
        this.repository = repository;
        this.organizations = organizations;
    }

    @Override
    public DocumentKind kind() {
        return DocumentKind.RECEIPT;
    }

    @Override
    public Flux<Posted> posted(Collection<UUID> payments) {
        return Flux.fromIterable(payments).concatMap(this::posted);
    }

    private Mono<Posted> posted(UUID payment) {
        return repository
                .find(payment)
                .flatMap(
                        receipt ->
                                organizations
                                        .sellers(List.of(receipt.seller()))
                                        .mapNotNull(sellers -> sellers.get(receipt.seller()))
                                        .map(
                                                seller ->
                                                        new Posted(
                                                                payment,
                                                                receipt.customer(),
                                                                receipt.number() + ".pdf",
                                                                ReceiptPicture.of(
                                                                        receipt, seller))));
    }
}
