package dev.quittance.payments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.ledger.Booking;
import dev.quittance.ledger.Ledger;
import dev.quittance.ledger.NewTransfer;
import dev.quittance.ledger.SourceKind;
import dev.quittance.organization.Organizations;
import dev.quittance.platform.Ids;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Customers with invoices and credit to start from, and whether the books are right in the end. */
@Component
public class Books {
    private static final AtomicLong NUMBERS = new AtomicLong();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DatabaseClient db;
    private final Ledger ledger;
    private final Allocations allocations;
    private final Organizations organizations;
    private final TransactionalOperator transaction;

    Books(
            DatabaseClient db,
            Ledger ledger,
            Allocations allocations,
            Organizations organizations,
            TransactionalOperator transaction) {
        this.db = db;
        this.ledger = ledger;
        this.allocations = allocations;
        this.organizations = organizations;
        this.transaction = transaction;
    }

    /** A customer who pays by card. */
    public UUID customer(String name) {
        var id = Ids.next();
        db.sql(
                        """
                        insert into customer (id, name, email, payment_kind, due_days, currency)
                        values (:id, :name, 'ada@example.com', 'CARD', 14, 'USD')
                        """)
                .bind("id", id)
                .bind("name", name)
                .then()
                .block(PATIENCE);
        return id;
    }

    /** A posted invoice with its booking. */
    public UUID invoice(UUID customer, String currency, long minor, LocalDate dueOn) {
        return invoice(customer, currency, minor, dueOn, "OPEN");
    }

    public UUID draft(UUID customer) {
        return invoice(customer, "USD", 500, LocalDate.of(2030, 2, 1), "DRAFT");
    }

    /** Account credit, as if paid in before. */
    public void credit(UUID customer, String currency, long minor) {
        book(
                NewTransfer.of(
                        Booking.PAYMENT_RECEIVED,
                        customer,
                        Money.ofMinor(CurrencyUnit.of(currency), minor),
                        SourceKind.PAYMENT,
                        Ids.next(),
                        LocalDate.of(2030, 1, 1)));
    }

    /** Posts a credit note on an invoice and pays what it can of it, as contracting does. */
    public Money creditNote(UUID customer, UUID invoice, long minor) {
        var note = Ids.next();
        var on = LocalDate.of(2030, 1, 1);
        var insert =
                organizations
                        .seller()
                        .flatMap(
                                seller ->
                                        db.sql(
                                                        """
                                                        insert into credit_note (id, kind, number, customer_id, invoice_id, currency, net_minor, tax_minor,
                                                                                 total_minor, issued_on, seller_id, buyer, reason)
                                                        values (:id, 'CREDIT_NOTE', :number, :customer, :invoice, 'USD', :minor, 0, :minor, :on, :seller, '{}', 'test')
                                                        """)
                                                .bind("id", note)
                                                .bind("number", "TCN-" + NUMBERS.incrementAndGet())
                                                .bind("customer", customer)
                                                .bind("invoice", invoice)
                                                .bind("minor", minor)
                                                .bind("on", on)
                                                .bind("seller", seller)
                                                .then());
        var credit =
                NewTransfer.of(
                        Booking.CREDIT_LINE,
                        customer,
                        Money.ofMinor(CurrencyUnit.USD, minor),
                        SourceKind.CREDIT_NOTE,
                        note,
                        on);
        var amount = Money.ofMinor(CurrencyUnit.USD, minor);
        return transaction
                .transactional(
                        insert.then(Mono.defer(() -> ledger.book(List.of(credit))))
                                .then(
                                        Mono.defer(
                                                () ->
                                                        allocations.creditTo(
                                                                customer, invoice, note, amount,
                                                                on))))
                .block(PATIENCE);
    }

    public long number(String sql) {
        var found = db.sql(sql).mapValue(Long.class).one().block(PATIENCE);
        return found == null ? 0 : found;
    }

    public long credit(UUID customer) {
        return number(
                "select coalesce(sum(credit_minor), 0)::bigint from balance where customer_id = '%s'"
                        .formatted(customer));
    }

    /** Money that the sandbox gateway took, by its own memory. */
    public long charged() {
        return number(
                "select coalesce(sum(amount_minor), 0)::bigint from sandbox_charge where state = 'SUCCEEDED'");
    }

    /** Every balance, invoice, payment and charge agrees with every other. */
    public void mustAgree() {
        assertThat(ledger.check().collectList().block(PATIENCE)).isEmpty();
        Agreement.RULES.forEach((fault, sql) -> assertThat(number(sql)).as(fault).isZero());
    }

    private UUID invoice(
            UUID customer, String currency, long minor, LocalDate dueOn, String status) {
        var id = Ids.next();
        var posted = !status.equals("DRAFT");
        var insert =
                organizations
                        .seller()
                        .flatMap(
                                seller ->
                                        db.sql(
                                                        """
                                                        insert into invoice (id, number, customer_id, currency, status, net_minor, tax_minor,
                                                                             total_minor, issued_on, due_on, seller_id, buyer)
                                                        values (:id, case when :posted then :number end, :customer, :currency, :status, :minor, 0,
                                                                :minor, :issued, :due, :seller, '{"name": "Ada"}')
                                                        """)
                                                .bind("id", id)
                                                .bind("posted", posted)
                                                .bind(
                                                        "number",
                                                        "T-%06d"
                                                                .formatted(
                                                                        NUMBERS.incrementAndGet()))
                                                .bind("customer", customer)
                                                .bind("currency", currency)
                                                .bind("status", status)
                                                .bind("minor", minor)
                                                .bind("issued", dueOn.minusDays(14))
                                                .bind("due", dueOn)
                                                .bind("seller", seller)
                                                .then());
        transaction.transactional(insert).block(PATIENCE);
        if (posted) {
            book(
                    NewTransfer.of(
                            Booking.INVOICE_LINE,
                            customer,
                            Money.ofMinor(CurrencyUnit.of(currency), minor),
                            SourceKind.INVOICE,
                            id,
                            dueOn.minusDays(14)));
        }
        return id;
    }

    private void book(NewTransfer transfer) {
        transaction.transactional(Mono.defer(() -> ledger.book(List.of(transfer)))).block(PATIENCE);
    }
}
