package dev.quittance.imports;

import dev.quittance.platform.Columns;
import dev.quittance.platform.JsonText;
import dev.quittance.platform.Page;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Files of every kind but customers, in the same tables. */
@Repository
class ImportFileRepository {
    private static final String COLUMNS =
            """
            id, kind, file_name, status, failure, uploaded_by, uploaded_at, columns, delimiter, mapping::text as mapping,
            row_count, done_count, good_count, bad_count, imported_count, total_minor is not null as checked,
            skip_bad_rows, run_by, run_by_name, at_line
            """;
    private final DatabaseClient db;

    ImportFileRepository(DatabaseClient db) {
        this.db = db;
    }

    Mono<Void> add(CustomerImport made, String kind, String mapping) {
        return db.sql(
                        """
                        insert into customer_import (kind, id, file_name, status, uploaded_by, columns, delimiter, mapping, currency)
                        values (:kind, :id, :fileName, 'UPLOADED', :uploadedBy, :columns::jsonb, :delimiter, :mapping::jsonb, :currency)
                        """)
                .bind("kind", kind)
                .bind("id", made.id())
                .bind("fileName", made.fileName())
                .bind("uploadedBy", made.uploadedBy())
                .bind("columns", JsonText.write(made.columns()))
                .bind("delimiter", String.valueOf(made.delimiter()))
                .bind("mapping", mapping)
                .bind("currency", made.mapping().currency().getCode())
                .then();
    }

    Mono<ImportFile> find(UUID id, boolean hold) {
        return db.sql(
                        "select %s from customer_import where id = :id and kind <> 'CUSTOMERS' %s"
                                .formatted(COLUMNS, hold ? "for update" : ""))
                .bind("id", id)
                .map(ImportFileRepository::file)
                .one();
    }

    Flux<ImportFile> page(Collection<String> kinds, Page page) {
        var sql =
                db.sql(
                        """
                        select %s from customer_import
                         where kind = any(:kinds) and (:after::uuid is null or id < :after)
                         order by id desc limit :limit
                        """
                                .formatted(COLUMNS));
        var after = page.id(0);
        return (after == null ? sql.bindNull("after", UUID.class) : sql.bind("after", after))
                .bind("kinds", kinds.toArray(String[]::new))
                .bind("limit", page.first() + 1)
                .map(ImportFileRepository::file)
                .all();
    }

    Mono<Void> beginCheck(UUID id, String mapping) {
        return db.sql(
                        """
                        with no_faults as (delete from import_fault where import_id = :id)
                        update customer_import
                           set status = 'CHECKING', failure = null, mapping = :mapping::jsonb, done_count = 0,
                               good_count = 0, bad_count = 0, total_minor = null, at_line = 1, leased_until = null
                         where id = :id
                        """)
                .bind("id", id)
                .bind("mapping", mapping)
                .then();
    }

    Mono<Void> keepGood(UUID id, List<Integer> lines) {
        return db.sql(
                        """
                        update import_row set state = 'GOOD' where import_id = :id and line = any(:lines)
                        """)
                .bind("id", id)
                .bind("lines", lines.toArray(Integer[]::new))
                .then();
    }

    Mono<Void> markBad(UUID id, List<Integer> lines) {
        return db.sql(
                        """
                        with bad as (
                          update import_row set state = 'BAD'
                           where import_id = :id and line = any(:lines) and state = 'GOOD' returning line)
                        update customer_import set good_count = good_count - n, bad_count = bad_count + n
                          from (select count(*) as n from bad) as counts
                         where id = :id
                        """)
                .bind("id", id)
                .bind("lines", lines.toArray(Integer[]::new))
                .then();
    }

    Mono<Void> finishCheck(UUID id) {
        return db.sql(
                        """
                        with faulty as (select distinct line from import_fault where import_id = :id),
                        bad as (
                          update import_row set state = 'BAD'
                           where import_id = :id and line in (select line from faulty) returning line)
                        update customer_import
                           set status = 'CHECKED', done_count = row_count, total_minor = 0, leased_until = null,
                               good_count = row_count - (select count(*) from bad), bad_count = (select count(*) from bad)
                         where id = :id
                        """)
                .bind("id", id)
                .then();
    }

    private static ImportFile file(Readable row) {
        var columns = new Columns(row);
        return new ImportFile(
                columns.id("id"),
                columns.text("kind"),
                columns.text("file_name"),
                columns.choice("status", ImportStatus.class),
                columns.textOrNull("failure"),
                columns.text("uploaded_by"),
                columns.at("uploaded_at"),
                List.of(columns.json("columns", ImportColumn[].class)),
                columns.text("delimiter").isEmpty() ? '\t' : columns.text("delimiter").charAt(0),
                columns.text("mapping"),
                columns.integer("row_count"),
                columns.integer("done_count"),
                columns.integer("good_count"),
                columns.integer("bad_count"),
                columns.integer("imported_count"),
                columns.flag("checked"),
                columns.flag("skip_bad_rows"),
                columns.idOrNull("run_by"),
                columns.textOrNull("run_by_name"),
                columns.integer("at_line"));
    }
}
