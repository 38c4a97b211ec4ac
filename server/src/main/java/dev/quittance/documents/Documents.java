package dev.quittance.documents;

import dev.quittance.platform.Blocking;
import dev.quittance.platform.NotFound;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * The PDF of every posted document. It is made once, soon after posting or when first asked for,
 * and kept as it is.
 */
@Service
public class Documents {
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
        return repository.find(document).switchIfEmpty(Mono.defer(() -> made(kind, document)));
    }

    /** Makes the file unless it is there. */
    public Mono<Void> make(DocumentKind kind, UUID document) {
        return repository
                .exists(document)
                .filter(there -> !there)
                .flatMap(missing -> draw(kind, document))
                .flatMap(file -> repository.keep(kind, file));
    }

    /** Two who ask at once both draw; what was kept first is what both get. */
    private Mono<DocumentFile> made(DocumentKind kind, UUID document) {
        return draw(kind, document)
                .flatMap(file -> repository.keep(kind, file))
                .then(Mono.defer(() -> repository.find(document)))
                .switchIfEmpty(Mono.error(() -> new NotFound("The document")));
    }

    private Mono<DocumentFile> draw(DocumentKind kind, UUID document) {
        var source = sources.get(kind);
        if (source == null) {
            return Mono.empty();
        }
        return source.posted(document)
                .flatMap(
                        posted ->
                                Blocking.call(
                                        () ->
                                                new DocumentFile(
                                                        document,
                                                        posted.customer(),
                                                        posted.fileName(),
                                                        DocumentPdf.draw(posted.picture()))));
    }
}
