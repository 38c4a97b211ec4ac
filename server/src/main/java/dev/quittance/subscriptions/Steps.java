package dev.quittance.subscriptions;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds what decides about a step in the life of a subscription, and keeps what was decided. */
@Service
public class Steps {
    private final Subscriptions subscriptions;
    private final ItemVersions items;
    private final LifeSettings settings;
    private final ScheduleRepository schedule;
    private final Redemptions redemptions;

    Steps(
            Subscriptions subscriptions,
            ItemVersions items,
            LifeSettings settings,
            ScheduleRepository schedule,
            Redemptions redemptions) {
        this.subscriptions = subscriptions;
        this.items = items;
        this.settings = settings;
        this.schedule = schedule;
        this.redemptions = redemptions;
    }

    /** All that decides about {@code subscription} on {@code today}. */
    public Mono<Life> life(SubscriptionContract subscription, LocalDate today) {
        return Mono.zip(
                        subscriptions.bases(List.of(subscription.id())).next(),
                        items.open(List.of(subscription.id())).collectList(),
                        settings.current())
                .map(
                        found ->
                                new Life(
                                        subscription,
                                        found.getT1(),
                                        found.getT2().stream()
                                                .map(ItemVersions.Open::item)
                                                .toList(),
                                        found.getT3(),
                                        today));
    }

    /**
     * Keeps what becomes of the subscription, of its coupons and, if it holds now, of its items.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> keep(Step step) {
        var versions =
                step.now() ? items.apply(step.before().id(), step.items()) : Mono.<Void>empty();
        return versions.then(Mono.defer(() -> kept(step)))
                .then(Mono.defer(() -> redemptions.keep(step.after(), step.coupons())));
    }

    private Mono<Void> kept(Step step) {
        return step.before().equals(step.after()) && !step.coupons().none()
                ? Mono.empty()
                : subscriptions.keep(List.of(step.change()));
    }

    /**
     * Subscriptions of a billing zone whose trial is over by {@code day}, as far as nothing is done
     * about it yet.
     */
    public Flux<UUID> triedOut(LocalDate day, ZoneId zone) {
        return schedule.trialsEnding(day, zone);
    }

    /** Subscriptions of a billing zone that are to be paused by {@code day}. */
    public Flux<UUID> pausing(LocalDate day, ZoneId zone) {
        return schedule.pausing(day, zone);
    }
}
