package dev.quittance.subscriptions;

import dev.quittance.catalog.Catalog;
import dev.quittance.catalog.Plan;
import dev.quittance.platform.DueWork;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Ends trials on their day as their plans say, before the bill run. */
@Component
class TrialsByDate implements DueWork {
    private static final int BATCH = 500;

    private final ScheduleRepository schedule;
    private final Subscriptions subscriptions;
    private final Catalog catalog;
    private final TransactionalOperator transaction;

    TrialsByDate(
            ScheduleRepository schedule,
            Subscriptions subscriptions,
            Catalog catalog,
            TransactionalOperator transaction) {
        this.schedule = schedule;
        this.subscriptions = subscriptions;
        this.catalog = catalog;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "trials";
    }

    @Override
    public int floor() {
        return 3;
    }

    @Override
    public Mono<Void> run(LocalDate day, ZoneId zone) {
        return Mono.defer(() -> transaction.transactional(batch(day, zone)))
                .repeat()
                .takeUntil(done -> done < BATCH)
                .then();
    }

    private Mono<Integer> batch(LocalDate day, ZoneId zone) {
        return schedule.trialsEnding(day, zone, BATCH)
                .collectList()
                .flatMap(
                        ids ->
                                subscriptions
                                        .byIds(ids)
                                        .collectList()
                                        .flatMap(this::end)
                                        .thenReturn(ids.size()));
    }

    private Mono<Void> end(List<SubscriptionContract> found) {
        return catalog.plans(found.stream().map(SubscriptionContract::plan).distinct().toList())
                .map(plans -> found.stream().map(one -> ended(one, plans)).toList())
                .flatMap(subscriptions::keep);
    }

    private static SubscriptionChange ended(SubscriptionContract one, Map<UUID, Plan> plans) {
        return Trials.ended(
                one, Objects.requireNonNull(plans.get(one.plan())).terms().trialEndPolicy());
    }
}
