package dev.quittance.invoicing;

import dev.quittance.invoicing.InvoicePicture.Related;
import dev.quittance.platform.Columns;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The SQL of what hangs together with an invoice. */
@Repository
class InvoiceChainRepository {
    private final DatabaseClient db;

    InvoiceChainRepository(DatabaseClient db) {
        this.db = db;
    }

    /** An invoice of a chain, and how much of it was given back. */
    record Member(UUID bill, UUID invoice, long creditedMinor) {}

    /** The whole chain of each of these invoices, the bill first. */
    Flux<Member> members(Collection<UUID> invoices) {
        return db.sql(
                        """
                        with bills as (
                          select distinct coalesce(supplements_id, id) as id from invoice where id = any(:invoices)
                        ), chain as (
                          select b.id as bill, b.id from bills b
                          union all
                          select b.id, s.id from bills b join invoice s on s.supplements_id = b.id
                        )
                        select c.bill, c.id, coalesce(n.credited, 0)::bigint as credited
                          from chain c
                          left join lateral (
                               select sum(total_minor) as credited from credit_note where invoice_id = c.id) n on true
                         order by c.bill, c.id <> c.bill, c.id
                        """)
                .bind("invoices", invoices.toArray(UUID[]::new))
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new Member(
                                    column.id("bill"), column.id("id"), column.number("credited"));
                        })
                .all();
    }

    /** The numbers of what these invoices name; those that name nothing are missing. */
    Mono<Map<UUID, Related>> related(Collection<UUID> invoices) {
        return db.sql(
                        """
                        select i.id, s.number as supplements, r.number as replaces
                          from invoice i
                          left join invoice s on s.id = i.supplements_id
                          left join invoice r on r.id = i.replaces_id
                         where i.id = any(:invoices)
                           and (i.supplements_id is not null or i.replaces_id is not null)
                        """)
                .bind("invoices", invoices.toArray(UUID[]::new))
                .map(
                        row -> {
                            var column = new Columns(row);
                            return Map.entry(
                                    column.id("id"),
                                    new Related(
                                            column.textOrNull("supplements"),
                                            column.textOrNull("replaces")));
                        })
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    Mono<Map<UUID, InvoiceLinks>> links(Collection<UUID> invoices) {
        return db.sql(
                        """
                        select i.id, i.supplements_id, i.replaces_id, r.id as replaced_by
                          from invoice i
                          left join invoice r on r.replaces_id = i.id
                         where i.id = any(:invoices)
                        """)
                .bind("invoices", invoices.toArray(UUID[]::new))
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new InvoiceLinks(
                                    column.id("id"),
                                    column.idOrNull("supplements_id"),
                                    column.idOrNull("replaces_id"),
                                    column.idOrNull("replaced_by"));
                        })
                .all()
                .collectMap(InvoiceLinks::invoice);
    }
}
