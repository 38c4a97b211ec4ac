package dev.quittance.contracting;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;

/** What a customer's documents come to. */
public final class Papers {
    private final DatabaseClient db;

    public Papers(DatabaseClient db) {
        this.db = db;
    }

    /** The totals of the invoices, by number. */
    List<String> invoices(UUID customer) {
        return amounts(
                "select total_minor from invoice where customer_id = :id order by number",
                customer);
    }

    /** The totals of the credit notes, by number. */
    List<String> credits(UUID customer) {
        return amounts(
                "select total_minor from credit_note where customer_id = :id order by number",
                customer);
    }

    /** All that was billed, less all that was credited, without tax. */
    String net(UUID customer) {
        return amounts(
                        "select coalesce((select sum(net_minor) from invoice where customer_id = :id), 0)"
                                + " - coalesce((select sum(net_minor) from credit_note where customer_id = :id), 0) as total_minor",
                        customer)
                .getFirst();
    }

    /** What invoices still owe, less account credit. */
    String owed(UUID customer) {
        return amounts(
                        "select coalesce((select sum(receivable_minor - credit_minor) from balance where customer_id = :id), 0) as total_minor",
                        customer)
                .getFirst();
    }

    /** Days of items that are billed twice. */
    long overlaps() {
        return db.sql(
                        "select count(*) from billed_period a join billed_period b on a.item_id = b.item_id"
                                + " and a.kind = b.kind and a.ctid < b.ctid and a.period && b.period")
                .mapValue(Long.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }

    private List<String> amounts(String sql, UUID customer) {
        return db.sql("select total_minor / 100.0 as total from (%s) as found".formatted(sql))
                .bind("id", customer)
                .mapValue(BigDecimal.class)
                .all()
                .map(total -> total.setScale(2).toPlainString())
                .collectList()
                .blockOptional()
                .orElseThrow();
    }
}
