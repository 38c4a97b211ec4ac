package dev.quittance.contracting;

import dev.quittance.subscriptions.Pausing;
import dev.quittance.subscriptions.Steps;
import dev.quittance.subscriptions.SubscriptionContract;
import dev.quittance.subscriptions.Subscriptions;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Pauses subscriptions on the day that was planned, and credits what is unused from then on. */
@Service
public class DuePauses {
    private final Steps steps;
    private final Subscriptions subscriptions;
    private final StepPlanning planning;
    private final StepQuotes amounts;
    private final StepKeeping keeping;

    DuePauses(
            Steps steps,
            Subscriptions subscriptions,
            StepPlanning planning,
            StepQuotes amounts,
            StepKeeping keeping) {
        this.steps = steps;
        this.subscriptions = subscriptions;
        this.planning = planning;
        this.amounts = amounts;
        this.keeping = keeping;
    }

    /** Those of a billing zone that are due by {@code day}, in the order of their customers. */
    public Flux<SubscriptionContract> due(LocalDate day, ZoneId zone) {
        return steps.pausing(day, zone)
                .collectList()
                .flatMapMany(
                        ids ->
                                subscriptions
                                        .byIds(ids)
                                        .collectMap(SubscriptionContract::id)
                                        .flatMapIterable(
                                                found ->
                                                        ids.stream()
                                                                .filter(found::containsKey)
                                                                .map(found::get)
                                                                .toList()));
    }

    /** Pauses one as of the planned day, however late; nothing if that is done or dropped. */
    @Transactional
    public Mono<Void> pause(UUID id, LocalDate day) {
        return planning.lock(id).filter(found -> isDue(found, day)).flatMap(this::pause);
    }

    private Mono<Void> pause(SubscriptionContract found) {
        return planning.today(found)
                .flatMap(
                        days ->
                                steps.life(found, days.today())
                                        .map(Pausing::due)
                                        .flatMap(step -> amounts.of(step, days))
                                        .flatMap(keeping::keep))
                .then();
    }

    private static boolean isDue(SubscriptionContract found, LocalDate day) {
        var on = found.pausesOn();
        return on != null && !on.isAfter(day);
    }
}
