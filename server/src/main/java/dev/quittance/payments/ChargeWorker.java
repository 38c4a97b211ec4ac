package dev.quittance.payments;

import dev.quittance.platform.Caller;
import dev.quittance.platform.Settings;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.context.Context;

/**
 * Charges what it is handed, independent of who waits for it, and looks every few seconds for
 * charges that nobody has in hand: those of a server that died, and those whose outcome is to come.
 */
@Component
class ChargeWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ChargeWorker.class);
    private static final int AT_ONCE = 64;
    private static final int BATCH = 200;
    private static final Duration EMIT_PATIENCE = Duration.ofSeconds(5);
    private static final Duration LAST_PATIENCE = Duration.ofSeconds(20);

    private final Charging charging;
    private final AttemptRepository attempts;
    private final PaymentSettings settings;
    private final boolean recovers;
    private volatile @Nullable Hand hand;

    /** What a started worker works from. */
    private record Hand(Sinks.Many<UUID> payments, Mono<Void> working, Disposable looking) {}

    ChargeWorker(
            Charging charging,
            AttemptRepository attempts,
            PaymentSettings settings,
            Settings installation) {
        this.charging = charging;
        this.attempts = attempts;
        this.settings = settings;
        this.recovers = installation.background();
    }

    /** Charges soon; if the worker has stopped, recovery will. */
    void submit(UUID payment) {
        var present = hand;
        if (present != null) {
            present.payments()
                    .emitNext(payment, Sinks.EmitFailureHandler.busyLooping(EMIT_PATIENCE));
        }
    }

    /** Charges here and now; waits for it to be done. */
    Mono<Void> now(UUID payment) {
        return advance(payment);
    }

    /** Brings on everything that nobody has in hand. */
    Mono<Void> recover() {
        return attempts.due(BATCH)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .flatMap(this::advance, AT_ONCE)
                .then();
    }

    @Override
    public void start() {
        var payments = Sinks.many().unicast().<UUID>onBackpressureBuffer();
        var working = payments.asFlux().flatMap(this::advance, AT_ONCE).then().cache();
        var looking =
                recovers
                        ? Flux.interval(settings.recoverEvery())
                                .onBackpressureDrop()
                                .concatMap(_ -> quietly(recover()), 1)
                                .subscribe()
                        : Disposables.disposed();
        hand = new Hand(payments, working, looking);
        working.subscribe();
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
        present.payments().tryEmitComplete();
        present.working()
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

    private Mono<Void> advance(UUID payment) {
        return quietly(Mono.defer(() -> charging.advance(payment)))
                .contextWrite(_ -> Caller.SYSTEM.in(Context.empty()));
    }

    private static Mono<Void> quietly(Mono<Void> work) {
        return work.doOnError(e -> LOG.warn("Charging was interrupted: {}", e.getMessage()))
                .onErrorComplete();
    }
}
