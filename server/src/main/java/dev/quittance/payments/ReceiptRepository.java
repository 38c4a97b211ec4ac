package dev.quittance.payments;

import dev.quittance.invoicing.DocumentParty;
import dev.quittance.payments.Receipt.Paid;
import dev.quittance.platform.Columns;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The SQL of receipts. */
@Repository
class ReceiptRepository {
    private final DatabaseClient db;

    ReceiptRepository(DatabaseClient db) {
        this.db = db;
    }

    /** The receipt of a payment that succeeded. */
    Mono<Receipt> find(UUID payment) {
        return paid(payment)
                .collectList()
                .flatMap(
                        paid ->
                                db.sql(
                                                """
                                                select number, customer_id, seller_id, buyer, amount_minor, currency, method,
                                                       method_label, paid_on, value_on, purpose
                                                  from payment
                                                 where id = :payment and number is not null
                                                """)
                                        .bind("payment", payment)
                                        .map(
                                                row -> {
                                                    var column = new Columns(row);
                                                    return new Receipt(
                                                            column.text("number"),
                                                            column.id("customer_id"),
                                                            column.id("seller_id"),
                                                            column.json(
                                                                    "buyer", DocumentParty.class),
                                                            column.money("amount"),
                                                            column.choice(
                                                                    "method",
                                                                    PaymentMethodKind.class),
                                                            column.text("method_label"),
                                                            column.day("paid_on"),
                                                            column.dayOrNull("value_on"),
                                                            column.choice(
                                                                    "purpose",
                                                                    PaymentPurpose.class),
                                                            paid);
                                                })
                                        .one());
    }

    private Flux<Paid> paid(UUID payment) {
        return db.sql(
                        """
                        select i.number, i.issued_on, i.total_minor, a.amount_minor
                          from allocation a
                          join invoice i on i.id = a.invoice_id
                         where a.payment_id = :payment and a.receipted
                         order by a.id
                        """)
                .bind("payment", payment)
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new Paid(
                                    column.text("number"),
                                    column.day("issued_on"),
                                    column.number("total_minor"),
                                    column.number("amount_minor"));
                        })
                .all();
    }
}
