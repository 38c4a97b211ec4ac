package dev.quittance.imports;

import static java.util.Objects.requireNonNull;

import dev.quittance.platform.Caller;
import dev.quittance.platform.Columns;
import dev.quittance.platform.JsonText;
import dev.quittance.platform.Page;
import dev.quittance.uploads.CsvFile.Row;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Imports and the rows of their files. */
@Repository
class ImportRepository {
    private static final String COLUMNS =
            """
            id, file_name, status, failure, uploaded_by, uploaded_at, columns, delimiter, mapping,
            row_count, done_count, good_count, bad_count, imported_count, total_minor, currency, addons,
            skip_bad_rows, run_by, run_by_name, import_on, at_line
            """;
    private final DatabaseClient db;

    ImportRepository(DatabaseClient db) {
        this.db = db;
    }

    Mono<Void> add(CustomerImport made) {
        return db.sql(
                        """
                        insert into customer_import (kind, id, file_name, status, uploaded_by, columns, delimiter, mapping, currency)
                        values ('CUSTOMERS', :id, :fileName, 'UPLOADED', :uploadedBy, :columns::jsonb, :delimiter, :mapping::jsonb, :currency)
                        """)
                .bind("id", made.id())
                .bind("fileName", made.fileName())
                .bind("uploadedBy", made.uploadedBy())
                .bind("columns", JsonText.write(made.columns()))
                .bind("delimiter", String.valueOf(made.delimiter()))
                .bind("mapping", JsonText.write(made.mapping()))
                .bind("currency", made.mapping().currency().getCode())
                .then();
    }

    Mono<Void> addRows(UUID id, List<Row> rows) {
        return db.sql(
                        """
                        insert into import_row (import_id, line, cells)
                        select :id, line, cells::jsonb from unnest(:lines::int[], :cells::text[]) as row (line, cells)
                        """)
                .bind("id", id)
                .bind("lines", rows.stream().map(Row::line).toArray(Integer[]::new))
                .bind(
                        "cells",
                        rows.stream()
                                .map(row -> JsonText.write(row.cells()))
                                .toArray(String[]::new))
                .then();
    }

    Mono<Void> countRows(UUID id, int rows) {
        return db.sql("update customer_import set row_count = :rows where id = :id")
                .bind("rows", rows)
                .bind("id", id)
                .then();
    }

    Mono<CustomerImport> find(UUID id) {
        return db.sql(
                        "select %s from customer_import where id = :id and kind = 'CUSTOMERS'"
                                .formatted(COLUMNS))
                .bind("id", id)
                .map(ImportRepository::customerImport)
                .one();
    }

    Mono<CustomerImport> findForUpdate(UUID id) {
        return db.sql(
                        "select %s from customer_import where id = :id and kind = 'CUSTOMERS' for update"
                                .formatted(COLUMNS))
                .bind("id", id)
                .map(ImportRepository::customerImport)
                .one();
    }

    Flux<CustomerImport> page(Page page) {
        var sql =
                db.sql(
                        """
                        select %s from customer_import
                         where kind = 'CUSTOMERS' and (:after::uuid is null or id < :after)
                         order by id desc limit :limit
                        """
                                .formatted(COLUMNS));
        var after = page.id(0);
        return (after == null ? sql.bindNull("after", UUID.class) : sql.bind("after", after))
                .bind("limit", page.first() + 1)
                .map(ImportRepository::customerImport)
                .all();
    }

    Mono<Void> beginCheck(UUID id, ImportMapping mapping) {
        return db.sql(
                        """
                        with no_faults as (delete from import_fault where import_id = :id)
                        update customer_import
                           set status = 'CHECKING', failure = null, mapping = :mapping::jsonb, currency = :currency,
                               done_count = 0, good_count = 0, bad_count = 0, total_minor = null, addons = '{}',
                               at_line = 1, leased_until = null
                         where id = :id
                        """)
                .bind("id", id)
                .bind("mapping", JsonText.write(mapping))
                .bind("currency", mapping.currency().getCode())
                .then();
    }

    Mono<Void> beginRun(UUID id, boolean skipBadRows, Caller by, LocalDate day) {
        var sql =
                db.sql(
                        """
                        update customer_import
                           set status = 'RUNNING', failure = null, skip_bad_rows = :skip, run_by = :by, run_by_name = :name,
                               import_on = coalesce(import_on, :day), done_count = imported_count, at_line = 1,
                               leased_until = null
                         where id = :id
                        """);
        return (by.id() == null ? sql.bindNull("by", UUID.class) : sql.bind("by", by.id()))
                .bind("id", id)
                .bind("skip", skipBadRows)
                .bind("name", by.name())
                .bind("day", day)
                .then();
    }

    /** Takes an import that is to be worked on, for some seconds; each step renews that. */
    Mono<UUID> lease() {
        return db.sql(
                        """
                        update customer_import set leased_until = now() + interval '15 seconds'
                         where id = (select id from customer_import
                                      where status in ('CHECKING', 'RUNNING')
                                        and (leased_until is null or leased_until < now())
                                      order by id limit 1 for update skip locked)
                        returning id
                        """)
                .mapValue(UUID.class)
                .one();
    }

    Mono<Void> progress(UUID id, int line, int rows, int imported) {
        return db.sql(
                        """
                        update customer_import
                           set at_line = :line, done_count = done_count + :rows, imported_count = imported_count + :imported,
                               leased_until = now() + interval '15 seconds'
                         where id = :id
                        """)
                .bind("id", id)
                .bind("line", line)
                .bind("rows", rows)
                .bind("imported", imported)
                .then();
    }

    Mono<Void> complete(UUID id) {
        return db.sql(
                        "update customer_import set status = 'COMPLETED', leased_until = null where id = :id")
                .bind("id", id)
                .then();
    }

    Mono<Void> fail(UUID id, String failure) {
        return db.sql(
                        """
                        update customer_import set status = 'FAILED', failure = :failure, leased_until = null
                         where id = :id and status in ('CHECKING', 'RUNNING')
                        """)
                .bind("id", id)
                .bind("failure", failure)
                .then();
    }

    private static CustomerImport customerImport(Readable row) {
        var columns = new Columns(row);
        var total = columns.decimalOrNull("total_minor");
        var mapping = columns.json("mapping", ImportMapping.class);
        return new CustomerImport(
                columns.id("id"),
                columns.text("file_name"),
                columns.choice("status", ImportStatus.class),
                columns.textOrNull("failure"),
                columns.text("uploaded_by"),
                columns.at("uploaded_at"),
                List.of(columns.json("columns", ImportColumn[].class)),
                columns.text("delimiter").isEmpty() ? '\t' : columns.text("delimiter").charAt(0),
                mapping,
                columns.integer("row_count"),
                columns.integer("done_count"),
                columns.integer("good_count"),
                columns.integer("bad_count"),
                columns.integer("imported_count"),
                total == null ? null : Money.ofMinor(mapping.currency(), total.longValueExact()),
                List.of(requireNonNull(row.get("addons", String[].class))),
                columns.flag("skip_bad_rows"),
                columns.idOrNull("run_by"),
                columns.textOrNull("run_by_name"),
                columns.dayOrNull("import_on"),
                columns.integer("at_line"));
    }
}
