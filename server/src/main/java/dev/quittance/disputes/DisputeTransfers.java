package dev.quittance.disputes;

import dev.quittance.ledger.Account;
import dev.quittance.ledger.Booking;
import dev.quittance.platform.Columns;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** Reads what was booked of disputes. */
@Repository
class DisputeTransfers {
    private final DatabaseClient db;

    DisputeTransfers(DatabaseClient db) {
        this.db = db;
    }

    /** At most four for each, as they were booked. */
    Flux<DisputeTransfer> of(Collection<UUID> disputes) {
        return db.sql(
                        """
                        select id, source_id, booked_on, reason, debit, credit, amount_minor, currency
                          from transfer
                         where source_kind = 'DISPUTE' and source_id = any(:disputes)
                         order by id
                        """)
                .bind("disputes", disputes.toArray(UUID[]::new))
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new DisputeTransfer(
                                    column.id("id"),
                                    column.id("source_id"),
                                    column.day("booked_on"),
                                    column.choice("reason", Booking.class),
                                    column.choice("debit", Account.class),
                                    column.choice("credit", Account.class),
                                    column.money("amount"));
                        })
                .all();
    }
}
