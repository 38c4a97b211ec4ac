package dev.quittance.imports;

import dev.quittance.platform.Below;
import dev.quittance.platform.Columns;
import dev.quittance.platform.Page;
import dev.quittance.uploads.CsvFile.Row;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rows of imported files and what is wrong with them. */
@Repository
class ImportRowRepository {
    /** Faults that the check of the whole file finds stand behind those of the row. */
    private static final int TWICE_IN_FILE = 1000;

    private static final int THERE_ALREADY = 1001;
    private final DatabaseClient db;

    /** What the check found out about one row. */
    record CheckedRow(
            int line, boolean good, @Nullable String externalId, @Nullable Long priceMinor) {}

    ImportRowRepository(DatabaseClient db) {
        this.db = db;
    }

    Flux<Row> unchecked(UUID id, int afterLine, int limit) {
        return db.sql(
                        """
                        select line, cells from import_row
                         where import_id = :id and line > :after order by line limit :limit
                        """)
                .bind("id", id)
                .bind("after", afterLine)
                .bind("limit", limit)
                .map(ImportRowRepository::row)
                .all();
    }

    Flux<Row> good(UUID id, int afterLine, int limit) {
        return db.sql(
                        """
                        select line, cells from import_row
                         where import_id = :id and line > :after and state = 'GOOD' order by line limit :limit
                        """)
                .bind("id", id)
                .bind("after", afterLine)
                .bind("limit", limit)
                .map(ImportRowRepository::row)
                .all();
    }

    Mono<Void> keep(UUID id, List<CheckedRow> rows) {
        return db.sql(
                        """
                        update import_row set state = found.state, external_id = found.external_id, price_minor = found.price
                          from unnest(:lines::int[], :states::text[], :externalIds::text[], :prices::bigint[])
                               as found (line, state, external_id, price)
                         where import_id = :id and import_row.line = found.line
                        """)
                .bind("id", id)
                .bind("lines", rows.stream().map(CheckedRow::line).toArray(Integer[]::new))
                .bind(
                        "states",
                        rows.stream()
                                .map(row -> row.good() ? "GOOD" : "BAD")
                                .toArray(String[]::new))
                .bind(
                        "externalIds",
                        rows.stream().map(CheckedRow::externalId).toArray(String[]::new))
                .bind("prices", rows.stream().map(CheckedRow::priceMinor).toArray(Long[]::new))
                .then();
    }

    Mono<Void> addFaults(UUID id, List<ImportFault> faults) {
        return db.sql(
                        """
                        insert into import_fault (import_id, line, part, column_name, reason)
                        select :id, line, part, column_name, reason
                          from unnest(:lines::int[], :parts::int[], :columns::text[], :reasons::text[])
                               as fault (line, part, column_name, reason)
                        """)
                .bind("id", id)
                .bind("lines", faults.stream().map(ImportFault::line).toArray(Integer[]::new))
                .bind("parts", faults.stream().map(ImportFault::part).toArray(Integer[]::new))
                .bind("columns", faults.stream().map(ImportFault::column).toArray(String[]::new))
                .bind("reasons", faults.stream().map(ImportFault::reason).toArray(String[]::new))
                .then();
    }

    Mono<Void> needAddons(UUID id, List<String> names) {
        return db.sql(
                        """
                        update customer_import set addons = array(select distinct unnest(addons || :names::text[]) order by 1)
                         where id = :id and not addons @> :names::text[]
                        """)
                .bind("id", id)
                .bind("names", names.toArray(String[]::new))
                .then();
    }

    /** Finds external ids that stand in the file twice or belong to a customer already. */
    Mono<Void> findTwins(UUID id, @Nullable String column) {
        if (column == null) {
            return Mono.empty();
        }
        return db.sql(
                        """
                        insert into import_fault (import_id, line, part, column_name, reason)
                        select :id, line, :twice, :column,
                               'The external id ' || external_id || ' stands in line ' || first_line || ' already'
                          from (select line, external_id, min(line) over (partition by external_id) as first_line
                                  from import_row where import_id = :id and external_id is not null) as seen
                         where line > first_line
                        union all
                        select :id, line, :there, :column,
                               'A customer with the external id ' || r.external_id || ' is there already'
                          from import_row r join customer c on c.external_id = r.external_id
                         where r.import_id = :id
                        """)
                .bind("id", id)
                .bind("column", column)
                .bind("twice", TWICE_IN_FILE)
                .bind("there", THERE_ALREADY)
                .then();
    }

