package dev.quittance.demo;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Remembers that demo data was made, so that it is made at most once. */
@Repository
class DemoMark {
    private final DatabaseClient db;

    /** How far an earlier start came. */
    enum State {
        /** Nothing was made, and nobody has put a customer in. */
        EMPTY,
        /** Another start was stopped in the middle. */
        INTERRUPTED,
        DONE,
        /** Somebody's own customers are here: not a place for a demo. */
        IN_USE
    }

    DemoMark(DatabaseClient db) {
        this.db = db;
    }

    Mono<State> state() {
        return db.sql(
                        """
                        select case when m.done_at is not null then 'DONE'
                                    when m.id is not null then 'INTERRUPTED'
                                    when exists (select from customer) then 'IN_USE'
                                    else 'EMPTY' end as state
                          from (values (1)) as one (n) left join demo_mark m on true
                        """)
                .mapValue(String.class)
                .one()
                .map(State::valueOf);
    }

    /** Whether this start is the one to make it. */
    Mono<Boolean> begin() {
        return db.sql("insert into demo_mark default values on conflict do nothing")
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Void> done() {
        return db.sql("update demo_mark set done_at = now()").then();
    }
}
