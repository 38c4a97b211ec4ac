package dev.quittance.messaging;

import static java.util.Objects.requireNonNull;

import dev.quittance.messaging.Letters.Bill;
import dev.quittance.messaging.Letters.Receipt;
import dev.quittance.platform.Columns;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Reads what letters tell of invoices, payments and customers. */
@Repository
class MailFacts {
    private final DatabaseClient db;

    /** An invoice, whose it is, and who gets the customer's papers. */
    record BillFacts(Bill bill, boolean posted, UUID customer, List<String> recipients) {}

    /**
     * A payment, whose it is, and who gets the customer's papers.
     *
     * @param online whether the customer paid by themselves
     */
    record ReceiptFacts(Receipt receipt, boolean online, UUID customer, List<String> recipients) {}

    MailFacts(DatabaseClient db) {
        this.db = db;
    }

    Mono<BillFacts> bill(UUID invoice) {
        return db.sql(
                        """
                        select i.id, i.number, i.status, i.total_minor, i.total_minor - i.paid_minor as due_minor, i.currency,
                               i.due_on, c.id as customer_id, c.name, c.email, c.invoice_recipients, c.active
                          from invoice i join customer c on c.id = i.customer_id
                         where i.id = :invoice
                        """)
                .bind("invoice", invoice)
                .map(MailFacts::billFacts)
                .one();
    }

    Mono<ReceiptFacts> receipt(UUID payment) {
        return db.sql(
                        """
                        select p.id, p.number, p.amount_minor, p.currency, p.method, p.method_label, p.paid_on,
                               c.id as customer_id, c.name, c.email, c.invoice_recipients, c.active,
                               array(select distinct i.number from allocation a join invoice i on i.id = a.invoice_id
                                      where a.payment_id = p.id order by 1 limit 20) as invoices
                          from payment p join customer c on c.id = p.customer_id
                         where p.id = :payment and p.number is not null
                        """)
                .bind("payment", payment)
                .map(MailFacts::receiptFacts)
                .one();
    }

    /** The name of a customer, as an invitation says it. */
    Mono<String> customerName(UUID customer) {
        return db.sql("select name from customer where id = :customer")
                .bind("customer", customer)
                .mapValue(String.class)
                .one();
    }

    private static BillFacts billFacts(Readable row) {
        var columns = new Columns(row);
        var number = columns.textOrNull("number");
        return new BillFacts(
                new Bill(
                        columns.id("id").toString(),
                        number == null ? "" : number,
                        columns.text("name"),
                        columns.money("total"),
                        columns.money("due"),
                        columns.dayOrNull("due_on")),
                number != null,
                columns.id("customer_id"),
                recipients(row));
    }

    private static ReceiptFacts receiptFacts(Readable row) {
        var columns = new Columns(row);
        return new ReceiptFacts(
                new Receipt(
                        columns.id("id").toString(),
                        columns.text("number"),
                        columns.text("name"),
                        columns.money("amount"),
                        columns.day("paid_on"),
                        columns.text("method_label"),
                        List.of(requireNonNull(row.get("invoices", String[].class)))),
                columns.text("method").equals("CARD"),
                columns.id("customer_id"),
                recipients(row));
    }

    private static List<String> recipients(Readable row) {
        var columns = new Columns(row);
        return Recipients.of(
                columns.flag("active"),
                columns.textOrNull("email"),
                List.of(requireNonNull(row.get("invoice_recipients", String[].class))));
    }
}
