package dev.quittance.payments.sandbox;

import dev.quittance.payments.DisputeReason;
import dev.quittance.payments.GatewayDispute;
import dev.quittance.payments.GatewayDispute.State;
import dev.quittance.platform.Columns;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the sandbox gateway remembers of disputes. */
class SandboxDisputeMemory {
    private final DatabaseClient db;

    SandboxDisputeMemory(DatabaseClient db) {
        this.db = db;
    }

    Mono<Void> lockCharge(String charge) {
        return db.sql("select id from sandbox_charge where id = :charge for update")
                .bind("charge", charge)
                .then();
    }

    /**
     * Remembers a dispute of {@code minor}, or of all that is left of the charge when that is 0;
     * nothing if that much is not left or another one is undecided. The charge is locked.
     */
    Mono<Boolean> add(Opening opening) {
        return db.sql(
                        """
                        insert into sandbox_dispute (id, charge_id, currency, amount_minor, fee_minor, reason, state, due_on, changed_on)
                        select :id, c.id, c.currency, coalesce(nullif(:minor, 0), left_over.minor), :fee, :reason,
                               'NEEDS_RESPONSE', :due, :today
                          from sandbox_charge c
                         cross join lateral (
                               select c.amount_minor
                                      - coalesce((select sum(amount_minor) from sandbox_refund
                                                   where charge_id = c.id and state <> 'FAILED'), 0)::bigint
                                      - coalesce((select sum(amount_minor) from sandbox_dispute
                                                   where charge_id = c.id and state <> 'WON'), 0)::bigint as minor) left_over
                         where c.id = :charge and c.state = 'SUCCEEDED' and left_over.minor > 0 and :minor <= left_over.minor
                           and not exists (select from sandbox_dispute
                                            where charge_id = c.id and state in ('NEEDS_RESPONSE', 'UNDER_REVIEW'))
                        """)
                .bind("id", opening.id())
                .bind("charge", opening.charge())
                .bind("minor", opening.minor())
                .bind("fee", opening.feeMinor())
                .bind("reason", opening.reason().name())
                .bind("today", opening.today())
                .bind("due", opening.dueOn())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /**
     * A dispute that begins.
     *
     * @param minor 0 for all that is left of the charge
     */
    record Opening(
            String id,
            String charge,
            long minor,
            long feeMinor,
            DisputeReason reason,
            LocalDate today,
            LocalDate dueOn) {}

    /** The charges of a card that succeeded and were never disputed. */
    Flux<String> undisputed(String cardToken) {
        return db.sql(
                        """
                        select c.id
                          from sandbox_charge c
                         where c.card_token = :card and c.state = 'SUCCEEDED'
                           and not exists (select from sandbox_dispute where charge_id = c.id)
                         order by c.id
                        """)
                .bind("card", cardToken)
                .mapValue(String.class)
                .all();
    }

    /** What waits for evidence too long is lost; certain words are decided on the next day. */
    Mono<Void> lapse(LocalDate today) {
        return db.sql(
                        """
                        update sandbox_dispute
                           set state = case when evidence like '%winning_evidence%' then 'WON' else 'LOST' end,
                               changed_on = :today
                         where state = 'NEEDS_RESPONSE' and due_on < :today
                            or state = 'UNDER_REVIEW' and changed_on < :today
                               and (evidence like '%winning_evidence%' or evidence like '%losing_evidence%')
                        """)
                .bind("today", today)
                .then();
    }

    Mono<Void> answer(String id, String evidence, LocalDate today) {
        return db.sql(
                        """
                        update sandbox_dispute
                           set state = 'UNDER_REVIEW', evidence = :evidence, changed_on = :today
                         where id = :id and state = 'NEEDS_RESPONSE' and due_on >= :today
                        """)
                .bind("id", id)
                .bind("evidence", evidence)
                .bind("today", today)
                .then();
    }

    Mono<Void> decide(String id, State state, LocalDate today) {
        return db.sql(
                        """
                        update sandbox_dispute
                           set state = :state, changed_on = :today
                         where id = :id and state in ('NEEDS_RESPONSE', 'UNDER_REVIEW')
                        """)
                .bind("id", id)
                .bind("state", state.name())
                .bind("today", today)
                .then();
    }

    Mono<GatewayDispute> byId(String id) {
        return db.sql(
                        """
                        select id, charge_id, currency, amount_minor, case state when 'WON' then 0 else fee_minor end as fee_minor,
                               reason, state, due_on
                          from sandbox_dispute
                         where id = :id
                        """)
                .bind("id", id)
                .map(SandboxDisputeMemory::dispute)
                .one();
    }

    Flux<GatewayDispute> since(LocalDate day) {
        return db.sql(
                        """
                        select id, charge_id, currency, amount_minor, case state when 'WON' then 0 else fee_minor end as fee_minor,
                               reason, state, due_on
                          from sandbox_dispute
                         where changed_on >= :day
                         order by changed_on, id
                        """)
                .bind("day", day)
                .map(SandboxDisputeMemory::dispute)
                .all();
    }

    private static GatewayDispute dispute(Readable row) {
        var column = new Columns(row);
        return new GatewayDispute(
                column.text("id"),
                column.text("charge_id"),
                column.money("amount"),
                column.money("fee"),
                column.choice("reason", DisputeReason.class),
                column.choice("state", State.class),
                column.day("due_on"));
    }
}