    /** Ends the check: rows with faults are bad, the others are counted and summed up. */
    Mono<Void> finishCheck(UUID id, long planPriceMinor) {
        return db.sql(
                        """
                        with bad as (
                          update import_row r set state = 'BAD'
                           where r.import_id = :id
                             and exists (select 1 from import_fault f where f.import_id = r.import_id and f.line = r.line)
                          returning r.line),
                        good as (
                          select count(*) as rows, coalesce(sum(coalesce(r.price_minor, :planPrice::bigint)), 0) as total
                            from import_row r
                           where r.import_id = :id and r.state = 'GOOD'
                             and not exists (select 1 from import_fault f where f.import_id = r.import_id and f.line = r.line))
                        update customer_import
                           set status = 'CHECKED', done_count = row_count, good_count = good.rows,
                               bad_count = (select count(*) from bad), total_minor = good.total, leased_until = null
                          from good
                         where id = :id
                        """)
                .bind("id", id)
                .bind("planPrice", planPriceMinor)
                .then();
    }

    /** Marks rows whose customers are made, in the same transaction. */
    Mono<Void> markImported(UUID id, List<Integer> lines) {
        return db.sql(
                        """
                        update import_row set state = 'IMPORTED'
                         where import_id = :id and line = any(:lines) and state = 'GOOD'
                        """)
                .bind("id", id)
                .bind("lines", lines.toArray(Integer[]::new))
                .then();
    }

    /** Which of these external ids belong to a customer by now. */
    Flux<String> taken(List<String> externalIds) {
        return db.sql("select external_id from customer where external_id = any(:ids)")
                .bind("ids", externalIds.toArray(String[]::new))
                .mapValue(String.class)
                .all();
    }

    /** Turns rows bad whose external ids were taken between the check and the run. */
    Mono<Void> markTaken(UUID id, @Nullable String column, List<String> externalIds) {
        return db.sql(
                        """
                        with taken as (
                          update import_row set state = 'BAD'
                           where import_id = :id and external_id = any(:ids) and state = 'GOOD'
                          returning line, external_id),
                        counted as (
                          update customer_import set good_count = good_count - n, bad_count = bad_count + n
                            from (select count(*) as n from taken) as counts where id = :id)
                        insert into import_fault (import_id, line, part, column_name, reason)
                        select :id, line, :there, :column,
                               'A customer with the external id ' || external_id || ' was made since the check'
                          from taken
                        """)
                .bind("id", id)
                .bind("ids", externalIds.toArray(String[]::new))
                .bind("column", String.valueOf(column))
                .bind("there", THERE_ALREADY)
                .then();
    }

    /** A page of each import's faults, in the order of the file; the key is line and part. */
    Flux<Below.Row<ImportFault>> faults(Collection<UUID> imports, Page page) {
        var line = page.number(0);
        var part = page.number(1);
        return db.sql(
                        """
                        select i.id as import_id, f.line, f.part, f.column_name, f.reason
                          from unnest(:imports::uuid[]) as i (id)
                         cross join lateral (select *
                                               from import_fault
                                              where import_id = i.id and (line, part) > (:line::int, :part::int)
                                              order by line, part
                                              limit :first + 1) f
                         order by i.id, f.line, f.part
                        """)
                .bind("imports", imports.toArray(UUID[]::new))
                .bind("line", line == null ? 0 : line.intValue())
                .bind("part", part == null ? 0 : part.intValue())
                .bind("first", page.first())
                .map(row -> new Below.Row<>(new Columns(row).id("import_id"), fault(row)))
                .all();
    }

    private static Row row(Readable row) {
        var columns = new Columns(row);
        return new Row(columns.integer("line"), List.of(columns.json("cells", String[].class)));
    }

    private static ImportFault fault(Readable row) {
        var columns = new Columns(row);
        return new ImportFault(
                columns.integer("line"),
                columns.integer("part"),
                columns.textOrNull("column_name"),
                columns.text("reason"));
    }
}
