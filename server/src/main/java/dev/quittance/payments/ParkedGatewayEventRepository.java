package dev.quittance.payments;

import dev.quittance.platform.Columns;
import dev.quittance.platform.Given;
import dev.quittance.platform.Page;
import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rows of what gateways told that are parked. */
@Repository
class ParkedGatewayEventRepository {
    private final DatabaseClient db;

    ParkedGatewayEventRepository(DatabaseClient db) {
        this.db = db;
    }

    /** In the order in which they were told, with one more than the page holds. */
    Flux<ParkedGatewayEvent> page(Page page) {
        return db.sql(
                        """
                        select id, gateway, kind, object_ref, fault, tries, received_at, parked_at
                          from gateway_event
                         where state = 'PARKED' and (:after::uuid is null or id > :after)
                         order by id
                         limit :first + 1
                        """)
                .bind("after", Given.sql(page.id(0), UUID.class))
                .bind("first", page.first())
                .map(ParkedGatewayEventRepository::event)
                .all();
    }

    Mono<Long> count() {
        return db.sql("select count(*) as parked from gateway_event where state = 'PARKED'")
                .map(row -> new Columns(row).number("parked"))
                .one();
    }

    /** Lets it be looked into again from the beginning; empty when it is not parked. */
    Mono<ParkedGatewayEvent> retry(UUID id) {
        return db.sql(
                        """
                        with parked as (
                          select id, fault, parked_at, tries
                            from gateway_event
                           where id = :id and state = 'PARKED'
                             for update)
                        update gateway_event e
                           set state = 'WAITING', tries = 0, leased_until = clock_timestamp(),
                               fault = null, parked_at = null
                          from parked
                         where e.id = parked.id
                        returning e.id, e.gateway, e.kind, e.object_ref, parked.fault, parked.tries,
                                  e.received_at, parked.parked_at
                        """)
                .bind("id", id)
                .map(ParkedGatewayEventRepository::event)
                .one();
    }

    /** Looks into it no more; empty when it is not parked. */
    Mono<ParkedGatewayEvent> drop(UUID id) {
        return db.sql(
                        """
                        update gateway_event
                           set state = 'DONE'
                         where id = :id and state = 'PARKED'
                        returning id, gateway, kind, object_ref, fault, tries, received_at, parked_at
                        """)
                .bind("id", id)
                .map(ParkedGatewayEventRepository::event)
                .one();
    }

    private static ParkedGatewayEvent event(Readable row) {
        var column = new Columns(row);
        return new ParkedGatewayEvent(
                column.id("id"),
                column.text("gateway"),
                column.choice("kind", GatewayNews.Kind.class),
                column.text("object_ref"),
                column.text("fault"),
                column.integer("tries"),
                column.at("received_at"),
                column.at("parked_at"));
    }
}
