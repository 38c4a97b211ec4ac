package dev.quittance.payments;

import java.time.Duration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/** What happens some time after a server died: the leases have run out and another one looks. */
@Component
public class Recovery {
    private final DatabaseClient db;
    private final ChargeWorker worker;
    private final RefundWorker refunds;

    Recovery(DatabaseClient db, ChargeWorker worker, RefundWorker refunds) {
        this.db = db;
        this.worker = worker;
        this.refunds = refunds;
    }

    /** All leases run out, and everything unfinished is brought on once. */
    public void run() {
        db.sql("update payment_attempt set leased_until = clock_timestamp() - interval '1 second'")
                .then()
                .then(
                        db.sql(
                                        "update refund_attempt set leased_until = clock_timestamp() - interval '1 second'")
                                .then())
                .then(worker.recover())
                .then(refunds.recover())
                .block(Duration.ofSeconds(30));
    }

    /** As {@link #run}, until no charge is under way that waits for nobody else. */
    public void runOut() {
        for (var i = 0; i < 100 && underWay() > 0; i++) {
            run();
        }
    }

    private long underWay() {
        var found =
                db.sql("select count(*) from payment_attempt where state in ('PLANNED', 'CALLING')")
                        .mapValue(Long.class)
                        .one()
                        .block(Duration.ofSeconds(30));
        return found == null ? 0 : found;
    }

    /** Makes all that is unfinished look older than it is. */
    public void age(Duration by) {
        db.sql(
                        "update payment_attempt set created_at = created_at - :seconds * interval '1 second'")
                .bind("seconds", by.toSeconds())
                .then()
                .block(Duration.ofSeconds(30));
    }
}
