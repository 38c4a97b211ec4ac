package dev.quittance.statements;

import dev.quittance.platform.Ids;
import dev.quittance.platform.Outbox;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps statements that are to be mailed, and tells of them. */
@Component
class StatementMaking {
    private final Statements statements;
    private final KeptStatementRepository repository;
    private final Outbox outbox;

    StatementMaking(Statements statements, KeptStatementRepository repository, Outbox outbox) {
        this.statements = statements;
        this.repository = repository;
        this.outbox = outbox;
    }

    /** Keeps a statement as of now; call inside a transaction that holds the customer. */
    Mono<Void> make(UUID customer, StatementScope wanted, List<String> to) {
        return repository
                .lastTransfer(customer, wanted.currency())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .map(
                        last ->
                                new StatementScope(
                                        wanted.currency(), wanted.period(), last.orElse(null)))
                .flatMap(
                        scope ->
                                statements
                                        .of(customer, scope)
                                        .map(
                                                found ->
                                                        new KeptStatement(
                                                                Ids.next(),
                                                                customer,
                                                                scope,
                                                                found.closing(),
                                                                to)))
                .delayUntil(repository::insert)
                .flatMap(made -> outbox.add(new StatementMade(made.id(), customer)));
    }

    /** Keeps statements of a month, each once. */
    Mono<Void> makeMonthly(List<KeptStatement> made) {
        return repository.insertMonthly(made).collectList().flatMap(told -> outbox.add(told));
    }
}
