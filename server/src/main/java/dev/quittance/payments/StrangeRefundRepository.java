package dev.quittance.payments;

import dev.quittance.payments.RefundAnswer.NotRefunded;
import dev.quittance.platform.Given;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The SQL of refunds that gateways know and we did not ask for. */
@Repository
class StrangeRefundRepository {
    private final DatabaseClient db;

    StrangeRefundRepository(DatabaseClient db) {
        this.db = db;
    }

    /**
     * The references of those that stand otherwise here: of our charges, but known to nobody; or
     * sent, and now back.
     */
    Flux<String> differing(String gateway, List<GatewayRefund> refunds) {
        return db.sql(
                        """
                        select u.reference
                          from unnest(:references::text[], :charges::text[], :keys::text[], :failed::boolean[])
                               as u (reference, charge, key, failed)
                         where case when u.failed
                                    then exists (select from refund_attempt a
                                                  where a.gateway = :gateway and a.gateway_ref = u.reference and a.state = 'SUCCEEDED')
                                    else exists (select from payment_attempt p
                                                  where p.gateway = :gateway and p.gateway_ref = u.charge)
                                         and not exists (select from refund_attempt a where a.gateway_ref = u.reference)
                                         and not exists (select from refund_attempt a where a.idempotency_key = u.key)
                               end
                        """)
                .bind("gateway", gateway)
                .bind("references", texts(refunds, GatewayRefund::reference))
                .bind("charges", texts(refunds, GatewayRefund::charge))
                .bind("keys", texts(refunds, GatewayRefund::key))
                .bind(
                        "failed",
                        refunds.stream()
                                .map(refund -> refund.answer() instanceof NotRefunded)
                                .toArray(Boolean[]::new))
                .mapValue(String.class)
                .all();
    }

    private static String[] texts(
            List<GatewayRefund> refunds, Function<GatewayRefund, @Nullable String> text) {
        return refunds.stream().map(text).toArray(String[]::new);
    }

    /** Whether this refund was asked for, or found, by us. */
    Mono<Boolean> knows(String gateway, String reference, @Nullable String key) {
        return db.sql(
                        """
                        select exists (select from refund_attempt
                                        where gateway = :gateway and (gateway_ref = :reference or idempotency_key = :key))
                        """)
                .bind("gateway", gateway)
                .bind("reference", reference)
                .bind("key", Given.sql(key, String.class))
                .mapValue(Boolean.class)
                .one();
    }

    /**
     * A refund that the gateway was asked for elsewhere, to be looked at. Its key is its reference,
     * which no key of ours is: by that the rules of the books tell it from ours.
     */
    Mono<Void> adopt(UUID id, UUID refund, String gateway, GatewayRefund found) {
        return db.sql(
                        """
                        insert into refund_attempt (id, refund_id, gateway, charge_ref, idempotency_key, gateway_ref, state, leased_until)
                        values (:id, :refund, :gateway, :charge, :reference, :reference, 'PENDING', clock_timestamp())
                        """)
                .bind("id", id)
                .bind("refund", refund)
                .bind("gateway", gateway)
                .bind("charge", found.charge())
                .bind("reference", found.reference())
                .then();
    }
}
