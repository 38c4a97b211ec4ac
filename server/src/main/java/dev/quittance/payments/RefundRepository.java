package dev.quittance.payments;

import dev.quittance.platform.Amounts;
import dev.quittance.platform.Columns;
import dev.quittance.platform.Page;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The SQL of refunds. */
@Repository
class RefundRepository {
    private final DatabaseClient db;

    RefundRepository(DatabaseClient db) {
        this.db = db;
    }

    Mono<Void> add(NewRefund refund) {
        return db.sql(
                        """
                        insert into refund (id, customer_id, payment_id, currency, amount_minor, status, method, method_label,
                                            reason, begun_on)
                        values (:id, :customer, :payment, :currency, :amount, 'PENDING', :method, :label, :reason, :on)
                        """)
                .bind("id", refund.id())
                .bind("customer", refund.payment().customer())
                .bind("payment", refund.payment().id())
                .bind("currency", refund.amount().getCurrencyUnit().getCode())
                .bind("amount", Amounts.minor(refund.amount()))
                .bind("method", refund.method().name())
                .bind("label", refund.methodLabel())
                .bind("reason", refund.reason())
                .bind("on", refund.begunOn())
                .then();
    }

    Flux<Refund> byIds(Collection<UUID> ids) {
        return db.sql(
                        """
                        select id, number, customer_id, payment_id, status, amount_minor, currency, method, method_label,
                               reason, begun_on, settled_on, value_on, returned_on, failure, created_at
                          from refund
                         where id = any(:ids)
                        """)
                .bind("ids", ids.toArray(UUID[]::new))
                .map(RefundRepository::refund)
                .all();
    }

    /** The refunds of these payments, oldest first. */
    Flux<Refund> ofPayments(Collection<UUID> payments) {
        return db.sql(
                        """
                        select id, number, customer_id, payment_id, status, amount_minor, currency, method, method_label,
                               reason, begun_on, settled_on, value_on, returned_on, failure, created_at
                          from refund
                         where payment_id = any(:payments)
                         order by id
                        """)
                .bind("payments", payments.toArray(UUID[]::new))
                .map(RefundRepository::refund)
                .all();
    }

    /** A page of refunds, newest first. */
    Flux<Refund> page(RefundFilter filter, Page page) {
        return db.sql(
                        """
                        select id, number, customer_id, payment_id, status, amount_minor, currency, method, method_label,
                               reason, begun_on, settled_on, value_on, returned_on, failure, created_at
                          from refund
                         where (:customer::uuid is null or customer_id = :customer)
                           and (:statuses::text[] is null or status = any(:statuses))
                           and (:from::date is null or begun_on >= :from)
                           and (:until::date is null or begun_on <= :until)
                           and (begun_on, id) < (:afterDay, :afterId)
                         order by begun_on desc, id desc
                         limit :first + 1
                        """)
                .bindValues(filter.bindings(page))
                .map(RefundRepository::refund)
                .all();
    }

    /** A page of the refunds of each of these customers, newest first. */
    Flux<Refund> ofCustomers(Collection<UUID> customers, Page page) {
        return db.sql(
                        """
                        select r.id, r.number, r.customer_id, r.payment_id, r.status, r.amount_minor, r.currency, r.method,
                               r.method_label, r.reason, r.begun_on, r.settled_on, r.value_on, r.returned_on, r.failure, r.created_at
                          from unnest(:customers::uuid[]) as c (id)
                         cross join lateral (select *
                                               from refund
                                              where customer_id = c.id and (begun_on, id) < (:afterDay, :afterId)
                                              order by begun_on desc, id desc
                                              limit :first + 1) r
                        """)
                .bind("customers", customers.toArray(UUID[]::new))
                .bind("afterDay", Objects.requireNonNullElse(page.day(0), RefundFilter.LAST_DAY))
                .bind("afterId", Objects.requireNonNullElse(page.id(1), RefundFilter.LAST_ID))
                .bind("first", page.first())
                .map(RefundRepository::refund)
                .all();
    }

    Mono<Void> succeed(UUID id, ReceiptIssue issue, LocalDate on) {
        return db.sql(
                        """
                        update refund
                           set status = 'SUCCEEDED', number = :number, settled_on = :on, seller_id = :seller,
                               buyer = :buyer::jsonb
                         where id = :id
                        """)
                .bind("id", id)
                .bind("number", issue.number())
                .bind("on", on)
                .bind("seller", issue.seller())
                .bind("buyer", issue.buyer())
                .then();
    }

    Mono<Void> fail(UUID id, String failure, LocalDate on) {
        return db.sql(
                        """
                        update refund
                           set status = 'FAILED', failure = :failure, settled_on = :on
                         where id = :id
                        """)
                .bind("id", id)
                .bind("failure", failure)
                .bind("on", on)
                .then();
    }

    Mono<Void> comeBack(UUID id, String failure, LocalDate on) {
        return db.sql(
                        """
                        update refund
                           set status = 'RETURNED', failure = :failure, returned_on = :on
                         where id = :id
                        """)
                .bind("id", id)
                .bind("failure", failure)
                .bind("on", on)
                .then();
    }

    /** How staff has sent the money. */
    Mono<Void> sent(UUID id, String label, @Nullable LocalDate valueOn) {
        return db.sql("update refund set method_label = :label, value_on = :on where id = :id")
                .bind("id", id)
                .bind("label", label)
                .bind("on", PaymentFilter.optional(valueOn, LocalDate.class))
                .then();
    }

    static Refund refund(Readable row) {
        var column = new Columns(row);
        return new Refund(
                column.id("id"),
                column.textOrNull("number"),
                column.id("customer_id"),
                column.id("payment_id"),
                column.choice("status", RefundStatus.class),
                column.money("amount"),
                column.choice("method", PaymentMethodKind.class),
                column.text("method_label"),
                column.text("reason"),
                column.day("begun_on"),
                column.dayOrNull("settled_on"),
                column.dayOrNull("value_on"),
                column.dayOrNull("returned_on"),
                column.textOrNull("failure"),
                column.at("created_at"));
    }
}
