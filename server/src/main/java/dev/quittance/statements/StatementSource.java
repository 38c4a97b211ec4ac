package dev.quittance.statements;

import dev.quittance.documents.DocumentKind;
import dev.quittance.documents.DocumentSource;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Mailed statements as documents, each as of the moment in which it was made. */
@Component
class StatementSource implements DocumentSource {
    private final KeptStatementRepository repository;
    private final StatementFiles files;

    StatementSource(KeptStatementRepository repository, StatementFiles files) {
        this.repository = repository;
        this.files = files;
    }

    @Override
    public DocumentKind kind() {
        return DocumentKind.STATEMENT;
    }

    @Override
    public Flux<Posted> posted(Collection<UUID> ids) {
        return repository
                .find(ids)
                .collectList()
                .flatMapIterable(found -> found)
                .concatMap(this::posted);
    }

    private Mono<Posted> posted(KeptStatement kept) {
        return files.picture(kept.customer(), kept.scope())
                .map(
                        picture ->
                                new Posted(
                                        kept.id(),
                                        kept.customer(),
                                        StatementFiles.name(kept.scope(), "pdf"),
                                        picture));
    }
}
