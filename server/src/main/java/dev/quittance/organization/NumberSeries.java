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

    /**
     * A query of what is wrong with the numbers that were given, one row per fault: a gap, a date
     * that runs backwards, or a series that does not go on where it ended. Numbers of a pattern
     * that is no longer in force only have to be unique.
     *
     * @param documents a query of {@code id, number, issued_on}
     */
    public static String faults(SeriesKind kind, String documents) {
        return """
               with numbered as (
                 select d.id, d.number, d.issued_on, v.year, v.value,
                        lag(v.value) over series as before, lag(d.issued_on) over series as before_on,
                        lead(v.value) over series as after
                   from (%2$s) d
                   join number_series s on s.kind = '%1$s'
                  cross join lateral (
                        select case when s.pattern like '%%{year}%%' then extract(year from d.issued_on)::integer else 0 end as year,
                               document_number_value(s.pattern, extract(year from d.issued_on)::integer, d.number) as value) v
                  where v.value is not null
                 window series as (partition by v.year order by v.value))
               select '%1$s' as kind, n.id, 'Number ' || n.number as subject,
                      case when n.before_on > n.issued_on
                           then 'it is dated ' || n.issued_on || ', before the number that it follows.'
                           when n.before + 1 <> n.value
                           then n.value - n.before - 1 || ' numbers before it are missing.'
                           else 'it is the last of its series, which goes on with ' || q.next_value || '.' end as words,
                      null::text as currency, null::bigint as stated_minor, null::bigint as found_minor
                 from numbered n
                 left join number_sequence q on q.kind = '%1$s' and q.year = n.year
                where n.before_on > n.issued_on or n.before + 1 <> n.value
                   or n.after is null and q.next_value is distinct from n.value + 1
               """
                .formatted(kind.name(), documents);
    }

    private static IllegalStateException datesRanBackwards(SeriesKind kind, LocalDate on) {
        return new IllegalStateException(
                "A %s dated %s would follow a later one in its series".formatted(kind, on));
    }
}
