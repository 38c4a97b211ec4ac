package dev.quittance.contracting;

import static java.util.Objects.requireNonNull;

import dev.quittance.catalog.Catalog;
import dev.quittance.catalog.Plan;
import dev.quittance.customers.Customers;
import dev.quittance.subscriptions.Steps;
import dev.quittance.subscriptions.SubscriptionChange;
import dev.quittance.subscriptions.SubscriptionContract;
import dev.quittance.subscriptions.SubscriptionPhase;
import dev.quittance.subscriptions.Subscriptions;
import dev.quittance.subscriptions.Trials;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Ends trials on their day as their plans say, where nothing is charged by itself for it. */
@Service
public class TrialEnds {
    private final Steps steps;
    private final Subscriptions subscriptions;
    private final Customers customers;
    private final Catalog catalog;
    private final TrialMethods methods;

    TrialEnds(
            Steps steps,
            Subscriptions subscriptions,
            Customers customers,
            Catalog catalog,
            TrialMethods methods) {
        this.steps = steps;
        this.subscriptions = subscriptions;
        this.customers = customers;
        this.catalog = catalog;
        this.methods = methods;
    }

    /**
     * Trials of a billing zone that are over.
     *
     * @param charged those that are charged by themselves, in the order of their customers
     * @param others the ids of those that end as their plans say
     */
    public record Over(List<SubscriptionContract> charged, List<UUID> others) {
        public Over {
            charged = List.copyOf(charged);
            others = List.copyOf(others);
        }
    }

    /** Those that nothing is done about yet. */
    public Mono<Over> due(LocalDate day, ZoneId zone) {
        return steps.triedOut(day, zone)
                .collectList()
                .flatMap(
                        ids ->
                                subscriptions
                                        .byIds(ids)
                                        .collectMap(SubscriptionContract::id)
                                        .map(found -> ids.stream().map(found::get).toList()))
                .flatMap(this::sorted);
    }

    /** Ends some of them in one transaction, as far as that is still to be done. */
    @Transactional
    public Mono<Void> end(Collection<UUID> ids, LocalDate day) {
        return subscriptions
                .byIds(ids)
                .map(SubscriptionContract::customer)
                .distinct()
                .collectList()
                .flatMapMany(customers::lock)
                .thenMany(Flux.defer(() -> subscriptions.byIds(ids)))
                .filter(found -> isOver(found, day))
                .collectList()
                .flatMap(this::end);
    }

    /** Whether its trial is over by {@code day} and nothing is done about it yet. */
    static boolean isOver(SubscriptionContract found, LocalDate day) {
        var ends = found.trialEndsOn();
        var cancels = found.cancelsOn();
        return found.phase() == SubscriptionPhase.TRIAL
                && !found.trialCharging()
                && found.changesOn() == null
                && ends != null
                && (cancels == null || cancels.isAfter(ends))
                && !ends.isAfter(day);
    }

    private Mono<Over> sorted(List<SubscriptionContract> found) {
        return methods.charged(found)
                .map(
                        charged ->
                                new Over(
                                        found.stream()
                                                .filter(one -> charged.containsKey(one.id()))
                                                .toList(),
                                        found.stream()
                                                .map(SubscriptionContract::id)
                                                .filter(id -> !charged.containsKey(id))
                                                .toList()));
    }

    private Mono<Void> end(List<SubscriptionContract> found) {
        return catalog.plans(found.stream().map(SubscriptionContract::plan).distinct().toList())
                .map(plans -> found.stream().map(one -> ended(one, plans)).toList())
                .flatMap(subscriptions::keep);
    }

    private static SubscriptionChange ended(SubscriptionContract one, Map<UUID, Plan> plans) {
        return Trials.ended(one, requireNonNull(plans.get(one.plan())).terms().trialEndPolicy());
    }
}
