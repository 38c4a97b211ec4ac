package dev.quittance.banking;

import dev.quittance.payments.Books;
import dev.quittance.platform.Ids;
import dev.quittance.testing.Asked;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.springframework.r2dbc.core.DatabaseClient;

/** What each mutation of bank entries that takes a key can be asked with. */
public final class BankCases {
    private final Books books;
    private final DatabaseClient db;
    private final Supplier<UUID> refund;
    private final Supplier<UUID> payment;
    private final Supplier<UUID> payout;
    private final BiConsumer<UUID, UUID> link;

    /**
     * @param refund makes one that waits for its money to leave
     * @param payment makes one that came in by transfer
     * @param payout makes one of a gateway
     * @param link says that an entry is a payment
     */
    public BankCases(
            Books books,
            DatabaseClient db,
            Supplier<UUID> refund,
            Supplier<UUID> payment,
            Supplier<UUID> payout,
            BiConsumer<UUID, UUID> link) {
        this.books = books;
        this.db = db;
        this.refund = refund;
        this.payment = payment;
        this.payout = payout;
        this.link = link;
    }

    /** By the names of the mutations. */
    public Map<String, Supplier<Asked>> all() {
        var cases = new HashMap<String, Supplier<Asked>>();
        cases.put(
                "confirmBankEntry",
                () ->
                        Asked.changed(
                                Map.of(
                                        "entryId", entry("CREDIT", 500),
                                        "customerId", books.customer("Ada"),
                                        "shares", List.of()),
                                "valueOn",
                                "2029-12-01"));
        cases.put(
                "confirmBankRefund",
                () -> {
                    var id = refund.get();
                    return Asked.changed(
                            Map.of("entryId", entry("DEBIT", amount("refund", id)), "refundId", id),
                            "refundId",
                            Ids.next());
                });
        cases.put(
                "confirmBankReturn",
                () -> {
                    var id = payment.get();
                    return Asked.changed(
                            Map.of(
                                    "entryId",
                                    entry("DEBIT", amount("payment", id)),
                                    "paymentId",
                                    id),
                            "paymentId",
                            Ids.next());
                });
        cases.put(
                "linkBankPayment",
                () -> {
                    var id = payment.get();
                    return Asked.changed(
                            Map.of(
                                    "entryId",
                                    entry("CREDIT", amount("payment", id)),
                                    "paymentId",
                                    id),
                            "paymentId",
                            Ids.next());
                });
        cases.put(
                "linkBankPayout",
                () -> {
                    var id = payout.get();
                    return Asked.changed(
                            Map.of(
                                    "entryId",
                                    entry("CREDIT", amount("payout", id)),
                                    "payoutId",
                                    id),
                            "payoutId",
                            Ids.next());
                });
        cases.put("undoBankEntry", () -> Asked.reasoned(Map.of("entryId", linked(payment.get()))));
        return cases;
    }

    /** Linked as staff would, so that it is booked at the bank, too. */
    private UUID linked(UUID payment) {
        var id = entry("CREDIT", amount("payment", payment));
        link.accept(id, payment);
        return id;
    }

    private long amount(String table, UUID id) {
        return db.sql("select amount_minor from %s where id = :id".formatted(table))
                .bind("id", id)
                .mapValue(Long.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }

    private UUID entry(String direction, long minor) {
        var id = Ids.next();
        db.sql(
                        """
                        with file as (insert into bank_file (id, file_name, format, status, uploaded_by)
                                      values (:id, 'f', 'CAMT', 'IMPORTED', 'x')),
                             statement as (insert into bank_statement (id, file_id, account, reference, currency, imported_by)
                                           values (:id, :id, 'DE1', 'S', 'USD', 'x'))
                        insert into bank_entry (id, statement_id, account, entry_key, line, booked_on, value_on, currency,
                                                amount_minor, direction, reversal, remittance, state)
                        values (:id, :id, 'DE1', :key, 1, '2029-12-01', '2029-12-01', 'USD', :minor, :direction, false, 'x', 'OPEN')
                        """)
                .bind("id", id)
                .bind("key", id.toString())
                .bind("minor", minor)
                .bind("direction", direction)
                .then()
                .block();
        return id;
    }
}
