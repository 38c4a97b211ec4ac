package dev.quittance.drafts;

import dev.quittance.platform.Columns;
import dev.quittance.platform.Given;
import dev.quittance.platform.JsonText;
import dev.quittance.platform.Page;
import io.r2dbc.spi.Readable;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The SQL of drafts. */
@Repository
class DraftRepository {
    private static final UUID LAST_ID = new UUID(-1, -1);
    private static final String COLUMNS =
            "select id, version, customer_id, currency, entry, created_at, changed_at from invoice_draft";

    private final DatabaseClient db;

    DraftRepository(DatabaseClient db) {
        this.db = db;
    }

    Mono<DraftInvoice> find(UUID id) {
        return db.sql(COLUMNS + " where id = :id").bind("id", id).map(DraftRepository::draft).one();
    }

    Mono<DraftInvoice> findForUpdate(UUID id) {
        return db.sql(COLUMNS + " where id = :id for update")
                .bind("id", id)
                .map(DraftRepository::draft)
                .one();
    }

    /** A page, newest first. */
    Flux<DraftInvoice> page(@Nullable UUID customer, Page page) {
        return db.sql(
                        COLUMNS
                                + """
                                   where (:customer::uuid is null or customer_id = :customer)
                                     and id < :afterId
                                   order by id desc
                                   limit :first + 1
                                  """)
                .bind("customer", Given.sql(customer, UUID.class))
                .bind("afterId", Objects.requireNonNullElse(page.id(0), LAST_ID))
                .bind("first", page.first())
                .map(DraftRepository::draft)
                .all();
    }

    Mono<Void> insert(UUID id, UUID customer, CurrencyUnit currency, InvoiceEntry entry) {
        return db.sql(
                        """
                        insert into invoice_draft (id, customer_id, currency, entry)
                        values (:id, :customer, :currency, :entry::jsonb)
                        """)
                .bind("id", id)
                .bind("customer", customer)
                .bind("currency", currency.getCode())
                .bind("entry", JsonText.write(entry))
                .then();
    }

    Mono<Void> save(UUID id, CurrencyUnit currency, InvoiceEntry entry) {
        return db.sql(
                        """
                        update invoice_draft
                           set currency = :currency, entry = :entry::jsonb, version = version + 1, changed_at = now()
                         where id = :id
                        """)
                .bind("id", id)
                .bind("currency", currency.getCode())
                .bind("entry", JsonText.write(entry))
                .then();
    }

    Mono<Void> delete(UUID id) {
        return db.sql("delete from invoice_draft where id = :id").bind("id", id).then();
    }

    private static DraftInvoice draft(Readable row) {
        var column = new Columns(row);
        return new DraftInvoice(
                column.id("id"),
                column.number("version"),
                column.id("customer_id"),
                CurrencyUnit.of(column.text("currency")),
                column.json("entry", InvoiceEntry.class),
                column.at("created_at"),
                column.at("changed_at"));
    }
}
