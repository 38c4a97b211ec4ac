package dev.quittance.payments;

import dev.quittance.platform.Caller;
import dev.quittance.platform.Settings;
import dev.quittance.platform.Traced;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.context.Context;

/**
 * Does at a gateway what it is handed, independent of who waits for it, and looks every few seconds
 * for what nobody has in hand: what a server that died left behind, and what is still to come. What
 * nobody waits for takes its turn at the gateway, a few at a time, and holds up nobody who waits;
 * while some are asked for, the next are made ready and the last are kept.
 */
abstract class GatewayWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayWorker.class);
    private static final int WAITED_FOR = 64;
    private static final int BATCH = 200;
    private static final Duration EMIT_PATIENCE = Duration.ofSeconds(5);
    private static final Duration LAST_PATIENCE = Duration.ofSeconds(20);

    private final PaymentSettings settings;
    private final UnhurriedWriting writing;
    private final Turns turns;
    private final boolean recovers;
    private volatile @Nullable Hand hand;

    /** What a started worker works from. */
    private record Hand(Lane waitedFor, Lane others, Disposable looking) {}

    /** What is handed in, and the work on it. */
    private record Lane(Sinks.Many<Task> work, Mono<Void> working) {
        Mono<Void> hand(UUID id) {
            var task = new Task(id, Sinks.empty());
            work.emitNext(task, Sinks.EmitFailureHandler.busyLooping(EMIT_PATIENCE));
            return task.done().asMono();
        }
    }

    private record Task(UUID id, Sinks.Empty<Void> done) {}

    GatewayWorker(PaymentSettings settings, UnhurriedWriting writing, Settings installation) {
        this.settings = settings;
        this.writing = writing;
        this.turns = new Turns(settings.atOnce());
        this.recovers = installation.background();
    }

    /**
     * Takes one in hand and asks the gateway; answers how to keep what it said. Empty when another
     * worker has it in hand.
     */
    abstract Mono<Mono<Void>> ask(UUID id);

    /** Those that nobody has in hand, those that wait longest first. */
    abstract Flux<UUID> due(int most);

    /** Brings on at once what somebody waits for; if the worker has stopped, recovery will. */
    void submit(UUID id) {
        var present = hand;
        if (present != null) {
            present.waitedFor().hand(id);
        }
    }

    /**
     * Brings on, in its turn, what nobody waits for; goes on with it even if whoever asked does not
     * listen any more. Ends when it has been brought on.
     */
    Mono<Void> queue(UUID id) {
        var present = hand;
        return present == null ? Mono.empty() : present.others().hand(id);
    }

    /** Brings it on here and now; waits for it to be done. */
    Mono<Void> now(UUID id) {
        return bringOn(Mono.defer(() -> ask(id)));
    }

    /** Brings on everything that nobody has in hand. */
    Mono<Void> recover() {
        return due(BATCH)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .flatMap(this::inTurn, settings.inHand())
                .then();
    }

    @Override
    public void start() {
        var looking =
                recovers
                        ? Flux.interval(settings.recoverEvery())
                                .onBackpressureDrop()
                                .concatMap(_ -> quietly(recover()), 1)
                                .subscribe()
                        : Disposables.disposed();
        hand =
                new Hand(
                        lane(this::now, WAITED_FOR),
                        lane(this::inTurn, settings.inHand()),
                        looking);
    }

    private Lane lane(Function<UUID, Mono<Void>> way, int atOnce) {
        var work = Sinks.many().unicast().<Task>onBackpressureBuffer();
        var working =
                work.asFlux()
                        .flatMap(
                                task ->
                                        way.apply(task.id())
                                                .doFinally(_ -> task.done().tryEmitEmpty()),
                                atOnce)
                        .then()
                        .cache();
        working.subscribe();
        return new Lane(work, working);
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    /** Lets what is in hand come to its end; what takes too long is recovered later. */
    @Override
    public void stop(Runnable stopped) {
        var present = hand;
        hand = null;
        if (present == null) {
            stopped.run();
            return;
        }
        present.looking().dispose();
        present.waitedFor().work().tryEmitComplete();
        present.others().work().tryEmitComplete();
        Mono.when(present.waitedFor().working(), present.others().working())
                .timeout(LAST_PATIENCE)
                .onErrorComplete()
                .doFinally(_ -> stopped.run())
                .subscribe();
    }

    /** Stops after the web server has let running requests finish: they wait for this worker. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 4096;
    }

    @Override
    public boolean isRunning() {
        return hand != null;
    }

    /** Brings one on as soon as it has a turn at the gateway. */
    private Mono<Void> inTurn(UUID id) {
        return bringOn(turns.take(Mono.defer(() -> ask(id))).map(writing::take));
    }

    private Mono<Void> bringOn(Mono<Mono<Void>> asking) {
        return quietly(asking.flatMap(keeping -> keeping))
                .contextWrite(_ -> Caller.SYSTEM.in(Context.empty()));
    }

    private Mono<Void> quietly(Mono<Void> work) {
        return work.doOnError(
                        e ->
                                LOG.warn(
                                        "{} was interrupted: {}",
                                        getClass().getSimpleName(),
                                        Traced.line(e)))
                .onErrorComplete();
    }
}
