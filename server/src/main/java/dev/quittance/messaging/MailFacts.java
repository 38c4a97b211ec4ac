package dev.quittance.messaging;

import static java.util.Objects.requireNonNull;

import dev.quittance.customers.Recipients;
import dev.quittance.messaging.Letters.Bill;
import dev.quittance.messaging.Letters.Credit;
import dev.quittance.messaging.Letters.Late;
import dev.quittance.messaging.Letters.Receipt;
import dev.quittance.messaging.Letters.Refunded;
import dev.quittance.platform.Columns;
import dev.quittance.platform.Given;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads what letters tell of invoices, payments and customers. */
@Repository
class MailFacts {
    private final DatabaseClient db;

    /** An invoice, whose it is, and who gets the customer's papers. */
    record BillFacts(
            UUID invoice,
            Bill bill,
            boolean posted,
            UUID customer,
            String locale,
            List<String> recipients) {}

    /**
     * A payment, whose it is, and who gets the customer's papers.
     *
     * @param online whether the customer paid by themselves
     */
    record ReceiptFacts(
            Receipt receipt,
            boolean online,
            UUID customer,
            String locale,
            List<String> recipients) {}

    /** A credit note or cancellation, whose it is, and who gets the customer's papers. */
    record CreditFacts(Credit credit, UUID customer, String locale, List<String> recipients) {}

    /** A refund, whose it is, and who gets the customer's papers. */
    record RefundFacts(Refunded refund, UUID customer, String locale, List<String> recipients) {}

    /** A statement of account, whose it is, and who is to get it. */
    record StatementFacts(
            UUID statement,
            StatementLetter letter,
            UUID customer,
            String locale,
            List<String> recipients) {}

    MailFacts(DatabaseClient db) {
        this.db = db;
    }

    Mono<BillFacts> bill(UUID invoice) {
        return bills(List.of(invoice)).next();
    }

    /** The number of an invoice that is another billing system's. */
    Mono<String> takenOver(UUID invoice) {
        return db.sql("select number from invoice where id = :id and taken_over_on is not null")
                .bind("id", invoice)
                .mapValue(String.class)
                .one();
    }

    /**
     * The language of the customer whom a person may see; of several the given one, else the one
     * they came to see first. Empty for staff.
     */
    Mono<String> language(UUID login, @Nullable UUID customer) {
        return db.sql(
                        """
                        select c.locale
                          from contact k
                          join customer c on c.id = k.customer_id
                         where k.login_id = :login
                         order by c.id is distinct from :customer, k.id
                         limit 1
                        """)
                .bind("login", login)
                .bind("customer", Given.sql(customer, UUID.class))
                .mapValue(String.class)
                .one();
    }

    Flux<BillFacts> bills(List<UUID> invoices) {
        return db.sql(
                        """
                        select i.id, i.number, i.status, i.total_minor, i.total_minor - i.paid_minor as due_minor, i.currency,
                               i.due_on, late.number as late_number, f.days as late_days,
                               c.id as customer_id, c.name, c.locale, c.email, c.invoice_recipients, c.active
                          from invoice i
                          join customer c on c.id = i.customer_id
                          left join late_fee f on f.fee_invoice_id = i.id
                          left join invoice late on late.id = f.invoice_id
                         where i.id = any(:invoices)
                        """)
                .bind("invoices", invoices.toArray(UUID[]::new))
                .map(MailFacts::billFacts)
                .all();
    }

    Mono<CreditFacts> credit(UUID note) {
        return db.sql(
                        """
                        select n.id, n.number, n.kind, n.total_minor, n.currency, i.number as invoice,
                               c.id as customer_id, c.name, c.locale, c.email, c.invoice_recipients, c.active
                          from credit_note n
                          join customer c on c.id = n.customer_id
                          left join invoice i on i.id = n.invoice_id
                         where n.id = :note
                        """)
                .bind("note", note)
                .map(MailFacts::creditFacts)
                .one();
    }

    Mono<ReceiptFacts> receipt(UUID payment) {
        return db.sql(
                        """
                        select p.id, p.number, p.amount_minor, p.currency, p.method, p.method_label, p.paid_on,
                               c.id as customer_id, c.name, c.locale, c.email, c.invoice_recipients, c.active,
                               array(select distinct i.number from allocation a join invoice i on i.id = a.invoice_id
                                      where a.payment_id = p.id and a.receipted order by 1 limit 20) as invoices
                          from payment p join customer c on c.id = p.customer_id
                         where p.id = :payment and p.number is not null
                        """)
                .bind("payment", payment)
                .map(MailFacts::receiptFacts)
                .one();
    }

    Mono<RefundFacts> refund(UUID refund) {
        return db.sql(
                        """
                        select r.id, r.number, r.amount_minor, r.currency, r.method_label, r.failure, p.id as payment_id,
                               p.number as receipt, c.id as customer_id, c.name, c.locale, c.email, c.invoice_recipients, c.active
                          from refund r
                          join payment p on p.id = r.payment_id
                          join customer c on c.id = r.customer_id
                         where r.id = :refund
                        """)
                .bind("refund", refund)
                .map(MailFacts::refundFacts)
                .one();
    }

    Flux<StatementFacts> statements(List<UUID> statements) {
        return db.sql(
                        """
                        select s.id, s.from_on, s.to_on, s.closing_minor, s.currency, s.recipients,
                               c.id as customer_id, c.name, c.locale, c.email, c.invoice_recipients, c.active
                          from statement s join customer c on c.id = s.customer_id
                         where s.id = any(:statements)
                        """)
                .bind("statements", statements.toArray(UUID[]::new))
                .map(MailFacts::statementFacts)
                .all();
    }

    private static StatementFacts statementFacts(Readable row) {
        var columns = new Columns(row);
        var chosen = row.get("recipients", String[].class);
        return new StatementFacts(
                columns.id("id"),
                new StatementLetter(
                        columns.text("name"),
                        columns.day("from_on"),
                        columns.day("to_on"),
                        columns.money("closing")),
                columns.id("customer_id"),
                columns.text("locale"),
                chosen == null ? recipients(row) : List.of(chosen));
    }

    private static RefundFacts refundFacts(Readable row) {
        var columns = new Columns(row);
        return new RefundFacts(
                new Refunded(
                        columns.id("payment_id").toString(),
                        columns.textOrNull("number"),
                        columns.text("receipt"),
                        columns.text("name"),
                        columns.money("amount"),
                        columns.text("method_label"),
                        columns.textOrNull("failure")),
                columns.id("customer_id"),
                columns.text("locale"),
                recipients(row));
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
                columns.id("id"),
                new Bill(
                        columns.id("id").toString(),
                        number == null ? "" : number,
                        columns.text("name"),
                        columns.money("total"),
                        columns.money("due"),
                        columns.dayOrNull("due_on"),
                        late(columns)),
                number != null,
                columns.id("customer_id"),
                columns.text("locale"),
                recipients(row));
    }

    private static @Nullable Late late(Columns columns) {
        var number = columns.textOrNull("late_number");
        return number == null ? null : new Late(number, columns.integer("late_days"));
    }

    private static CreditFacts creditFacts(Readable row) {
        var columns = new Columns(row);
        return new CreditFacts(
                new Credit(
                        columns.id("id").toString(),
                        columns.text("number"),
                        columns.text("kind").equals("CANCELLATION"),
                        columns.text("name"),
                        columns.money("total"),
                        columns.textOrNull("invoice")),
                columns.id("customer_id"),
                columns.text("locale"),
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
                columns.text("locale"),
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
