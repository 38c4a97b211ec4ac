package dev.quittance.banking;

import dev.quittance.platform.Columns;
import dev.quittance.platform.NotFound;
import java.util.Collection;
import java.util.UUID;
import org.joda.money.Money;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Reads what an entry is said to be, before it is believed. */
@Repository
class TargetRepository {
    private final DatabaseClient db;

    TargetRepository(DatabaseClient db) {
        this.db = db;
    }

    /** A refund, a payment or a payout; below zero when money left. */
    record Target(UUID id, Money amount) {}

    Mono<Target> refund(UUID id) {
        return target(
                        "select id, -amount_minor as amount_minor, currency from refund where id = :id",
                        id)
                .switchIfEmpty(Mono.error(() -> new NotFound("refund")));
    }

    /** A payment whose money came back. */
    Mono<Target> returned(UUID id) {
        return target(
                        "select id, -amount_minor as amount_minor, currency from payment where id = :id",
                        id)
                .switchIfEmpty(Mono.error(() -> new NotFound("payment")));
    }

    Mono<Target> payout(UUID id) {
        return target("select id, amount_minor, currency from payout where id = :id for update", id)
                .switchIfEmpty(Mono.error(() -> new NotFound("payout")));
    }

    private Mono<Target> target(String sql, UUID id) {
        return db.sql(sql)
                .bind("id", id)
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new Target(column.id("id"), column.money("amount"));
                        })
                .one();
    }

    /** Whether an entry is this payment, or this payout, already. */
    Mono<Boolean> taken(UUID id) {
        return db.sql(
                        """
                        select exists (select 1 from bank_entry where payment_id = :id)
                            or exists (select 1 from bank_entry where payout_id = :id) as taken
                        """)
                .bind("id", id)
                .map(row -> new Columns(row).flag("taken"))
                .one();
    }

    /** The first of these invoices that is another customer's or in another currency. */
    Mono<StrayInvoice> stray(Collection<UUID> invoices, UUID customer, String currency) {
        return db.sql(
                        """
                        select number, currency, customer_id = :customer as same from invoice
                         where id = any(:invoices) and number is not null
                           and (customer_id <> :customer or currency <> :currency)
                         order by number limit 1
                        """)
                .bind("invoices", invoices.toArray(UUID[]::new))
                .bind("customer", customer)
                .bind("currency", currency)
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new StrayInvoice(
                                    column.text("number"),
                                    column.text("currency"),
                                    column.flag("same"));
                        })
                .one();
    }

    /** An invoice on which the money can't go. */
    record StrayInvoice(String number, String currency, boolean sameCustomer) {}
}
