package dev.quittance.messaging;

import static java.util.Objects.requireNonNull;

import dev.quittance.customers.Recipients;
import dev.quittance.messaging.DraftChargeLetters.Tried;
import dev.quittance.payments.Decline;
import dev.quittance.platform.Columns;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Reads what letters tell of a payment that comes before what it is for. */
@Repository
class DraftChargeFacts {
    private final DatabaseClient db;

    DraftChargeFacts(DatabaseClient db) {
        this.db = db;
    }

    /** A subscription with that payment, whose it is, and who gets the customer's papers. */
    record TriedFacts(
            Tried tried, UUID customer, boolean active, String locale, List<String> recipients) {}

    /** Where a contact is written to; nowhere if there is no address, or no contact any more. */
    Mono<List<String>> addresses(UUID contact) {
        return db.sql("select email from contact where id = :id and email is not null")
                .bind("id", contact)
                .mapValue(String.class)
                .all()
                .collectList();
    }

    Mono<TriedFacts> of(UUID subscription, UUID payment) {
        return db.sql(
                        """
                        select s.id, n.name as plan, p.amount_minor, p.currency, p.method_label, p.decline_code,
                               c.id as customer_id, c.name, c.locale, c.email, c.invoice_recipients, c.active
                          from subscription s
                          join plan n on n.id = s.plan_id
                          join customer c on c.id = s.customer_id
                          join payment p on p.id = :payment and p.customer_id = c.id
                         where s.id = :subscription
                        """)
                .bind("subscription", subscription)
                .bind("payment", payment)
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new TriedFacts(
                                    new Tried(
                                            column.id("id").toString(),
                                            column.text("name"),
                                            column.text("plan"),
                                            column.money("amount"),
                                            column.text("method_label"),
                                            column.choiceOrNull("decline_code", Decline.class)),
                                    column.id("customer_id"),
                                    column.flag("active"),
                                    column.text("locale"),
                                    Recipients.of(
                                            column.flag("active"),
                                            column.textOrNull("email"),
                                            List.of(
                                                    requireNonNull(
                                                            row.get(
                                                                    "invoice_recipients",
                                                                    String[].class)))));
                        })
                .one();
    }
}
