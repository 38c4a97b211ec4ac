package dev.quittance.billing;

import dev.quittance.invoicing.Drafting.InvoiceDraft;
import dev.quittance.platform.Amounts;
import dev.quittance.platform.Below.Row;
import dev.quittance.platform.Columns;
import dev.quittance.platform.Page;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rows of what dry runs propose. */
@Repository
class ProposalRepository {
    private static final UUID NONE = new UUID(0, 0);

    private final DatabaseClient db;

    ProposalRepository(DatabaseClient db) {
        this.db = db;
    }

    Mono<Void> insert(UUID run, List<InvoiceDraft> drafts) {
        return db.sql(
                        """
                        insert into bill_proposal (id, bill_run_id, customer_id, customer_name, currency, line_count, net_minor,
                               tax_minor, rounding_minor, total_minor)
                        select p.id, :run, p.customer, p.name, p.currency, p.lines, p.net, p.tax, p.rounding,
                               p.net + p.tax + p.rounding
                          from unnest(:ids::uuid[], :customers::uuid[], :names::text[], :currencies::text[], :lines::int[],
                                      :nets::bigint[], :taxes::bigint[], :roundings::bigint[])
                               as p (id, customer, name, currency, lines, net, tax, rounding)
                        """)
                .bind("run", run)
                .bind("ids", all(drafts, InvoiceDraft::id, UUID[]::new))
                .bind("customers", all(drafts, draft -> draft.order().customer(), UUID[]::new))
                .bind("names", all(drafts, draft -> draft.customer().name(), String[]::new))
                .bind("currencies", all(drafts, draft -> draft.order().currency(), String[]::new))
                .bind("lines", all(drafts, draft -> draft.lines().size(), Integer[]::new))
                .bind("nets", all(drafts, draft -> Amounts.minor(draft.net()), Long[]::new))
                .bind("taxes", all(drafts, draft -> Amounts.minor(draft.tax()), Long[]::new))
                .bind(
                        "roundings",
                        all(drafts, draft -> Amounts.minor(draft.rounding()), Long[]::new))
                .then();
    }

    /** What each of these runs proposes, by customer name. */
    Flux<Row<BillProposal>> below(Collection<UUID> runs, Page page) {
        return db.sql(
                        """
                        select p.bill_run_id, p.id, p.customer_id, p.customer_name, p.currency, p.line_count, p.net_minor,
                               p.tax_minor, p.rounding_minor, p.total_minor
                          from unnest(:runs::uuid[]) as r (id)
                         cross join lateral (select *
                                               from bill_proposal
                                              where bill_run_id = r.id
                                                and (lower(customer_name), id) > (lower(:afterName), :afterId)
                                              order by lower(customer_name), id
                                              limit :first + 1) p
                         order by p.bill_run_id, lower(p.customer_name), p.id
                        """)
                .bind("runs", runs.toArray(UUID[]::new))
                .bind("afterName", Objects.requireNonNullElse(page.text(0), ""))
                .bind("afterId", Objects.requireNonNullElse(page.id(1), NONE))
                .bind("first", page.first())
                .map(row -> new Row<>(new Columns(row).id("bill_run_id"), proposal(row)))
                .all();
    }

    private static BillProposal proposal(Readable row) {
        var column = new Columns(row);
        return new BillProposal(
                column.id("id"),
                column.id("customer_id"),
                column.text("customer_name"),
                column.integer("line_count"),
                column.money("net"),
                column.money("tax"),
                column.money("rounding"),
                column.money("total"));
    }

    private static <T> T[] all(
            List<InvoiceDraft> drafts, Function<InvoiceDraft, T> value, IntFunction<T[]> array) {
        return drafts.stream().map(value).toArray(array);
    }
}
