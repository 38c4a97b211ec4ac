package dev.quittance.subscriptions;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.quittance.catalog.Catalog;
import dev.quittance.catalog.Plan;
import dev.quittance.platform.DueWork;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Changes subscriptions on the day that was planned, before that period is billed. */
@Component
@Order(ChangesByDate.BEFORE_TRIALS_END)
class ChangesByDate implements DueWork {
    static final int BEFORE_TRIALS_END = 0;

    private static final int BATCH = 100;

    private final ScheduleRepository schedule;
    private final Subscriptions subscriptions;
    private final ItemVersions items;
    private final Catalog catalog;
    private final TransactionalOperator transaction;

    ChangesByDate(
            ScheduleRepository schedule,
            Subscriptions subscriptions,
            ItemVersions items,
            Catalog catalog,
            TransactionalOperator transaction) {
        this.schedule = schedule;
        this.subscriptions = subscriptions;
        this.items = items;
        this.catalog = catalog;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "subscription-changes";
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
        return schedule.changing(day, zone, BATCH)
                .collectList()
                .flatMap(
                        ids ->
                                Mono.zip(subscriptions.byIds(ids).collectList(), open(ids))
                                        .flatMap(
                                                found ->
                                                        plans(found.getT1())
                                                                .map(
                                                                        plans ->
                                                                                changes(
                                                                                        found
                                                                                                .getT1(),
                                                                                        found
                                                                                                .getT2(),
                                                                                        plans)))
                                        .flatMap(this::keep)
                                        .thenReturn(ids.size()));
    }

    private Mono<Map<UUID, List<OpenItem>>> open(List<UUID> ids) {
        return items.open(ids)
                .collect(
                        groupingBy(
                                ItemVersions.Open::subscription,
                                mapping(ItemVersions.Open::item, toList())));
    }

    private Mono<Map<UUID, Plan>> plans(List<SubscriptionContract> found) {
        return catalog.plans(found.stream().map(ChangesByDate::wanted).distinct().toList());
    }

    private static UUID wanted(SubscriptionContract subscription) {
        return Objects.requireNonNull(subscription.schedule().change()).plan();
    }

    private static List<Changing.Due> changes(
            List<SubscriptionContract> found,
            Map<UUID, List<OpenItem>> open,
            Map<UUID, Plan> plans) {
        return found.stream()
                .map(
                        subscription -> {
                            var plan = Objects.requireNonNull(plans.get(wanted(subscription)));
                            return Changing.due(
                                    subscription,
                                    open.getOrDefault(subscription.id(), List.of()),
                                    new PlanFacts(
                                            plan.interval(),
                                            plan.terms().billingCycles(),
                                            plan.terms().leadDays(),
                                            plan.terms().chargedIn()));
                        })
                .toList();
    }

    private Mono<Void> keep(List<Changing.Due> changes) {
        return Flux.fromIterable(changes)
                .concatMap(due -> items.apply(due.change().after().id(), due.items()))
                .then(
                        Mono.defer(
                                () ->
                                        subscriptions.keep(
                                                changes.stream()
                                                        .map(Changing.Due::change)
                                                        .toList())));
    }
}
