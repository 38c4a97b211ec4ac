package dev.quittance.methods;

import dev.quittance.methods.MethodSetup.State;
import dev.quittance.platform.Columns;
import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The SQL of wishes that cards be kept. */
@Repository
class SetupRepository {
    private final DatabaseClient db;

    SetupRepository(DatabaseClient db) {
        this.db = db;
    }

    Mono<Void> add(MethodSetup setup) {
        return db.sql(
                        """
                        insert into method_setup (id, customer_id, gateway, card_token, name, make_default, replaces_id, state)
                        values (:id, :customer, :gateway, :card, :name, :makeDefault, :replaces, 'PLANNED')
                        """)
                .bind("id", setup.id())
                .bind("customer", setup.customer())
                .bind("gateway", setup.gateway())
                .bind("card", setup.cardToken())
                .bind("name", MethodRepository.optional(setup.name(), String.class))
                .bind("makeDefault", setup.makeDefault())
                .bind("replaces", MethodRepository.optional(setup.replaces(), UUID.class))
                .then();
    }

    Mono<MethodSetup> byId(UUID id) {
        return db.sql(
                        """
                        select id, customer_id, gateway, card_token, name, make_default, replaces_id, gateway_ref, state,
                               refusal, method_id
                          from method_setup
                         where id = :id
                        """)
                .bind("id", id)
                .map(SetupRepository::setup)
                .one();
    }

    /** The wish for which a gateway waits for the payer's bank, by the gateway's reference. */
    Mono<UUID> waiting(String gateway, String reference) {
        return db.sql(
                        """
                        select id
                          from method_setup
                         where gateway = :gateway and gateway_ref = :reference and state = 'REQUIRES_ACTION'
                        """)
                .bind("gateway", gateway)
                .bind("reference", reference)
                .mapValue(UUID.class)
                .one();
    }

    Mono<Void> asksBank(UUID id, String reference, String url) {
        return db.sql(
                        """
                        update method_setup
                           set state = 'REQUIRES_ACTION', gateway_ref = :reference, action_url = :url
                         where id = :id
                        """)
                .bind("id", id)
                .bind("reference", reference)
                .bind("url", url)
                .then();
    }

    Mono<Void> refuse(UUID id, String refusal) {
        return db.sql(
                        """
                        update method_setup
                           set state = 'REFUSED', refusal = :refusal
                         where id = :id
                        """)
                .bind("id", id)
                .bind("refusal", refusal)
                .then();
    }

    Mono<Void> done(UUID id, UUID method) {
        return db.sql(
                        """
                        update method_setup
                           set state = 'DONE', method_id = :method
                         where id = :id
                        """)
                .bind("id", id)
                .bind("method", method)
                .then();
    }

    private static MethodSetup setup(Readable row) {
        var column = new Columns(row);
        return new MethodSetup(
                column.id("id"),
                column.id("customer_id"),
                column.text("gateway"),
                column.text("card_token"),
                column.textOrNull("name"),
                column.flag("make_default"),
                column.idOrNull("replaces_id"),
                column.textOrNull("gateway_ref"),
                column.choice("state", State.class),
                column.textOrNull("refusal"),
                column.idOrNull("method_id"));
    }
}
