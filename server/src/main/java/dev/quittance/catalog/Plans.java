package dev.quittance.catalog;

import dev.quittance.catalog.PlanOutcome.PlanCreated;
import dev.quittance.catalog.PlanOutcome.PlanNameTaken;
import dev.quittance.catalog.PlanOutcome.PlanUpdated;
import dev.quittance.platform.Faults;
import dev.quittance.platform.History;
import dev.quittance.platform.HistoryEntry;
import dev.quittance.platform.InvalidInput;
import dev.quittance.platform.NotFound;
import dev.quittance.platform.Refused;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Adds and changes plans. */
@Service
public class Plans {
    private final Catalog catalog;
    private final PlanRepository repository;
    private final PlanRows rows;
    private final History history;
    private final TransactionalOperator transaction;

    Plans(
            Catalog catalog,
            PlanRepository repository,
            PlanRows rows,
            History history,
            TransactionalOperator transaction) {
        this.catalog = catalog;
        this.repository = repository;
        this.rows = rows;
        this.history = history;
        this.transaction = transaction;
    }

    /** Adds a plan; faults are refused with {@code InvalidInput}. */
    public Mono<PlanOutcome> create(NewPlan given) {
        return Mono.fromSupplier(() -> checked(given))
                .flatMap(
                        plan ->
                                transaction
                                        .transactional(insert(plan, given.code() == null))
                                        .<PlanOutcome>map(PlanCreated::new)
                                        .onErrorResume(
                                                DuplicateKeyException.class, _ -> taken(plan)));
    }

    /** Changes a plan. New prices hold for invoices made from now on. */
    public Mono<PlanOutcome> update(PlanChange change) {
        return change(change.id(), "changed", present -> applied(change, present));
    }

    /** The plan as it would be once changed; faults are refused with {@code InvalidInput}. */
    public Mono<Plan> tried(PlanChange change) {
        return catalog.plan(change.id()).map(present -> applied(change, present));
    }

    /** Holds the plan until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> lock(UUID id) {
        return repository.lock(id).switchIfEmpty(Mono.error(() -> new NotFound("plan"))).then();
    }

    /** Takes a plan off the list of what new subscriptions can be started of, or puts it back. */
    public Mono<PlanOutcome> setArchived(UUID id, boolean archived) {
        return change(
                id, archived ? "archived" : "brought back", present -> present.archived(archived));
    }

    private Mono<PlanOutcome> change(UUID id, String what, UnaryOperator<Plan> act) {
        return repository
                .lock(id)
                .flatMap(repository::find)
                .switchIfEmpty(Mono.error(() -> new NotFound("plan")))
                .flatMap(before -> save(before, act.apply(before), what))
                .as(transaction::transactional)
                .<PlanOutcome>map(PlanUpdated::new)
                .onErrorResume(
                        DuplicateKeyException.class,
                        _ -> catalog.plan(id).map(act).flatMap(this::taken));
    }

    private Mono<Plan> insert(Plan plan, boolean codeIsMade) {
        return catalog.product(plan.productId())
                .then(codeIsMade ? coded(plan) : Mono.just(plan))
                .flatMap(coded -> rows.insert(coded).then(repository.find(coded.id())))
                .flatMap(added -> tell(added, "created", null).thenReturn(added));
    }

    private Mono<Plan> save(Plan before, Plan after, String what) {
        return before.equals(after)
                ? Mono.just(before)
                : rows.save(after).then(tell(after, what, before)).thenReturn(after);
    }

    private Mono<Plan> coded(Plan plan) {
        return repository
                .codes(plan.code())
                .collectList()
                .map(taken -> plan.coded(Code.free(plan.code(), taken)));
    }

    private Mono<PlanOutcome> taken(Plan plan) {
        return repository
                .named(plan.name(), plan.id())
                .<PlanOutcome>map(PlanNameTaken::new)
                .switchIfEmpty(
                        Mono.error(
                                () ->
                                        new Refused(
                                                InvalidInput.of(
                                                        "code", "is the code of another plan"))));
    }

    private Mono<Void> tell(Plan plan, String what, @Nullable Plan before) {
        return history.add(
                List.of(new HistoryEntry.New("PLAN", plan.id(), null, what, before, plan, null)));
    }

    private static Plan checked(NewPlan given) {
        var faults = new Faults();
        var plan = given.checked(faults);
        faults.orThrow();
        return plan;
    }

    private static Plan applied(PlanChange change, Plan present) {
        var faults = new Faults();
        var plan = change.applied(present, faults);
        faults.orThrow();
        return plan;
    }
}
