package dev.quittance.payments;

import dev.quittance.platform.Amounts;
import dev.quittance.platform.Columns;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The SQL of payments and of the invoices they are meant for. */
@Repository
class PaymentRepository {
    private final DatabaseClient db;

    PaymentRepository(DatabaseClient db) {
        this.db = db;
    }

    /** Keeps a payment on its way, and claims its invoices: no other payment of them may begin. */
    Mono<Void> begin(NewPayment payment) {
        return db.sql(
                        """
                        with begun as (
                          insert into payment (id, customer_id, currency, amount_minor, credit_minor, status, method,
                                               method_label, paid_on, value_on, purpose)
                          values (:id, :customer, :currency, :amount, :credit, 'PROCESSING', :method,
                                  :label, :paidOn, :valueOn, :purpose)
                          returning id)
                        insert into payment_target (payment_id, invoice_id, position, unfinished)
                        select begun.id, target.invoice_id, target.position, true
                          from begun
                         cross join unnest(:invoices::uuid[], :positions::integer[]) as target (invoice_id, position)
                        """)
                .bind("id", payment.id())
                .bind("customer", payment.customer())
                .bind("currency", payment.amount().getCurrencyUnit().getCode())
                .bind("amount", Amounts.minor(payment.amount()))
                .bind("credit", Amounts.minor(payment.credit()))
                .bind("method", payment.method().name())
                .bind("label", payment.methodLabel())
                .bind("paidOn", payment.paidOn())
                .bind("valueOn", PaymentFilter.optional(payment.valueOn(), LocalDate.class))
                .bind("purpose", payment.purpose().name())
                .bind("invoices", payment.targets().toArray(UUID[]::new))
                .bind(
                        "positions",
                        IntStream.range(0, payment.targets().size())
                                .boxed()
                                .toArray(Integer[]::new))
                .then();
    }

    /** A payment that was begun before there was an invoice is meant for these. */
    Mono<Void> target(UUID payment, List<UUID> invoices) {
        return db.sql(
                        """
                        insert into payment_target (payment_id, invoice_id, position, unfinished)
                        select :payment, invoice_id, position - 1, true
                          from unnest(:invoices::uuid[]) with ordinality as target (invoice_id, position)
                        """)
                .bind("payment", payment)
                .bind("invoices", invoices.toArray(UUID[]::new))
                .then();
    }

    Flux<Payment> byIds(Collection<UUID> ids) {
        return db.sql(
                        """
                        select p.id, p.number, p.customer_id, p.status, p.amount_minor, p.credit_minor, p.currency,
                               p.method, p.method_label, p.paid_on, p.value_on, p.decline_kind, p.decline_reason, p.decline_code,
                               p.purpose, p.reversed_on, p.reversal_reason, p.disputed_minor, p.created_at, coalesce(a.minor, 0) as allocated_minor
                          from payment p
                          left join lateral (select sum(amount_minor)::bigint as minor
                                               from allocation
                                              where payment_id = p.id and undone_on is null) a on true
                         where p.id = any(:ids)
                        """)
                .bind("ids", ids.toArray(UUID[]::new))
                .map(PaymentRepository::payment)
                .all();
    }

    /** The unfinished payment of any of these invoices; one of them if there are several. */
    Mono<UUID> unfinishedOf(Collection<UUID> invoices) {
        return db.sql(
                        """
                        select payment_id
                          from payment_target
                         where unfinished and invoice_id = any(:invoices)
                         order by payment_id
                         limit 1
                        """)
                .bind("invoices", invoices.toArray(UUID[]::new))
                .mapValue(UUID.class)
                .one();
    }

    /** Account credit that unfinished payments of a customer are about to use. */
    Mono<Long> creditPromised(UUID customer, String currency) {
        return db.sql(
                        """
                        select coalesce(sum(credit_minor), 0)::bigint
                          from payment
                         where customer_id = :customer and currency = :currency
                           and status in ('REQUIRES_ACTION', 'PROCESSING')
                        """)
                .bind("customer", customer)
                .bind("currency", currency)
                .mapValue(Long.class)
                .one();
    }

