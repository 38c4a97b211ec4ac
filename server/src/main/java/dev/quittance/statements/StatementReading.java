package dev.quittance.statements;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads a whole statement, figures and rows as of one moment. */
@Component
class StatementReading {
    private final StatementFigures figures;
    private final StatementRows rows;
    private final TransactionalOperator moment;

    StatementReading(
            StatementFigures figures, StatementRows rows, ReactiveTransactionManager transactions) {
        this.figures = figures;
        this.rows = rows;
        var definition = new DefaultTransactionDefinition();
        definition.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        definition.setReadOnly(true);
        // Kept statements are drawn while an event is delivered, in the delivery's transaction.
        definition.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.moment = TransactionalOperator.create(transactions, definition);
    }

    /** A statement with all its rows. */
    record Whole(Statement statement, List<StatementRow> rows) {
        Whole {
            rows = List.copyOf(rows);
        }
    }

    Mono<Whole> whole(UUID customer, StatementScope scope) {
        return figures.of(List.of(customer), scope)
                .single()
                .zipWhen(_ -> rows.all(customer, scope).collectList(), Whole::new)
                .as(moment::transactional);
    }

    /** What {@code text} makes of the figures and of the rows, as they are read. */
    Flux<String> streamed(
            UUID customer,
            StatementScope scope,
            Function<Statement, Function<Flux<StatementRow>, Publisher<String>>> text) {
        return figures.of(List.of(customer), scope)
                .single()
                .flatMapMany(found -> text.apply(found).apply(rows.all(customer, scope)))
                .as(moment::transactional);
    }
}
