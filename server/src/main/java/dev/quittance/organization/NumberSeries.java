package dev.quittance.organization;

import dev.quittance.platform.Columns;
import java.time.LocalDate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Gapless numbers of documents: one series for each kind and, by its pattern, issue year. */
@Service
public class NumberSeries {
    private final DatabaseClient db;

    NumberSeries(DatabaseClient db) {
        this.db = db;
    }

    /**
     * Takes {@code count} numbers for documents issued on {@code on}. Call it last in the
     * transaction that makes them: it holds the series until then, and a rollback gives them back.
     */
    public Mono<NumberBlock> take(SeriesKind kind, LocalDate on, int count) {
        return db.sql(
                        """
                        with series as (
                          select kind, pattern, first_number,
                                 case when pattern like '%{year}%' then :year else 0 end as year
                            from number_series where kind = :kind
                        ), taken as (
                          insert into number_sequence as s (kind, year, next_value, last_on)
                          select kind, year, first_number + :count, :on from series
                          on conflict (kind, year) do update
                             set next_value = s.next_value + :count, last_on = excluded.last_on
                           where s.last_on is null or s.last_on <= excluded.last_on
                          returning next_value
                        )
                        select pattern, next_value - :count as first from taken, series
                        """)
                .bind("kind", kind.name())
                .bind("year", on.getYear())
                .bind("on", on)
                .bind("count", count)
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new NumberBlock(
                                    new NumberPattern(column.text("pattern")),
                                    on.getYear(),
                                    column.number("first"),
                                    count);
                        })
                .one()
                .switchIfEmpty(Mono.error(() -> datesRanBackwards(kind, on)));
    }

    private static IllegalStateException datesRanBackwards(SeriesKind kind, LocalDate on) {
        return new IllegalStateException(
                "A %s dated %s would follow a later one in its series".formatted(kind, on));
    }
}
