package dev.quittance.platform.graphql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Remembers documents that were parsed and found valid. Bounded by their length, so that nobody
 * fills the memory with documents of their own making.
 */
class Documents implements PreparsedDocumentProvider {
    private static final long CHARACTERS = 4_000_000;

    private final Cache<String, PreparsedDocumentEntry> known =
            Caffeine.newBuilder()
                    .maximumWeight(CHARACTERS)
                    .weigher((String text, PreparsedDocumentEntry _) -> text.length())
                    .build();

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parse) {
        var document = known.getIfPresent(input.getQuery());
        if (document == null) {
            document = parse.apply(input);
            if (!document.hasErrors()) {
                known.put(input.getQuery(), document);
            }
        }
        return CompletableFuture.completedFuture(document);
    }
}
