package dev.quittance.documents;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** Knows the documents of one kind; offered as a bean by whoever posts them. */
public interface DocumentSource {

    DocumentKind kind();

    /**
     * What document {@code id} shows, from what was stored when it was posted and nothing else;
     * empty if there is none or it is not posted.
     */
    Mono<Posted> posted(UUID id);

    /** A posted document, whose it is, and what its file is to be called. */
    record Posted(UUID customer, String fileName, DocumentPicture picture) {}
}
