package dev.quittance.invoicing;

import static java.util.Objects.requireNonNull;

import dev.quittance.documents.DocumentKind;
import dev.quittance.documents.DocumentSource;
import dev.quittance.organization.Organizations;
import dev.quittance.organization.Seller;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;

/** Shows credit notes or cancellations, as they were posted, for their PDF. */
record CreditNoteDocuments(
        CreditNoteKind shown, CreditNoteRepository repository, Organizations organizations)
        implements DocumentSource {

    @Configuration(proxyBeanMethods = false)
    static class OfEachKind {

        @Bean
        DocumentSource creditNotePdfs(CreditNoteRepository notes, Organizations organizations) {
            return new CreditNoteDocuments(CreditNoteKind.CREDIT_NOTE, notes, organizations);
        }

        @Bean
        DocumentSource cancellationPdfs(CreditNoteRepository notes, Organizations organizations) {
            return new CreditNoteDocuments(CreditNoteKind.CANCELLATION, notes, organizations);
        }
    }

    @Override
    public DocumentKind kind() {
        return shown.document();
    }

    @Override
    public Flux<Posted> posted(Collection<UUID> ids) {
        return repository
                .byIds(ids)
                .flatMapMany(
                        notes ->
                                organizations
                                        .sellers(
                                                notes.stream()
                                                        .map(CreditNote::sellerId)
                                                        .distinct()
                                                        .toList())
                                        .flatMapIterable(
                                                sellers ->
                                                        notes.stream()
                                                                .filter(
                                                                        note ->
                                                                                note.kind()
                                                                                        == shown)
                                                                .map(note -> posted(note, sellers))
                                                                .toList()));
    }

    private static Posted posted(CreditNote note, Map<UUID, Seller> sellers) {
        return new Posted(
                note.id(),
                note.customer(),
                note.number() + ".pdf",
                CreditNotePicture.of(note, requireNonNull(sellers.get(note.sellerId()))));
    }
}
