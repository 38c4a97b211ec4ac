package dev.quittance.documents;

import dev.quittance.documents.DocumentSource.Posted;
import dev.quittance.platform.Blocking;
import dev.quittance.platform.NotFound;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The PDF of every posted document. It is made once, soon after posting or when first asked for,
 * and kept as it is.
 */
@Service
public class Documents {
    private static final int AT_ONCE = 4;
    private static final int TOGETHER = 20;
    private final DocumentRepository repository;
    private final Map<DocumentKind, DocumentSource> sources;

    Documents(DocumentRepository repository, ObjectProvider<DocumentSource> sources) {
        this.repository = repository;
        this.sources =
                sources.orderedStream()
                        .collect(Collectors.toMap(DocumentSource::kind, Function.identity()));
    }

    /** The file; {@code NotFound} when there is no such document or it is not posted. */
    public Mono<DocumentFile> pdf(DocumentKind kind, UUID document) {
        return repository
                .find(List.of(document))
                .next()
                .switchIfEmpty(Mono.defer(() -> made(kind, document)));
    }

    /** Those of these files that are made already. */
    public Flux<DocumentFile> made(Collection<UUID> documents) {
        return documents.isEmpty() ? Flux.empty() : repository.find(documents);
    }

    /** Makes the files that are not there. */
    public Mono<Void> make(DocumentKind kind, Collection<UUID> documents) {
        return repository
                .missing(documents)
                .collectList()
                .flatMapMany(missing -> draw(kind, missing))
                .buffer(TOGETHER)
                .concatMap(files -> repository.keep(kind, files))
                .then();
    }

    /** Two who ask at once both draw; what was kept first is what both get. */
    private Mono<DocumentFile> made(DocumentKind kind, UUID document) {
        return make(kind, List.of(document))
                .thenMany(Flux.defer(() -> repository.find(List.of(document))))
                .next()
                .switchIfEmpty(Mono.error(() -> new NotFound("The document")));
    }

    private Flux<DocumentFile> draw(DocumentKind kind, List<UUID> documents) {
        var source = sources.get(kind);
        return source == null || documents.isEmpty()
                ? Flux.empty()
                : source.posted(documents).flatMap(Documents::draw, AT_ONCE);
    }

    private static Mono<DocumentFile> draw(Posted posted) {
        return Blocking.call(
                () ->
                        new DocumentFile(
                                posted.document(),
                                posted.customer(),
                                posted.fileName(),
                                DocumentPdf.draw(posted.picture())));
    }
}
