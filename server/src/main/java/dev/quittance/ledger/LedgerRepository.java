package dev.quittance.ledger;

import dev.quittance.platform.Columns;
import dev.quittance.platform.Days;
import dev.quittance.platform.Ids;
import io.r2dbc.postgresql.api.PostgresqlException;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.dao.DataAccessException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The SQL of transfers and balances. */
@Repository
class LedgerRepository {
    /** What the database says to a transfer of a closed month. */
    private static final String CLOSED = "QB001";

    private final DatabaseClient db;

    LedgerRepository(DatabaseClient db) {
        this.db = db;
    }

    /**
     * Balances are locked in the order of customers, so that two bookings never wait in a circle.
     */
    Mono<Void> book(List<NewTransfer> transfers) {
        return db.sql(
                        """
                        with given as (
                          select *
                            from unnest(:ids::uuid[], :customers::uuid[], :currencies::text[], :debits::text[],
                                        :credits::text[], :amounts::bigint[], :reasons::text[], :kinds::text[],
                                        :sources::uuid[], :parts::integer[], :days::date[], :froms::date[],
                                        :untils::date[])
                              as t (id, customer_id, currency, debit, credit, amount_minor, reason, source_kind,
                                    source_id, part, booked_on, served_from, served_until)),
                        booked as (
                          insert into transfer (id, customer_id, currency, debit, credit, amount_minor, reason,
                                                source_kind, source_id, part, booked_on, service_period)
                          select id, customer_id, currency, debit, credit, amount_minor, reason, source_kind,
                                 source_id, part, booked_on,
                                 case when served_from is not null then daterange(served_from, served_until) end
                            from given)
                        insert into balance as b (customer_id, currency, receivable_minor, credit_minor, refund_pending_minor)
                        select customer_id, currency,
                               sum(amount_minor * ((debit = 'RECEIVABLE')::integer - (credit = 'RECEIVABLE')::integer)),
                               sum(amount_minor * ((credit = 'CUSTOMER_CREDIT')::integer - (debit = 'CUSTOMER_CREDIT')::integer)),
                               sum(amount_minor * ((credit = 'REFUND_PENDING')::integer - (debit = 'REFUND_PENDING')::integer))
                          from given
                         group by customer_id, currency
                         order by customer_id, currency
                            on conflict (customer_id, currency) do update
                           set receivable_minor = b.receivable_minor + excluded.receivable_minor,
                               credit_minor = b.credit_minor + excluded.credit_minor,
                               refund_pending_minor = b.refund_pending_minor + excluded.refund_pending_minor
                        """)
                .bind("ids", transfers.stream().map(_ -> Ids.next()).toArray(UUID[]::new))
                .bind("customers", column(transfers, NewTransfer::customer, UUID[]::new))
                .bind("currencies", column(transfers, NewTransfer::currency, String[]::new))
                .bind("debits", column(transfers, t -> t.debit().name(), String[]::new))
                .bind("credits", column(transfers, t -> t.credit().name(), String[]::new))
                .bind("amounts", column(transfers, NewTransfer::minor, Long[]::new))
                .bind("reasons", column(transfers, t -> t.booking().name(), String[]::new))
                .bind("kinds", column(transfers, t -> t.sourceKind().name(), String[]::new))
                .bind("sources", column(transfers, NewTransfer::sourceId, UUID[]::new))
                .bind("parts", column(transfers, NewTransfer::part, Integer[]::new))
                .bind("days", column(transfers, NewTransfer::bookedOn, LocalDate[]::new))
                .bind("froms", served(transfers, Days::from))
                .bind("untils", served(transfers, Days::until))
                .then()
                .onErrorMap(DataAccessException.class, LedgerRepository::named);
    }

    Flux<Balance> balances(Collection<UUID> customers) {
        return db.sql(
                        """
                        select customer_id, currency, receivable_minor, credit_minor, refund_pending_minor
                          from balance
                         where customer_id = any(:customers)
                         order by customer_id, currency
                        """)
                .bind("customers", customers.toArray(UUID[]::new))
                .map(LedgerRepository::balance)
                .all();
    }

    /** A closed month is a refusal, everything else a fault. */
    private static Throwable named(DataAccessException fault) {
        return fault.getRootCause() instanceof PostgresqlException told
                        && told.getErrorDetails().getCode().equals(CLOSED)
                ? MonthClosed.through(
                        LocalDate.parse(
                                Objects.requireNonNull(
                                        told.getErrorDetails().getDetail().orElse(null))))
                : fault;
    }

    private static Balance balance(Readable row) {
        var column = new Columns(row);
        return new Balance(
                column.id("customer_id"),
                column.text("currency"),
                column.money("receivable"),
                column.money("credit"),
                column.money("refund_pending"));
    }

    private static LocalDate[] served(List<NewTransfer> transfers, Function<Days, LocalDate> day) {
        return transfers.stream()
                .map(NewTransfer::servicePeriod)
                .map(days -> days == null ? null : day.apply(days))
                .toArray(LocalDate[]::new);
    }

    private static <T> T[] column(
            List<NewTransfer> transfers, Function<NewTransfer, T> value, IntFunction<T[]> array) {
        return transfers.stream().map(value).toArray(array);
    }
}