    /** What is still to be paid on the invoices a payment is meant for. */
    Flux<Payable> payables(UUID payment) {
        return db.sql(
                        """
                        select i.id, i.number, i.due_on, i.total_minor - i.paid_minor as due
                          from payment_target t
                          join invoice i on i.id = t.invoice_id
                         where t.payment_id = :payment and i.status = 'OPEN'
                        """)
                .bind("payment", payment)
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new Payable(
                                    column.id("id"),
                                    column.text("number"),
                                    column.day("due_on"),
                                    column.number("due"));
                        })
                .all();
    }

    /** The invoices a payment is meant for, in the order in which they are paid. */
    Flux<UUID> targets(UUID payment) {
        return db.sql(
                        """
                        select invoice_id
                          from payment_target
                         where payment_id = :payment
                         order by position
                        """)
                .bind("payment", payment)
                .mapValue(UUID.class)
                .all();
    }

    Mono<Void> succeed(UUID id, ReceiptIssue issue, LocalDate on) {
        return db.sql(
                        """
                        with free as (
                          update payment_target set unfinished = false where payment_id = :id)
                        update payment
                           set status = 'SUCCEEDED', number = :number, paid_on = :on,
                               seller_id = :seller, buyer = :buyer::jsonb
                         where id = :id
                        """)
                .bind("id", id)
                .bind("number", issue.number())
                .bind("on", on)
                .bind("seller", issue.seller())
                .bind("buyer", issue.buyer())
                .then();
    }

    Mono<Void> decline(UUID id, Decline decline) {
        return db.sql(
                        """
                        with free as (
                          update payment_target set unfinished = false where payment_id = :id)
                        update payment
                           set status = 'DECLINED', decline_kind = :kind, decline_reason = :reason,
                               decline_code = :code
                         where id = :id
                        """)
                .bind("id", id)
                .bind("kind", decline.kind().name())
                .bind("reason", decline.reason())
                .bind("code", decline.name())
                .then();
    }

    /** Marks a payment that came in as put back to New; its receipt is kept. */
    Mono<Void> reverse(UUID id, LocalDate on, String reason) {
        return db.sql(
                        """
                        update payment
                           set status = 'REVERSED', reversed_on = :on, reversal_reason = :reason
                         where id = :id
                        """)
                .bind("id", id)
                .bind("on", on)
                .bind("reason", reason)
                .then();
    }

    /** The payment that succeeded with a gateway's charge. */
    Mono<UUID> ofCharge(String gateway, String charge) {
        return db.sql(
                        """
                        select payment_id
                          from payment_attempt
                         where gateway = :gateway and gateway_ref = :charge and state = 'SUCCEEDED'
                        """)
                .bind("gateway", gateway)
                .bind("charge", charge)
                .mapValue(UUID.class)
                .one();
    }

    /** Whether a gateway's charge is ours, and has not succeeded here. */
    Mono<Boolean> isAwaited(String gateway, String charge) {
        return db.sql(
                        """
                        select exists (select from payment_attempt
                                        where gateway = :gateway and gateway_ref = :charge and state <> 'SUCCEEDED')
                        """)
                .bind("gateway", gateway)
                .bind("charge", charge)
                .mapValue(Boolean.class)
                .one();
    }

    /** The charge that a payment succeeded with. */
    Mono<GatewayCharge> charge(UUID payment) {
        return db.sql(
                        """
                        select gateway, gateway_ref
                          from payment_attempt
                         where payment_id = :payment and state = 'SUCCEEDED'
                        """)
                .bind("payment", payment)
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new GatewayCharge(
                                    column.text("gateway"), column.text("gateway_ref"));
                        })
                .one();
    }

    /** Notes how much more of it the payer's bank has; below zero what it gave back. */
    Mono<Void> dispute(UUID id, long minor) {
        return db.sql("update payment set disputed_minor = disputed_minor + :minor where id = :id")
                .bind("id", id)
                .bind("minor", minor)
                .then();
    }

    Mono<Void> move(UUID id, PaymentStatus status) {
        return db.sql("update payment set status = :status where id = :id")
                .bind("id", id)
                .bind("status", status.name())
                .then();
    }

    static Payment payment(Readable row) {
        var column = new Columns(row);
        return new Payment(
                column.id("id"),
                column.textOrNull("number"),
                column.id("customer_id"),
                column.choice("status", PaymentStatus.class),
                column.money("amount"),
                column.money("credit"),
                column.choice("method", PaymentMethodKind.class),
                column.text("method_label"),
                column.day("paid_on"),
                column.dayOrNull("value_on"),
                column.choiceOrNull("decline_kind", DeclineKind.class),
                column.textOrNull("decline_reason"),
                column.choiceOrNull("decline_code", Decline.class),
                column.choice("purpose", PaymentPurpose.class),
                column.dayOrNull("reversed_on"),
                column.textOrNull("reversal_reason"),
                column.money("disputed"),
                column.money("allocated"),
                column.at("created_at"));
    }
}
