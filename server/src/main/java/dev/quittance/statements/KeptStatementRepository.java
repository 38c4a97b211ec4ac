package dev.quittance.statements;

import dev.quittance.platform.Amounts;
import dev.quittance.platform.Columns;
import dev.quittance.platform.Given;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The SQL of statements that are mailed. */
@Repository
class KeptStatementRepository {
    private final DatabaseClient db;

    KeptStatementRepository(DatabaseClient db) {
        this.db = db;
    }

    /** The newest transfer of a customer; empty when nothing was ever booked. */
    Mono<UUID> lastTransfer(UUID customer, CurrencyUnit currency) {
        return db.sql(
                        """
                        select max(id::text)::uuid from transfer
                         where customer_id = :customer and currency = :currency
                        having count(*) > 0
                        """)
                .bind("customer", customer)
                .bind("currency", currency.getCode())
                .mapValue(UUID.class)
                .one();
    }

    /** Keeps a statement that somebody asked for. */
    Mono<Void> insert(KeptStatement made) {
        var to = made.recipients();
        return db.sql(
                        """
                        insert into statement (id, customer_id, currency, from_on, to_on, last_transfer_id, closing_minor, recipients, monthly)
                        values (:id, :customer, :currency, :from, :to, :last, :closing, :recipients, false)
                        """)
                .bind("id", made.id())
                .bind("customer", made.customer())
                .bind("currency", made.scope().currency().getCode())
                .bind("from", made.scope().period().from())
                .bind("to", made.scope().period().to())
                .bind("last", Given.sql(made.scope().lastTransfer(), UUID.class))
                .bind("closing", Amounts.minor(made.closing()))
                .bind(
                        "recipients",
                        Given.sql(to == null ? null : to.toArray(String[]::new), String[].class))
                .then();
    }

    /** Keeps statements of a month; those that were made before are left out. */
    Flux<StatementMade> insertMonthly(List<KeptStatement> made) {
        return db.sql(
                        """
                        insert into statement (id, customer_id, currency, from_on, to_on, last_transfer_id, closing_minor, monthly)
                        select id, customer, currency, from_on, to_on, last, closing, true
                          from unnest(:ids::uuid[], :customers::uuid[], :currencies::text[], :froms::date[], :tos::date[],
                                      :lasts::uuid[], :closings::bigint[])
                            as s (id, customer, currency, from_on, to_on, last, closing)
                            on conflict do nothing
                        returning id, customer_id
                        """)
                .bind("ids", made.stream().map(KeptStatement::id).toArray(UUID[]::new))
                .bind("customers", made.stream().map(KeptStatement::customer).toArray(UUID[]::new))
                .bind(
                        "currencies",
                        made.stream()
                                .map(one -> one.scope().currency().getCode())
                                .toArray(String[]::new))
                .bind(
                        "froms",
                        made.stream()
                                .map(one -> one.scope().period().from())
                                .toArray(LocalDate[]::new))
                .bind(
                        "tos",
                        made.stream()
                                .map(one -> one.scope().period().to())
                                .toArray(LocalDate[]::new))
                .bind(
                        "lasts",
                        made.stream().map(one -> one.scope().lastTransfer()).toArray(UUID[]::new))
                .bind(
                        "closings",
                        made.stream().map(one -> Amounts.minor(one.closing())).toArray(Long[]::new))
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new StatementMade(column.id("id"), column.id("customer_id"));
                        })
                .all();
    }

    Flux<KeptStatement> find(Collection<UUID> ids) {
        return db.sql(
                        """
                        select id, customer_id, currency, from_on, to_on, last_transfer_id, closing_minor, recipients
                          from statement
                         where id = any(:ids)
                        """)
                .bind("ids", ids.toArray(UUID[]::new))
                .map(KeptStatementRepository::statement)
                .all();
    }

    private static KeptStatement statement(Readable row) {
        var column = new Columns(row);
        var to = row.get("recipients", String[].class);
        return new KeptStatement(
                column.id("id"),
                column.id("customer_id"),
                new StatementScope(
                        CurrencyUnit.of(column.text("currency")),
                        new StatementPeriod(column.day("from_on"), column.day("to_on")),
                        column.idOrNull("last_transfer_id")),
                column.money("closing"),
                to == null ? null : List.of(to));
    }
}
