package dev.quittance.invoicing;

import dev.quittance.platform.Changes;
import dev.quittance.platform.Columns;
import dev.quittance.platform.History;
import dev.quittance.platform.HistoryEntry;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps what is paid of invoices, and with it their status. */
@Component
class InvoiceSettlement {
    private static final String KIND = "INVOICE";

    private final DatabaseClient db;
    private final History history;
    private final Changes changes;

    InvoiceSettlement(DatabaseClient db, History history, Changes changes) {
        this.db = db;
        this.history = history;
        this.changes = changes;
    }

    private record Settled(
            UUID id, UUID customer, InvoiceStatus before, InvoiceStatus after, Money amount) {}

    private record Status(InvoiceStatus status) {}

    Mono<Void> settle(Map<UUID, Long> amounts) {
        return update(amounts)
                .collectList()
                .doOnNext(settled -> complete(amounts, settled))
                .flatMap(settled -> history.add(changed(settled)).then(announce(settled)));
    }

    Mono<Void> cancel(UUID id, String reason) {
        return db.sql(
                        """
                        with before as (
                          select id, status from invoice where id = :id and status in ('OPEN', 'PAID') for update)
                        update invoice i
                           set status = 'VOID', paid_minor = total_minor
                          from before
                         where i.id = before.id
                        returning i.id, i.customer_id, before.status as before, i.status, i.currency,
                                  i.total_minor as amount_minor
                        """)
                .bind("id", id)
                .map(InvoiceSettlement::settled)
                .one()
                .switchIfEmpty(
                        Mono.error(
                                () -> new IllegalStateException("Only what stands is cancelled")))
                .flatMap(
                        one ->
                                history.add(List.of(cancelled(one, reason)))
                                        .then(changes.announce(KIND, one.id(), one.customer())));
    }

    private static HistoryEntry.New cancelled(Settled one, String reason) {
        return new HistoryEntry.New(
                KIND,
                one.id(),
                one.customer(),
                "invoice cancelled",
                new Status(one.before()),
                new Status(one.after()),
                reason);
    }

    private Flux<Settled> update(Map<UUID, Long> amounts) {
        return db.sql(
                        """
                        with before as (
                          select i.id, i.status, a.minor
                            from unnest(:ids::uuid[], :minors::bigint[]) as a (id, minor)
                            join invoice i on i.id = a.id
                           where i.status in ('OPEN', 'PAID')
                           order by i.id
                             for update of i
                        )
                        update invoice i
                           set paid_minor = i.paid_minor + before.minor,
                               status = case when i.paid_minor + before.minor = i.total_minor then 'PAID' else 'OPEN' end
                          from before
                         where i.id = before.id
                        returning i.id, i.customer_id, before.status as before, i.status, i.currency,
                                  before.minor as amount_minor
                        """)
                .bind("ids", amounts.keySet().toArray(UUID[]::new))
                .bind("minors", amounts.values().toArray(Long[]::new))
                .map(InvoiceSettlement::settled)
                .all();
    }

    private static void complete(Map<UUID, Long> amounts, List<Settled> settled) {
        if (settled.size() < amounts.size()) {
            throw new IllegalStateException("An invoice to be settled is not open");
        }
    }

    private static List<HistoryEntry.New> changed(List<Settled> settled) {
        return settled.stream()
                .filter(one -> one.before() != one.after())
                .map(
                        one ->
                                new HistoryEntry.New(
                                        KIND,
                                        one.id(),
                                        one.customer(),
                                        one.after() == InvoiceStatus.PAID
                                                ? "invoice paid"
                                                : "invoice reopened",
                                        new Status(one.before()),
                                        new Status(one.after()),
                                        null))
                .toList();
    }

    private Mono<Void> announce(List<Settled> settled) {
        return Flux.fromIterable(settled)
                .concatMap(one -> changes.announce(KIND, one.id(), one.customer()))
                .then();
    }

    private static Settled settled(Readable row) {
        var column = new Columns(row);
        return new Settled(
                column.id("id"),
                column.id("customer_id"),
                column.choice("before", InvoiceStatus.class),
                column.choice("status", InvoiceStatus.class),
                column.money("amount"));
    }
}
