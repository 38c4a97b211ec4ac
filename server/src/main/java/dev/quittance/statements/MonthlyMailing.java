package dev.quittance.statements;

import dev.quittance.customers.Customers;
import dev.quittance.platform.History;
import dev.quittance.platform.HistoryEntry;
import dev.quittance.statements.MonthlyStatementRepository.Choice;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Whether statements are mailed each month: for everybody, and for those that differ. */
@Service
class MonthlyMailing {
    /** The settings are one; their history needs an id all the same. */
    private static final UUID SUBJECT = new UUID(0, 4);

    private final MonthlyStatementRepository repository;
    private final Customers customers;
    private final History history;

    MonthlyMailing(MonthlyStatementRepository repository, Customers customers, History history) {
        this.repository = repository;
        this.customers = customers;
        this.history = history;
    }

    /** What holds for customers that have nothing of their own. */
    record StatementSettings(boolean monthly) {}

    /**
     * What holds for one customer.
     *
     * @param own what is set for this customer alone; null where the organisation's setting holds
     */
    record MonthlyStatement(@Nullable Boolean own, boolean mailed) {
        static MonthlyStatement of(Choice choice) {
            return new MonthlyStatement(choice.own(), choice.mailed());
        }
    }

    Mono<StatementSettings> settings() {
        return repository.byDefault().map(StatementSettings::new);
    }

    @Transactional
    Mono<StatementSettings> update(StatementSettings after) {
        return settings()
                .flatMap(
                        before ->
                                repository
                                        .saveDefault(after.monthly())
                                        .then(
                                                history.add(
                                                        new HistoryEntry.New(
                                                                "STATEMENT_SETTINGS",
                                                                SUBJECT,
                                                                null,
                                                                "statement settings changed",
                                                                before,
                                                                after,
                                                                null))))
                .thenReturn(after);
    }

    Mono<Map<UUID, MonthlyStatement>> of(Collection<UUID> ids) {
        return repository.choices(ids).collectMap(Choice::customer, MonthlyStatement::of);
    }

    /** Sets it for one customer; null lets the organisation's setting hold again. */
    @Transactional
    Mono<MonthlyStatement> choose(UUID customer, @Nullable Boolean monthly) {
        return customers
                .get(customer)
                .then(customers.lock(customer))
                .then(repository.save(customer, monthly))
                .then(history.add(entry(customer, monthly)))
                .then(Mono.defer(() -> of(List.of(customer))))
                .mapNotNull(found -> found.get(customer));
    }

    private static HistoryEntry.New entry(UUID customer, @Nullable Boolean monthly) {
        var after = monthly == null ? "as set for all" : monthly ? "mailed" : "not mailed";
        return new HistoryEntry.New(
                "CUSTOMER",
                customer,
                customer,
                "monthly statement set",
                null,
                Map.of("monthlyStatement", after),
                null);
    }
}
