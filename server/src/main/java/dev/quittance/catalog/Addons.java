package dev.quittance.catalog;

import dev.quittance.platform.Faults;
import dev.quittance.platform.History;
import dev.quittance.platform.HistoryEntry;
import dev.quittance.platform.InvalidInput;
import dev.quittance.platform.NotFound;
import dev.quittance.platform.Refused;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Changes addons. */
@Service
class Addons {
    private final AddonRepository repository;
    private final AddonRows rows;
    private final History history;
    private final TransactionalOperator transaction;

    Addons(
            AddonRepository repository,
            AddonRows rows,
            History history,
            TransactionalOperator transaction) {
        this.repository = repository;
        this.rows = rows;
        this.history = history;
        this.transaction = transaction;
    }

    /** Changes an addon. New prices hold for invoices made from now on. */
    Mono<Addon> update(AddonChange change) {
        return change(change.id(), "changed", present -> applied(change, present));
    }

    /** Takes an addon off what can be added to subscriptions, or puts it back. */
    Mono<Addon> setArchived(UUID id, boolean archived) {
        return change(
                id, archived ? "archived" : "brought back", present -> present.archived(archived));
    }

    private Mono<Addon> change(UUID id, String what, UnaryOperator<Addon> act) {
        return rows.lock(id)
                .flatMap(repository::find)
                .switchIfEmpty(Mono.error(() -> new NotFound("addon")))
                .flatMap(before -> save(before, act.apply(before), what))
                .as(transaction::transactional)
                .onErrorMap(
                        DuplicateKeyException.class,
                        _ -> new Refused(InvalidInput.of("name", "is the name of another addon")));
    }

    private Mono<Addon> save(Addon before, Addon after, String what) {
        return before.equals(after)
                ? Mono.just(before)
                : rows.save(after)
                        .then(
                                history.add(
                                        new HistoryEntry.New(
                                                "ADDON",
                                                after.id(),
                                                null,
                                                what,
                                                before,
                                                after,
                                                null)))
                        .thenReturn(after);
    }

    private static Addon applied(AddonChange change, Addon present) {
        var faults = new Faults();
        var addon = change.applied(present, faults);
        faults.orThrow();
        return addon;
    }
}
