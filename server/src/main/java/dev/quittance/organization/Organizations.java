package dev.quittance.organization;

import dev.quittance.platform.Faults;
import dev.quittance.platform.History;
import dev.quittance.platform.HistoryEntry;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** The merchant's profile, and what posted documents keep of it. */
@Service
public class Organizations {
    /** The merchant is one; its history needs an id all the same. */
    public static final UUID HISTORY_ID = new UUID(0, 1);

    private final OrganizationRepository repository;
    private final History history;
    private final TransactionalOperator transaction;
    private final Remembered<Organization> present = new Remembered<>();
    private final Remembered<UUID> presentSeller = new Remembered<>();

    Organizations(
            OrganizationRepository repository, History history, TransactionalOperator transaction) {
        this.repository = repository;
        this.history = history;
        this.transaction = transaction;
    }

    /** The merchant as of now; a change made on another server shows within two seconds. */
    public Mono<Organization> current() {
        return present.get(repository.find());
    }

    /** What is remembered is no longer true. */
    void forget() {
        present.forget();
        presentSeller.forget();
    }

    /** The zone in which business days begin and end. */
    public Mono<ZoneId> zone() {
        return current().map(Organization::zone);
    }

    /**
     * Changes the profile, or refuses with {@code InvalidInput}. Posted documents keep what they
     * showed.
     */
    public Mono<Organization> update(OrganizationChange change) {
        return transaction
                .transactional(repository.findForUpdate().flatMap(before -> keep(before, change)))
                .doOnNext(_ -> forget());
    }

    /**
     * The id of the row that keeps the merchant as it is now, for a document that is being posted;
     * a change made on another server shows within two seconds.
     */
    public Mono<UUID> seller() {
        return presentSeller.get(repository.seller());
    }

    /** The merchant as these documents show it, by the id that was kept with each. */
    public Mono<Map<UUID, Seller>> sellers(Collection<UUID> ids) {
        return repository.sellers(ids);
    }

    private Mono<Organization> keep(Organization before, OrganizationChange change) {
        var faults = new Faults();
        var after = change.applied(before, faults);
        faults.orThrow();
        return repository
                .save(after)
                .then(
                        history.add(
                                List.of(
                                        new HistoryEntry.New(
                                                "ORGANIZATION",
                                                HISTORY_ID,
                                                null,
                                                "changed",
                                                before,
                                                after,
                                                null))))
                .thenReturn(after);
    }
}
