package dev.quittance.collection;

import dev.quittance.platform.Amounts;
import dev.quittance.platform.Columns;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The SQL of invoices that were given up. */
@Repository
class WriteOffRepository {
    private final DatabaseClient db;

    WriteOffRepository(DatabaseClient db) {
        this.db = db;
    }

    Mono<Void> add(WriteOff writeOff) {
        return db.sql(
                        """
                        insert into write_off (id, invoice_id, customer_id, currency, amount_minor, reason, made_on)
                        values (:id, :invoice, :customer, :currency, :amount, :reason, :on)
                        """)
                .bind("id", writeOff.id())
                .bind("invoice", writeOff.invoice())
                .bind("customer", writeOff.customer())
                .bind("currency", writeOff.amount().getCurrencyUnit().getCode())
                .bind("amount", Amounts.minor(writeOff.amount()))
                .bind("reason", writeOff.reason())
                .bind("on", writeOff.madeOn())
                .then();
    }

    /** Those of these invoices that are not recovered; at most one for each. */
    Flux<WriteOff> present(Collection<UUID> invoices) {
        return db.sql(
                        """
                        select id, invoice_id, customer_id, currency, amount_minor, reason, made_on
                          from write_off
                         where invoice_id = any(:invoices) and recovered_on is null
                         order by id
                        """)
                .bind("invoices", invoices.toArray(UUID[]::new))
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new WriteOff(
                                    column.id("id"),
                                    column.id("invoice_id"),
                                    column.id("customer_id"),
                                    column.money("amount"),
                                    column.text("reason"),
                                    column.day("made_on"));
                        })
                .all();
    }

    Mono<Void> recover(Collection<UUID> ids, LocalDate on, String reason) {
        return db.sql(
                        """
                        update write_off
                           set recovered_on = :on, recovery_reason = :reason
                         where id = any(:ids) and recovered_on is null
                        """)
                .bind("ids", ids.toArray(UUID[]::new))
                .bind("on", on)
                .bind("reason", reason)
                .then();
    }
}
