package dev.quittance.statements;

import dev.quittance.platform.Columns;
import dev.quittance.platform.Given;
import dev.quittance.platform.Ids;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The SQL of statements that are mailed each month: who gets them, and what is set. */
@Repository
class MonthlyStatementRepository {
    private final DatabaseClient db;

    MonthlyStatementRepository(DatabaseClient db) {
        this.db = db;
    }

    /** A place in the order of customers and currencies. */
    record Place(UUID customer, String currency) {
        static final Place FIRST = new Place(new UUID(0, 0), "");

        static Place of(KeptStatement made) {
            return new Place(made.customer(), made.scope().currency().getCode());
        }
    }

    /** What is set for a customer. */
    record Choice(UUID customer, @Nullable Boolean own, boolean mailed) {}

    /** Statements that are due: something was booked in the period, or is owed at its end. */
    Flux<KeptStatement> due(StatementPeriod period, Place after, int most) {
        return db.sql(
                        """
                        select b.customer_id, b.currency, since.last_id,
                               b.receivable_minor - b.credit_minor - since.later_minor as closing_minor
                          from balance b
                          join customer c on c.id = b.customer_id
                         cross join statement_setting s
                          left join customer_statement_setting o on o.customer_id = c.id
                         cross join lateral (
                           select max(t.id::text)::uuid as last_id,
                                  coalesce(sum(%1$s) filter (where t.booked_on > :to), 0)::bigint as later_minor,
                                  coalesce(bool_or(t.booked_on <= :to), false) as moved
                             from transfer t
                            where t.customer_id = b.customer_id and t.currency = b.currency and t.booked_on >= :from) since
                         where coalesce(o.monthly, s.monthly) and c.active
                           and (c.email is not null or cardinality(c.invoice_recipients) > 0)
                           and (b.customer_id, b.currency) > (:customer, :currency)
                           and (since.moved or b.receivable_minor - b.credit_minor <> since.later_minor)
                         order by b.customer_id, b.currency
                         limit :most
                        """
                                .formatted(StatementFigures.EFFECT))
                .bind("from", period.from())
                .bind("to", period.to())
                .bind("customer", after.customer())
                .bind("currency", after.currency())
                .bind("most", most)
                .map(row -> kept(row, period))
                .all();
    }

    Mono<Boolean> byDefault() {
        return db.sql("select monthly from statement_setting").mapValue(Boolean.class).one();
    }

    Mono<Void> saveDefault(boolean monthly) {
        return db.sql("update statement_setting set monthly = :monthly")
                .bind("monthly", monthly)
                .then();
    }

    Flux<Choice> choices(Collection<UUID> customers) {
        return db.sql(
                        """
                        select c.id as customer_id, o.monthly as own, coalesce(o.monthly, s.monthly) as mailed
                          from unnest(:customers::uuid[]) as c (id)
                         cross join statement_setting s
                          left join customer_statement_setting o on o.customer_id = c.id
                        """)
                .bind("customers", customers.toArray(UUID[]::new))
                .map(
                        row ->
                                new Choice(
                                        new Columns(row).id("customer_id"),
                                        row.get("own", Boolean.class),
                                        new Columns(row).flag("mailed")))
                .all();
    }

    /** What is set for one customer; null for what is set for all. */
    Mono<Void> save(UUID customer, @Nullable Boolean monthly) {
        return db.sql("delete from customer_statement_setting where customer_id = :customer")
                .bind("customer", customer)
                .then()
                .then(
                        db.sql(
                                        """
                                        insert into customer_statement_setting (customer_id, monthly)
                                        select :customer, :monthly where :monthly::boolean is not null
                                        """)
                                .bind("customer", customer)
                                .bind("monthly", Given.sql(monthly, Boolean.class))
                                .then());
    }

    private static KeptStatement kept(Readable row, StatementPeriod period) {
        var column = new Columns(row);
        return new KeptStatement(
                Ids.next(),
                column.id("customer_id"),
                new StatementScope(
                        CurrencyUnit.of(column.text("currency")),
                        period,
                        column.idOrNull("last_id")),
                column.money("closing"),
                null);
    }
}
