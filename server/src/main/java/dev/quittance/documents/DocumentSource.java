package dev.quittance.documents;

import java.util.Collection;
import java.util.UUID;
import reactor.core.publisher.Flux;

/** Knows the documents of one kind; offered as a bean by whoever posts them. */
public interface DocumentSource {

    DocumentKind kind();

    /**
     * What these documents show, from what was stored when they were posted and nothing else; those
     * that don't exist or are not posted are missing.
     */
    Flux<Posted> posted(Collection<UUID> ids);

    /** A posted document, whose it is, and what its file is to be called. */
    record Posted(UUID document, UUID customer, String fileName, DocumentPicture picture) {}
}
