package dev.quittance.messaging;

import static java.util.Objects.requireNonNull;

import dev.quittance.customers.Recipients;
import dev.quittance.methods.MethodExpiring;
import dev.quittance.platform.Columns;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** Reads what letters tell of methods that expire. What was replaced or removed is left out. */
@Repository
class ExpiryFacts {
    private final DatabaseClient db;

    ExpiryFacts(DatabaseClient db) {
        this.db = db;
    }

    /**
     * A method that expires, whose it is, and who gets the customer's papers.
     *
     * @param label its brand and last four digits
     * @param plans of the subscriptions that are charged to it by themselves
     */
    record Fact(
            UUID method,
            String label,
            LocalDate expiresOn,
            UUID customer,
            String name,
            String locale,
            List<String> plans,
            List<String> recipients) {}

    Flux<Fact> of(List<MethodExpiring> events) {
        return db.sql(
                        """
                        select m.id, m.brand || ' •••• ' || m.last_four as label, m.expires_on, c.id as customer_id, c.name,
                               c.locale, c.email, c.invoice_recipients, c.active,
                               array(select distinct p.name
                                       from subscription_method s
                                       join subscription t on t.id = s.subscription_id and t.ended_on is null
                                       join plan p on p.id = t.plan_id
                                      where s.method_id = m.id and s.auto_charge
                                      order by p.name) as plans
                          from unnest(:methods::uuid[], :days::date[]) as e (method, expires_on)
                          join payment_method m on m.id = e.method and m.expires_on = e.expires_on and m.removed_at is null
                          join customer c on c.id = m.customer_id
                        """)
                .bind("methods", events.stream().map(MethodExpiring::method).toArray(UUID[]::new))
                .bind(
                        "days",
                        events.stream().map(MethodExpiring::expiresOn).toArray(LocalDate[]::new))
                .map(ExpiryFacts::fact)
                .all();
    }

    private static Fact fact(Readable row) {
        var column = new Columns(row);
        return new Fact(
                column.id("id"),
                column.text("label"),
                column.day("expires_on"),
                column.id("customer_id"),
                column.text("name"),
                column.text("locale"),
                List.of(requireNonNull(row.get("plans", String[].class))),
                Recipients.of(
                        column.flag("active"),
                        column.textOrNull("email"),
                        List.of(requireNonNull(row.get("invoice_recipients", String[].class)))));
    }
}
