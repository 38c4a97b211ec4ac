package dev.quittance.messaging;

import static java.util.Objects.requireNonNull;

import dev.quittance.customers.Recipients;
import dev.quittance.messaging.CollectionLetters.FailedCharge;
import dev.quittance.messaging.CollectionLetters.Owed;
import dev.quittance.messaging.CollectionLetters.Reminded;
import dev.quittance.messaging.CollectionLetters.Unpaid;
import dev.quittance.payments.Decline;
import dev.quittance.platform.Columns;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** Reads what letters tell of invoices that are not paid. What is paid by then is left out. */
@Repository
class CollectionFacts {
    private static final String OPEN =
            """
              join invoice i on i.id = x.invoice_id and i.status = 'OPEN'
              join customer c on c.id = i.customer_id
            """;
    private static final String OWED =
            """
            select x.occasion, i.id, i.number, i.total_minor - i.paid_minor as due_minor, i.currency, i.due_on,
                   c.id as customer_id, c.name, c.locale, c.email, c.invoice_recipients, c.active
            """;

    private final DatabaseClient db;

    /**
     * What a letter tells, whose it is, and who gets the customer's papers.
     *
     * @param occasion the id of what gave the occasion
     */
    record Fact<T>(
            UUID occasion,
            T told,
            UUID invoice,
            UUID customer,
            String locale,
            List<String> recipients) {}

    CollectionFacts(DatabaseClient db) {
        this.db = db;
    }

    /** Charges that were declined, by their payments; those that others followed are left out. */
    Flux<Fact<FailedCharge>> failed(Collection<UUID> payments) {
        return read(
                OWED
                        + """
                        , x.method_label, x.decline_code, x.retry_on
                          from (select p.id as occasion, d.invoice_id, p.method_label, p.decline_code, d.retry_on
                                  from payment p
                                  join due_charge d on d.payment_id = p.id
                                 where p.id = any(:ids) and p.decline_code is not null) x
                        """
                        + OPEN,
                payments,
                row -> {
                    var column = new Columns(row);
                    return new FailedCharge(
                            owed(column),
                            column.text("method_label"),
                            column.choice("decline_code", Decline.class),
                            column.dayOrNull("retry_on"));
                });
    }

    /** Invoices that were given up, and what was done then. */
    Flux<Fact<Unpaid>> unpaid(Collection<UUID> invoices) {
        return read(
                OWED
                        + """
                        , x.action
                          from (select invoice_id as occasion, invoice_id, max(action) as action
                                  from dunning_end
                                 where invoice_id = any(:ids)
                                 group by invoice_id) x
                        """
                        + OPEN,
                invoices,
                row -> {
                    var column = new Columns(row);
                    return new Unpaid(owed(column), column.choice("action", Unpaid.Then.class));
                });
    }

    Flux<Fact<Reminded>> reminded(Collection<UUID> reminders) {
        return read(
                OWED
                        + """
                        , x.days
                          from (select id as occasion, invoice_id, days
                                  from payment_reminder
                                 where id = any(:ids)) x
                        """
                        + OPEN,
                reminders,
                row -> {
                    var column = new Columns(row);
                    return new Reminded(owed(column), (int) column.number("days"));
                });
    }

    private <T> Flux<Fact<T>> read(String sql, Collection<UUID> ids, Function<Readable, T> told) {
        return db.sql(sql)
                .bind("ids", ids.toArray(UUID[]::new))
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new Fact<>(
                                    column.id("occasion"),
                                    told.apply(row),
                                    column.id("id"),
                                    column.id("customer_id"),
                                    column.text("locale"),
                                    recipients(row));
                        })
                .all()
                .filter(fact -> !fact.recipients().isEmpty());
    }

    private static Owed owed(Columns column) {
        return new Owed(
                column.id("id").toString(),
                column.text("number"),
                column.text("name"),
                column.money("due"),
                column.day("due_on"));
    }

    private static List<String> recipients(Readable row) {
        var columns = new Columns(row);
        return Recipients.of(
                columns.flag("active"),
                columns.textOrNull("email"),
                List.of(requireNonNull(row.get("invoice_recipients", String[].class))));
    }
}
