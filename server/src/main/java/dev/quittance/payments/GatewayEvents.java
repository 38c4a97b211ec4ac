package dev.quittance.payments;

import dev.quittance.platform.Caller;
import dev.quittance.platform.Changes;
import dev.quittance.platform.Traced;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.context.Context;

/**
 * What gateways tell by themselves: kept once, then looked into by whoever it is about. What fails
 * is tried again and parked at last; a parked one loses nothing, since whoever it is about also
 * looks by themselves.
 */
@Service
public class GatewayEvents {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayEvents.class);
    private static final Duration LEASE = Duration.ofSeconds(90);
    private static final Duration PATIENCE = Duration.ofSeconds(80);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int MOST_TRIES = 10;
    private static final int BATCH = 100;
    private static final int AT_ONCE = 8;

    private final GatewayEventRepository repository;
    private final ObjectProvider<GatewayNews> listeners;
    private final Changes changes;
    private final Sinks.Many<Boolean> told = Sinks.many().multicast().directBestEffort();

    GatewayEvents(
            GatewayEventRepository repository,
            ObjectProvider<GatewayNews> listeners,
            Changes changes) {
        this.repository = repository;
        this.listeners = listeners;
        this.changes = changes;
    }

    /**
     * Keeps what a gateway told, to be looked into soon; told again it changes nothing.
     *
     * @param event the gateway's own id of what it told
     * @param reference of what something happened to
     */
    public Mono<Void> keep(String gateway, String event, GatewayNews.Kind about, String reference) {
        return repository
                .add(gateway, event, about, reference)
                // Only a wake-up: what is not woken for is found by looking.
                .doOnNext(told::tryEmitNext)
                .then();
    }

    /** Whenever anything new is kept. */
    Flux<Boolean> wakes() {
        return told.asFlux().filter(fresh -> fresh);
    }

    /** Looks into all that waits. */
    Mono<Void> lookInto() {
        return repository
                .lease(BATCH, LEASE)
                .collectList()
                .flatMap(
                        batch ->
                                Flux.fromIterable(batch)
                                        .flatMap(this::lookInto, AT_ONCE)
                                        .then(
                                                batch.size() < BATCH
                                                        ? Mono.<Void>empty()
                                                        : Mono.defer(this::lookInto)));
    }

    private Mono<Void> lookInto(GatewayEvent event) {
        return Flux.fromIterable(about(event.about()))
                .concatMap(listener -> listener.heard(event.gateway(), event.reference()))
                .then()
                .timeout(PATIENCE)
                .then(Mono.defer(() -> repository.done(event.id())))
                .onErrorResume(fault -> later(event, fault))
                .contextWrite(_ -> Caller.SYSTEM.in(Context.empty()));
    }

    private List<GatewayNews> about(GatewayNews.Kind kind) {
        return listeners.orderedStream().filter(listener -> listener.about() == kind).toList();
    }

    private Mono<Void> later(GatewayEvent event, Throwable fault) {
        if (event.tries() >= MOST_TRIES) {
            LOG.error(
                    "Parked what {} told of a {} ({}): {}",
                    event.gateway(),
                    event.about(),
                    event.id(),
                    Traced.line(fault));
            return repository
                    .park(event.id(), Traced.line(fault))
                    .then(changes.announceAll(ParkedGatewayEvents.KIND));
        }
        var pause = Duration.ofSeconds(1L << event.tries());
        return repository.release(
                event.id(), pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }
}
