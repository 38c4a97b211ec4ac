package dev.quittance.banking;

import dev.quittance.platform.Columns;
import dev.quittance.platform.JsonText;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The SQL of files of a bank. */
@Repository
class BankFileRepository {
    private static final String COLUMNS =
            """
            id, file_name, format, status, uploaded_by, uploaded_at, columns, mapping, good_count, bad_count,
            known_count, pending_count, imported_count
            """;
    private final DatabaseClient db;

    BankFileRepository(DatabaseClient db) {
        this.db = db;
    }

    Mono<Void> add(BankFile file, byte[] content) {
        var sql =
                db.sql(
                        """
                        insert into bank_file (id, file_name, format, status, uploaded_by, columns, mapping, content)
                        values (:id, :name, :format, 'UPLOADED', :by, :columns::jsonb, :mapping::jsonb, :content)
                        """);
        return mapping(sql, file.mapping())
                .bind("id", file.id())
                .bind("name", file.fileName())
                .bind("format", file.format().name())
                .bind("by", file.uploadedBy())
                .bind("columns", JsonText.write(file.columns()))
                .bind("content", content)
                .then();
    }

    Mono<BankFile> find(UUID id) {
        return db.sql("select %s from bank_file where id = :id".formatted(COLUMNS))
                .bind("id", id)
                .map(BankFileRepository::file)
                .one();
    }

    Mono<BankFile> findForUpdate(UUID id) {
        return db.sql("select %s from bank_file where id = :id for update".formatted(COLUMNS))
                .bind("id", id)
                .map(BankFileRepository::file)
                .one();
    }

    /** Those that are not imported, the latest first. */
    Flux<BankFile> waiting(int most) {
        return db.sql(
                        """
                        select %s from bank_file where status <> 'IMPORTED' order by id desc limit :most
                        """
                                .formatted(COLUMNS))
                .bind("most", most)
                .map(BankFileRepository::file)
                .all();
    }

    Mono<Void> drop(UUID id) {
        return db.sql("delete from bank_file_fault where file_id = :id")
                .bind("id", id)
                .then()
                .then(db.sql("delete from bank_file where id = :id").bind("id", id).then());
    }

    Mono<byte[]> content(UUID id) {
        return db.sql("select content from bank_file where id = :id")
                .bind("id", id)
                .map(row -> new Columns(row).bytes("content"))
                .one();
    }

    /** Keeps what a check found, instead of what an earlier one did. */
    Mono<Void> checked(
            UUID id, @Nullable BankMapping mapping, FileCounts counts, List<FileFault> faults) {
        var update =
                db.sql(
                        """
                        update bank_file
                           set status = 'CHECKED', mapping = :mapping::jsonb, good_count = :good, bad_count = :bad,
                               known_count = :known, pending_count = :pending
                         where id = :id
                        """);
        return db.sql("delete from bank_file_fault where file_id = :id")
                .bind("id", id)
                .then()
                .then(
                        mapping(update, mapping)
                                .bind("id", id)
                                .bind("good", counts.good())
                                .bind("bad", faults.size())
                                .bind("known", counts.known())
                                .bind("pending", counts.pending())
                                .then())
                .then(addFaults(id, faults));
    }

    Mono<Void> imported(UUID id, int count) {
        return db.sql(
                        """
                        update bank_file set status = 'IMPORTED', content = null, imported_count = :count
                         where id = :id
                        """)
                .bind("id", id)
                .bind("count", count)
                .then();
    }

    /** The first faults, in the order of the file. */
    Flux<FileFault> faults(UUID id, int most) {
        return db.sql(
                        """
                        select line, field, reason from bank_file_fault where file_id = :id order by part limit :most
                        """)
                .bind("id", id)
                .bind("most", most)
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new FileFault(
                                    column.integer("line"),
                                    column.textOrNull("field"),
                                    column.text("reason"));
                        })
                .all();
    }

    private Mono<Void> addFaults(UUID id, List<FileFault> faults) {
        return db.sql(
                        """
                        insert into bank_file_fault (file_id, part, line, field, reason)
                        select :id, part, line, nullif(field, ''), reason
                          from unnest(:parts::int[], :lines::int[], :fields::text[], :reasons::text[])
                               as f (part, line, field, reason)
                        """)
                .bind("id", id)
                .bind("parts", IntStream.range(0, faults.size()).boxed().toArray(Integer[]::new))
                .bind("lines", faults.stream().map(FileFault::line).toArray(Integer[]::new))
                .bind(
                        "fields",
                        faults.stream()
                                .map(one -> one.field() == null ? "" : one.field())
                                .toArray(String[]::new))
                .bind("reasons", faults.stream().map(FileFault::reason).toArray(String[]::new))
                .then();
    }

    private static DatabaseClient.GenericExecuteSpec mapping(
            DatabaseClient.GenericExecuteSpec sql, @Nullable BankMapping mapping) {
        return mapping == null
                ? sql.bindNull("mapping", String.class)
                : sql.bind("mapping", JsonText.write(mapping));
    }

    private static BankFile file(Readable row) {
        var column = new Columns(row);
        return new BankFile(
                column.id("id"),
                column.text("file_name"),
                column.choice("format", BankFileFormat.class),
                column.choice("status", BankFileStatus.class),
                column.text("uploaded_by"),
                column.at("uploaded_at"),
                List.of(column.json("columns", BankColumn[].class)),
                column.jsonOrNull("mapping", BankMapping.class),
                column.integer("good_count"),
                column.integer("bad_count"),
                column.integer("known_count"),
                column.integer("pending_count"),
                column.integer("imported_count"));
    }
}
