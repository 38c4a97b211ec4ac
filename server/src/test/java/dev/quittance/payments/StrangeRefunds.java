package dev.quittance.payments;

import java.time.Duration;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;

/** Refunds that somebody asks the sandbox gateway for, past us. */
public record StrangeRefunds(DatabaseClient db) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** A part of what a payment's charge took goes back; the refund's reference. */
    public String ofPayment(UUID payment, long minor) {
        var charge =
                db.sql("select gateway_ref from payment_attempt where payment_id = :payment")
                        .bind("payment", payment)
                        .mapValue(String.class)
                        .one()
                        .block(PATIENCE);
        return sandbox(String.valueOf(charge), minor);
    }

    /** The same by the charge itself. */
    public String sandbox(String charge, long minor) {
        var id = "sbr_" + UUID.randomUUID();
        db.sql(
                        """
                        insert into sandbox_refund (id, idempotency_key, charge_id, amount_minor, currency, state)
                        select :id, :id, c.id, :minor, c.currency, 'SUCCEEDED' from sandbox_charge c where c.id = :charge
                        """)
                .bind("id", id)
                .bind("charge", charge)
                .bind("minor", minor)
                .then()
                .block(PATIENCE);
        return id;
    }

    /** Money that had gone back comes back. */
    public void comesBack(String reference) {
        db.sql(
                        "update sandbox_refund set state = 'RETURNED', failure = 'CARD_CLOSED' where id = :id")
                .bind("id", reference)
                .then()
                .block(PATIENCE);
    }
}
