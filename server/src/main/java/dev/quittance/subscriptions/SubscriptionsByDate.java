package dev.quittance.subscriptions;

import static java.util.Objects.requireNonNull;

import dev.quittance.platform.DueWork;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lets subscriptions begin and end on their day, before the bill run. */
@Component
class SubscriptionsByDate implements DueWork {
    private static final int BATCH = 500;

    private final ScheduleRepository schedule;
    private final Subscriptions subscriptions;
    private final TransactionalOperator transaction;

    SubscriptionsByDate(
            ScheduleRepository schedule,
            Subscriptions subscriptions,
            TransactionalOperator transaction) {
        this.schedule = schedule;
        this.subscriptions = subscriptions;
        this.transaction = transaction;
    }

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
        return inBatches(() -> schedule.ending(day, zone, BATCH), SubscriptionsByDate::end)
                .then(
                        inBatches(
                                () -> schedule.beginning(day, zone, BATCH),
                                SubscriptionsByDate::begin));
    }

    private Mono<Void> inBatches(
            Supplier<Flux<UUID>> find, Function<SubscriptionContract, SubscriptionChange> act) {
        return Mono.defer(() -> transaction.transactional(batch(find.get(), act)))
                .repeat()
                .takeUntil(done -> done < BATCH)
                .then();
    }

    private Mono<Integer> batch(
            Flux<UUID> found, Function<SubscriptionContract, SubscriptionChange> act) {
        return found.collectList()
                .flatMap(
                        ids ->
                                subscriptions
                                        .byIds(ids)
                                        .map(act)
                                        .collectList()
                                        .flatMap(subscriptions::keep)
                                        .thenReturn(ids.size()));
    }

    private static SubscriptionChange begin(SubscriptionContract before) {
        return new SubscriptionChange(before, before.begun(), "subscription started", null);
    }

    private static SubscriptionChange end(SubscriptionContract before) {
        var on = requireNonNull(before.cancelsOn());
        return new SubscriptionChange(
                before,
                before.ended(on, before.cancelReason()),
                "subscription cancelled",
                before.cancelReason());
    }
}
