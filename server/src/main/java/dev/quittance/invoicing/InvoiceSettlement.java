package dev.quittance.invoicing;

import dev.quittance.platform.Change;
import dev.quittance.platform.Columns;
import dev.quittance.platform.HistoryEntry;
import dev.quittance.platform.News;
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
    private final News news;

    InvoiceSettlement(DatabaseClient db, News news) {
        this.db = db;
        this.news = news;
    }

    private record Settled(
            UUID id, UUID customer, InvoiceStatus before, InvoiceStatus after, Money amount) {}

    private record Status(InvoiceStatus status) {}

    Mono<Void> settle(Map<UUID, Long> amounts) {
        return update(amounts)
                .collectList()
                .doOnNext(settled -> complete(amounts, settled))
                .flatMap(settled -> news.tell(changed(settled), paid(settled), changes(settled)));
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
                                news.tell(
                                        List.of(cancelled(one, reason)),
                                        List.of(new InvoiceSettled(one.id(), one.customer())),
                                        changes(List.of(one))));
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

    private static List<InvoiceSettled> paid(List<Settled> settled) {
        return settled.stream()
                .filter(one -> one.before() != one.after() && one.after() == InvoiceStatus.PAID)
                .map(one -> new InvoiceSettled(one.id(), one.customer()))
                .toList();
    }

    private static List<Change> changes(List<Settled> settled) {
        return settled.stream().map(one -> new Change(KIND, one.id(), one.customer())).toList();
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
