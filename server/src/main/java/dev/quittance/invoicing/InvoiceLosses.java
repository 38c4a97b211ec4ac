package dev.quittance.invoicing;

import dev.quittance.platform.Changes;
import dev.quittance.platform.Columns;
import dev.quittance.platform.History;
import dev.quittance.platform.HistoryEntry;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps which invoices were given up, and which are owed again. */
@Component
class InvoiceLosses {
    private static final String KIND = "INVOICE";

    private final DatabaseClient db;
    private final History history;
    private final Changes changes;

    InvoiceLosses(DatabaseClient db, History history, Changes changes) {
        this.db = db;
        this.history = history;
        this.changes = changes;
    }

    private record Moved(UUID id, UUID customer) {}

    private record Status(InvoiceStatus status) {}

    Mono<Void> writeOff(Collection<UUID> ids, String reason) {
        return move(ids, InvoiceStatus.OPEN, InvoiceStatus.WRITTEN_OFF, "written off", reason);
    }

    Mono<Void> recover(Collection<UUID> ids, String reason) {
        return move(ids, InvoiceStatus.WRITTEN_OFF, InvoiceStatus.OPEN, "recovered", reason);
    }

    private Mono<Void> move(
            Collection<UUID> ids,
            InvoiceStatus before,
            InvoiceStatus after,
            String what,
            String reason) {
        return update(ids, before, after)
                .collectList()
                .doOnNext(moved -> complete(ids, moved))
                .flatMap(
                        moved ->
                                history.add(
                                                moved.stream()
                                                        .map(
                                                                one ->
                                                                        entry(
                                                                                one, before, after,
                                                                                what, reason))
                                                        .toList())
                                        .then(announce(moved)));
    }

    private Flux<Moved> update(Collection<UUID> ids, InvoiceStatus before, InvoiceStatus after) {
        return db.sql(
                        """
                        update invoice
                           set status = :after
                         where id = any(:ids) and status = :before
                        returning id, customer_id
                        """)
                .bind("ids", ids.toArray(UUID[]::new))
                .bind("before", before.name())
                .bind("after", after.name())
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new Moved(column.id("id"), column.id("customer_id"));
                        })
                .all();
    }

    private static void complete(Collection<UUID> ids, List<Moved> moved) {
        if (moved.size() < ids.size()) {
            throw new IllegalStateException("An invoice does not stand as it must");
        }
    }

    private static HistoryEntry.New entry(
            Moved one, InvoiceStatus before, InvoiceStatus after, String what, String reason) {
        return new HistoryEntry.New(
                KIND,
                one.id(),
                one.customer(),
                "invoice " + what,
                new Status(before),
                new Status(after),
                reason);
    }

    private Mono<Void> announce(List<Moved> moved) {
        return Flux.fromIterable(moved)
                .concatMap(one -> changes.announce(KIND, one.id(), one.customer()))
                .then();
    }
}
