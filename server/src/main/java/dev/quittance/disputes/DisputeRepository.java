package dev.quittance.disputes;

import dev.quittance.payments.DisputeReason;
import dev.quittance.platform.Amounts;
import dev.quittance.platform.Columns;
import dev.quittance.platform.Given;
import dev.quittance.platform.Page;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.Money;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The SQL of disputes. */
@Repository
class DisputeRepository {
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final UUID LAST_ID = new UUID(-1, -1);

    private static final String SELECT =
            """
            select id, gateway, gateway_ref, customer_id, payment_id, currency, amount_minor, fee_minor, fee_returned_minor,
                   reason, state, opened_on, evidence_due_on, response, evidence, responded_on, sending, decided_on,
                   created_at
              from dispute
            """;

    private final DatabaseClient db;

    DisputeRepository(DatabaseClient db) {
        this.db = db;
    }

    Mono<Void> add(Dispute dispute) {
        return db.sql(
                        """
                        insert into dispute (id, gateway, gateway_ref, customer_id, payment_id, currency, amount_minor, fee_minor,
                                             reason, state, opened_on, evidence_due_on)
                        values (:id, :gateway, :reference, :customer, :payment, :currency, :amount, :fee,
                                :reason, :state, :openedOn, :dueOn)
                        """)
                .bind("id", dispute.id())
                .bind("gateway", dispute.gateway())
                .bind("reference", dispute.reference())
                .bind("customer", dispute.customerId())
                .bind("payment", dispute.paymentId())
                .bind("currency", dispute.amount().getCurrencyUnit().getCode())
                .bind("amount", Amounts.minor(dispute.amount()))
                .bind("fee", Amounts.minor(dispute.fee()))
                .bind("reason", dispute.reason().name())
                .bind("state", dispute.state().name())
                .bind("openedOn", dispute.openedOn())
                .bind("dueOn", dispute.evidenceDueOn())
                .then();
    }

    Mono<Void> addShares(List<DisputedShare> shares) {
        return db.sql(
                        """
                        insert into disputed_invoice (dispute_id, invoice_id, position, amount_minor)
                        select dispute_id, invoice_id, position, amount_minor
                          from unnest(:disputes::uuid[], :invoices::uuid[], :amounts::bigint[]) with ordinality
                            as share (dispute_id, invoice_id, amount_minor, position)
                        """)
                .bind(
                        "disputes",
                        shares.stream().map(DisputedShare::disputeId).toArray(UUID[]::new))
                .bind(
                        "invoices",
                        shares.stream().map(DisputedShare::invoiceId).toArray(UUID[]::new))
                .bind(
                        "amounts",
                        shares.stream()
                                .map(one -> Amounts.minor(one.amount()))
                                .toArray(Long[]::new))
                .then();
    }

    /** What invoices lost to these disputes, in the order in which it is given back. */
    Flux<DisputedShare> shares(Collection<UUID> disputes) {
        return db.sql(
                        """
                        select s.dispute_id, s.invoice_id, s.amount_minor, d.currency
                          from disputed_invoice s
                          join dispute d on d.id = s.dispute_id
                         where s.dispute_id = any(:disputes)
                         order by s.dispute_id, s.position desc
                        """)
                .bind("disputes", disputes.toArray(UUID[]::new))
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new DisputedShare(
                                    column.id("dispute_id"),
                                    column.id("invoice_id"),
                                    column.money("amount"));
                        })
                .all();
    }

    Mono<Void> review(UUID id) {
        return db.sql(
                        """
                        update dispute
                           set state = 'UNDER_REVIEW', sending = false, leased_until = 'infinity'
                         where id = :id and state = 'NEEDS_RESPONSE'
                        """)
                .bind("id", id)
                .then();
    }

    Mono<Void> decide(UUID id, DisputeState state, Money feeReturned, LocalDate on) {
        return db.sql(
                        """
                        update dispute
                           set state = :state, fee_returned_minor = :returned, decided_on = :on,
                               sending = false, leased_until = 'infinity'
                         where id = :id and decided_on is null
                        """)
                .bind("id", id)
                .bind("state", state.name())
                .bind("returned", Amounts.minor(feeReturned))
                .bind("on", on)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("decided before")))
                .then();
    }

    Mono<Dispute> byReference(String gateway, String reference) {
        return db.sql(
                        SELECT
                                + """
                         where gateway = :gateway and gateway_ref = :reference
                        """)
                .bind("gateway", gateway)
                .bind("reference", reference)
                .map(DisputeRepository::dispute)
                .one();
    }

    Flux<Dispute> byIds(Collection<UUID> ids) {
        return db.sql(
                        SELECT
                                + """
                         where id = any(:ids)
                         order by opened_on, id
                        """)
                .bind("ids", ids.toArray(UUID[]::new))
                .map(DisputeRepository::dispute)
                .all();
    }

    /** The disputes of these payments, oldest first. */
    Flux<Dispute> ofPayments(Collection<UUID> payments) {
        return db.sql(
                        SELECT
                                + """
                         where payment_id = any(:payments)
                         order by opened_on, id
                        """)
                .bind("payments", payments.toArray(UUID[]::new))
                .map(DisputeRepository::dispute)
                .all();
    }

    /** A page of disputes, newest first. */
    Flux<Dispute> page(DisputeFilter filter, Page page) {
        var states = filter.states();
        var currency = filter.currency();
        return db.sql(
                        SELECT
                                + """
                         where (:states::text[] is null or state = any(:states))
                           and (:customer::uuid is null or customer_id = :customer)
                           and (:currency::text is null or currency = :currency)
                           and (:from::date is null or opened_on >= :from)
                           and (:until::date is null or opened_on <= :until)
                           and (opened_on, id) < (:afterDay, :afterId)
                         order by opened_on desc, id desc
                         limit :first + 1
                        """)
                .bind(
                        "states",
                        Given.sql(
                                states == null
                                        ? null
                                        : states.stream().map(Enum::name).toArray(String[]::new),
                                String[].class))
                .bind("customer", Given.sql(filter.customerId(), UUID.class))
                .bind(
                        "currency",
                        Given.sql(currency == null ? null : currency.getCode(), String.class))
                .bind("from", Given.sql(filter.openedFrom(), LocalDate.class))
                .bind("until", Given.sql(filter.openedUntil(), LocalDate.class))
                .bind("afterDay", Objects.requireNonNullElse(page.day(0), LAST_DAY))
                .bind("afterId", Objects.requireNonNullElse(page.id(1), LAST_ID))
                .bind("first", page.first())
                .map(DisputeRepository::dispute)
                .all();
    }

    static List<String> key(Dispute dispute) {
        return List.of(dispute.openedOn().toString(), dispute.id().toString());
    }

    static Dispute dispute(Readable row) {
        var column = new Columns(row);
        return new Dispute(
                column.id("id"),
                column.text("gateway"),
                column.text("gateway_ref"),
                column.id("customer_id"),
                column.id("payment_id"),
                column.money("amount"),
                column.money("fee"),
                column.money("fee_returned"),
                column.choice("reason", DisputeReason.class),
                column.choice("state", DisputeState.class),
                column.day("opened_on"),
                column.day("evidence_due_on"),
                column.choiceOrNull("response", DisputeResponse.class),
                column.textOrNull("evidence"),
                column.dayOrNull("responded_on"),
                column.flag("sending"),
                column.dayOrNull("decided_on"),
                column.at("created_at"));
    }
}
