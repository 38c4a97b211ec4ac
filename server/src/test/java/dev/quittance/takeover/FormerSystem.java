package dev.quittance.takeover;

import dev.quittance.platform.Caller;
import dev.quittance.platform.Ids;
import dev.quittance.takeover.TakeOverRow.Placed;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.Money;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/** What another billing system left behind, taken over as a file would be: for tests of others. */
@Component
public class FormerSystem {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DatabaseClient db;
    private final TakeOverRows rows;
    private final TakeOverMaking making;
    private final TransactionalOperator transaction;

    FormerSystem(
            DatabaseClient db,
            TakeOverRows rows,
            TakeOverMaking making,
            TransactionalOperator transaction) {
        this.db = db;
        this.rows = rows;
        this.making = making;
        this.transaction = transaction;
    }

    /** An open invoice with its old number; its id. */
    public UUID invoice(UUID customer, Money total, Money open, LocalDate dueOn, LocalDate on) {
        return take(
                TakeOverKind.OPEN_INVOICES, customer, "OLD-" + Ids.next(), total, open, dueOn, on);
    }

    /** Account credit. A customer has one of each currency. */
    public UUID credit(UUID customer, Money credit, LocalDate on) {
        var owed = credit.negated();
        return take(TakeOverKind.OPENING_BALANCES, customer, "", owed, owed, on, on);
    }

    private UUID take(
            TakeOverKind kind,
            UUID customer,
            String number,
            Money total,
            Money open,
            LocalDate dueOn,
            LocalDate on) {
        var file = Ids.next();
        var currency = open.getCurrencyUnit().getCode();
        var row =
                new TakeOverRow(
                        2,
                        kind,
                        customer.toString(),
                        null,
                        number,
                        dueOn,
                        dueOn,
                        on,
                        total,
                        open,
                        List.of(),
                        null,
                        "From the former system");
        var key = number.isEmpty() ? "%s %s".formatted(customer, currency) : number;
        var placed = List.of(new Placed(row, customer, null, key, currency));
        return Objects.requireNonNull(
                transaction
                        .transactional(
                                upload(file, kind)
                                        .then(rows.add(file, placed))
                                        .then(making.make(file, kind, placed))
                                        .thenMany(rows.made(file))
                                        .map(TakeOverRows.Made::id)
                                        .next())
                        .contextWrite(_ -> Caller.SYSTEM.in(Context.empty()))
                        .block(PATIENCE));
    }

    private Mono<Void> upload(UUID file, TakeOverKind kind) {
        return db.sql(
                        """
                        with kept as (
                          insert into customer_import (id, kind, file_name, status, uploaded_by, columns, delimiter, mapping, row_count,
                                 done_count, good_count, imported_count, total_minor, currency, import_on)
                          values (:id, :kind, 'old.csv', 'COMPLETED', 'Olga', '[]', ',', '{}', 1, 1, 1, 1, 0, 'USD', '2030-01-01')
                          returning id)
                        insert into import_row (import_id, line, cells, state) select id, 2, '[]', 'IMPORTED' from kept
                        """)
                .bind("id", file)
                .bind("kind", kind.name())
                .then();
    }
}
