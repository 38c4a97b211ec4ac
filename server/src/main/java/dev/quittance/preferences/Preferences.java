package dev.quittance.preferences;

import static java.util.stream.Collectors.toCollection;

import dev.quittance.platform.Faults;
import dev.quittance.platform.NotFound;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is set where, and setting it. */
@Service
class Preferences {
    private final PreferenceRepository repository;
    private final Switches switches;
    private final PreferenceNews news;
    private final List<KnownThings> known;
    private final TransactionalOperator transaction;

    Preferences(
            PreferenceRepository repository,
            Switches switches,
            PreferenceNews news,
            List<KnownThings> known,
            TransactionalOperator transaction) {
        this.repository = repository;
        this.switches = switches;
        this.news = news;
        this.known = known;
        this.transaction = transaction;
    }

    /** Every switch at a place; {@code NotFound} when there is no such plan or customer. */
    Mono<PortalPreferences> at(PreferencePlace place) {
        return exists(place)
                .then(Mono.defer(() -> switches.tree(place)))
                .map(tree -> PortalPreferences.of(place, tree));
    }

    /** Sets several switches at once, or refuses with {@code InvalidInput}. */
    Mono<PortalPreferences> set(SetPreferencesInput input) {
        var place = input.place();
        return exists(place)
                .then(Mono.defer(() -> plans(input)))
                .map(plans -> checked(input, plans))
                .delayUntil(_ -> repository.lock())
                .flatMap(values -> keep(place, values))
                .as(transaction::transactional)
                .doOnNext(_ -> switches.forget());
    }

    private Mono<PortalPreferences> keep(
            PreferencePlace place, Map<PortalSwitch, @Nullable SwitchValue> values) {
        return switches.tree(place)
                .flatMap(tree -> changed(place, tree, values))
                .then(Mono.defer(() -> switches.tree(place)))
                .doOnNext(Preferences::quantities)
                .map(tree -> PortalPreferences.of(place, tree));
    }

    private Mono<Void> changed(
            PreferencePlace place,
            PreferenceTree tree,
            Map<PortalSwitch, @Nullable SwitchValue> values) {
        var before = new LinkedHashMap<PortalSwitch, @Nullable SwitchValue>();
        var after = new LinkedHashMap<PortalSwitch, @Nullable SwitchValue>();
        values.forEach(
                (name, value) -> {
                    var own = tree.own(name, place.level());
                    if (!Objects.equals(own, value)) {
                        before.put(name, own);
                        after.put(name, value);
                    }
                });
        return after.isEmpty()
                ? Mono.empty()
                : repository
                        .set(place, after)
                        .then(Mono.defer(() -> news.set(place, before, after)));
    }

    private static void quantities(PreferenceTree tree) {
        var now = tree.switches();
        var faults = new Faults();
        faults.check(
                now.number(PortalSwitch.LEAST_QUANTITY) <= now.number(PortalSwitch.MOST_QUANTITY),
                "preferences",
                "would let no quantity be chosen: the smallest quantity must not be above the largest");
        faults.orThrow();
    }

    private static Map<PortalSwitch, @Nullable SwitchValue> checked(
            SetPreferencesInput input, Set<UUID> plans) {
        var faults = new Faults();
        var values = input.checked(faults);
        input.planPaths()
                .forEach(
                        (plan, path) ->
                                faults.check(
                                        plans.contains(plan), path, "must be a plan there is"));
        faults.orThrow();
        return values;
    }

    private Mono<Set<UUID>> plans(SetPreferencesInput input) {
        return known(PreferenceLevel.PLAN, input.planPaths().keySet())
                .collect(toCollection(HashSet::new));
    }

    private Mono<Void> exists(PreferencePlace place) {
        return exists(PreferenceLevel.CUSTOMER, place.customer(), "customer")
                .then(Mono.defer(() -> exists(PreferenceLevel.PLAN, place.plan(), "plan")));
    }

    private Mono<Void> exists(PreferenceLevel level, @Nullable UUID id, String what) {
        return id == null
                ? Mono.empty()
                : known(level, Set.of(id))
                        .switchIfEmpty(Mono.error(() -> new NotFound(what)))
                        .then();
    }

    private Flux<UUID> known(PreferenceLevel level, Collection<UUID> ids) {
        return ids.isEmpty()
                ? Flux.empty()
                : Flux.fromIterable(known)
                        .filter(one -> one.level() == level)
                        .concatMap(one -> one.known(ids));
    }
}
