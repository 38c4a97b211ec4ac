package dev.quittance.organization;

import dev.quittance.platform.BusinessClock;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Numbers that another billing system gave to documents that are kept here: no series repeats one.
 */
@Service
public class ForeignNumbers {
    private final DatabaseClient db;
    private final BusinessClock clock;

    ForeignNumbers(DatabaseClient db, BusinessClock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Keeps them, in the caller's transaction. */
    public Mono<Void> add(SeriesKind kind, List<String> numbers) {
        return db.sql("insert into foreign_number select :kind, unnest(:numbers::text[])")
                .bind("kind", kind.name())
                .bind("numbers", numbers.toArray(String[]::new))
                .then();
    }

    /** Forgets them. */
    public Mono<Void> remove(SeriesKind kind, List<String> numbers) {
        return db.sql("delete from foreign_number where kind = :kind and number = any(:numbers)")
                .bind("kind", kind.name())
                .bind("numbers", numbers.toArray(String[]::new))
                .then();
    }

    /**
     * Which of these numbers the series would give again, as it stands: in the present year, the
     * next one, or without years.
     */
    public Mono<List<String>> repeated(SeriesKind kind, List<String> numbers) {
        return clock.today()
                .flatMap(
                        today ->
                                db.sql(
                                                """
                                                select distinct n.number
                                                  from unnest(:numbers::text[]) as n (number)
                                                  join number_series s on s.kind = :kind
                                                 cross join generate_series(:year::integer, :year + 1) as y (year)
                                                  left join number_sequence q
                                                    on q.kind = s.kind
                                                   and q.year = case when s.pattern like '%{year}%' then y.year else 0 end
                                                 cross join lateral (
                                                       select case when n.number !~ '\\d{19}'
                                                                   then document_number_value(s.pattern, y.year, n.number) end as value) v
                                                 where v.value >= coalesce(q.next_value, s.first_number)
                                                   and document_number(s.pattern, y.year, v.value) = n.number
                                                """)
                                        .bind("numbers", numbers.toArray(String[]::new))
                                        .bind("kind", kind.name())
                                        .bind("year", today.getYear())
                                        .mapValue(String.class)
                                        .all()
                                        .collectList());
    }

    /** The greatest counter among them that a pattern would make in {@code year}; zero for none. */
    Mono<Long> greatest(SeriesKind kind, NumberPattern pattern, int year) {
        return db.sql(
                        """
                        select coalesce(max(document_number_value(:pattern, :year, number)), 0)
                          from (select case when number !~ '\\d{19}' then number end as number
                                  from foreign_number where kind = :kind) sound
                        """)
                .bind("kind", kind.name())
                .bind("pattern", pattern.text())
                .bind("year", year)
                .mapValue(Long.class)
                .one();
    }
}
