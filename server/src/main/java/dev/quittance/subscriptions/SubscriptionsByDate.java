package dev.quittance.subscriptions;

import static java.util.Objects.requireNonNull;

import dev.quittance.platform.DueWork;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lets subscriptions begin, end and resume on their day, before the bill run. */
@Component
class SubscriptionsByDate implements DueWork {
    private static final int BATCH = 500;

    private final ScheduleRepository schedule;
    private final Subscriptions subscriptions;
    private final ItemVersions items;
    private final LifeSettings settings;
    private final TransactionalOperator transaction;

    SubscriptionsByDate(
            ScheduleRepository schedule,
            Subscriptions subscriptions,
            ItemVersions items,
            LifeSettings settings,
            TransactionalOperator transaction) {
        this.schedule = schedule;
        this.subscriptions = subscriptions;
        this.items = items;
        this.settings = settings;
        this.transaction = transaction;
    }

    /** What a day brings for a subscription. */
    private record ByDate(SubscriptionChange change, ItemStep items) {}

    @Override
    public String name() {
        return "subscriptions";
    }

    @Override
    public int floor() {
        return 3;
    }

    @Override
    public Mono<Void> run(LocalDate day, ZoneId zone) {
        return settings.current()
                .flatMap(
                        setting ->
                                inBatches(
                                                () -> schedule.ending(day, zone, BATCH),
                                                found -> still(end(found)))
                                        .then(
                                                inBatches(
                                                        () -> schedule.beginning(day, zone, BATCH),
                                                        found -> still(begin(found))))
                                        .then(
                                                inBatches(
                                                        () -> schedule.resuming(day, zone, BATCH),
                                                        found -> resume(found, setting))));
    }

    private Mono<Void> inBatches(
            Supplier<Flux<UUID>> find, Function<SubscriptionContract, ByDate> act) {
        return Mono.defer(() -> transaction.transactional(batch(find.get(), act)))
                .repeat()
                .takeUntil(done -> done < BATCH)
                .then();
    }

    private Mono<Integer> batch(Flux<UUID> found, Function<SubscriptionContract, ByDate> act) {
        return found.collectList()
                .flatMap(
                        ids ->
                                subscriptions
                                        .byIds(ids)
                                        .map(act)
                                        .collectList()
                                        .flatMap(this::keep)
                                        .thenReturn(ids.size()));
    }

    private Mono<Void> keep(List<ByDate> acts) {
        return Flux.fromIterable(acts)
                .concatMap(act -> items.apply(act.change().after().id(), act.items()))
                .then(subscriptions.keep(acts.stream().map(ByDate::change).toList()));
    }

    private static ByDate still(SubscriptionChange change) {
        return new ByDate(change, new ItemStep.Untouched());
    }

    private static ByDate resume(SubscriptionContract before, LifeSetting setting) {
        var on = requireNonNull(before.resumesOn());
        return new ByDate(
                new SubscriptionChange(
                        before, Resuming.due(before, setting), "subscription resumed", null),
                new ItemStep.Reopened(Resuming.pausedOn(before), on));
    }

    private static SubscriptionChange begin(SubscriptionContract before) {
        return new SubscriptionChange(
                before,
                before.begun(),
                before.trial() == null ? "subscription started" : "trial started",
                null);
    }

    private static SubscriptionChange end(SubscriptionContract before) {
        var on = requireNonNull(before.endsOn());
        return on.equals(before.cancelsOn())
                ? new SubscriptionChange(
                        before,
                        before.ended(on, before.cancelReason()),
                        "subscription cancelled",
                        before.cancelReason())
                : new SubscriptionChange(before, before.expired(on), "subscription expired", null);
    }
}
