package dev.quittance.invoicing;

import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * Leaves something behind with invoices that are posted, in the transaction that posts them. It
 * reads and writes the database only; what lies outside is for a worker.
 */
public interface PostingFollower {

    /** These invoices were written, at most {@link Invoices#MOST}. */
    Mono<Void> posted(List<UUID> invoices);
}
