package dev.quittance.preferences;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.quittance.platform.Caller;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * How the switches of the portal stand. They bind contacts and the clients that act for a customer,
 * not staff.
 */
@Service
public class Switches {
    private static final Duration MOMENT = Duration.ofSeconds(2);
    private static final int MOST = 20_000;

    private final PreferenceRepository repository;
    private final Cache<UUID, PortalSwitches> pages =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(MOMENT).build();

    Switches(PreferenceRepository repository) {
        this.repository = repository;
    }

    /** For a customer; with {@code plan} for the customer's subscriptions of that plan. */
    public Mono<PortalSwitches> of(UUID customer, @Nullable UUID plan) {
        return tree(new PreferencePlace(customer, plan)).map(PreferenceTree::switches);
    }

    /** The same for several places at once, in one statement. */
    public Mono<Map<PreferencePlace, PortalSwitches>> of(Collection<PreferencePlace> places) {
        var ids = places.stream().flatMap(place -> place.ids().stream()).distinct().toList();
        return repository
                .of(ids)
                .collectList()
                .map(
                        found ->
                                places.stream()
                                        .distinct()
                                        .collect(
                                                toMap(
                                                        identity(),
                                                        place -> tree(place, found).switches())));
    }

    /**
     * For a customer, as of a moment ago: what was changed on another server shows within two
     * seconds. For what is shown; an act asks {@link #require}.
     */
    public Mono<PortalSwitches> shown(UUID customer) {
        return Mono.defer(() -> Mono.justOrEmpty(pages.getIfPresent(customer)))
                .switchIfEmpty(
                        Mono.defer(
                                () ->
                                        of(customer, null)
                                                .doOnNext(now -> pages.put(customer, now))));
    }

    /**
     * Refuses the present caller as {@link SwitchedOff} unless the switch is on; staff and the
     * system may always.
     *
     * @param plan of the subscription that is acted on, if any
     */
    public Mono<Void> require(PortalSwitch one, UUID customer, @Nullable UUID plan) {
        return binding(customer, plan).doOnNext(switches -> switches.require(one)).then();
    }

    /** What binds the present caller: nothing where it is staff or the system. */
    public Mono<PortalSwitches> binding(UUID customer, @Nullable UUID plan) {
        return Caller.current()
                .filter(caller -> caller.customer() != null)
                .flatMap(_ -> of(customer, plan));
    }

    /** What is remembered is no longer true. Call after the commit of a change. */
    void forget() {
        pages.invalidateAll();
    }

    Mono<PreferenceTree> tree(PreferencePlace place) {
        return repository.of(place.ids()).collectList().map(PreferenceTree::new);
    }

    private static PreferenceTree tree(PreferencePlace place, List<Preference> found) {
        var ids = place.ids();
        return new PreferenceTree(found.stream().filter(one -> ids.contains(one.of())).toList());
    }
}
