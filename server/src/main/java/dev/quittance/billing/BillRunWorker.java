package dev.quittance.billing;

import dev.quittance.platform.BusinessClock;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Changes;
import dev.quittance.platform.Traced;
import dev.quittance.platform.ZoneSource;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Does runs that were let in, and says while it does that it still lives. */
@Component
class BillRunWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(BillRunWorker.class);
    private static final Duration BEAT = BillRunBatch.LEASE.dividedBy(4);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BillRunLoop loop;
    private final BillRunRepository runs;
    private final BusinessClock clock;
    private final ObjectProvider<ZoneSource> zones;
    private final Changes changes;
    private final Set<Sinks.Empty<Void>> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    BillRunWorker(
            BillRunLoop loop,
            BillRunRepository runs,
            BusinessClock clock,
            ObjectProvider<ZoneSource> zones,
            Changes changes) {
        this.loop = loop;
        this.runs = runs;
        this.clock = clock;
        this.zones = zones;
        this.changes = changes;
    }

    /** Does the job in the background, in the name of {@code by}. */
    void launch(Job job, Caller by) {
        work(job).contextWrite(by::in).onErrorComplete().subscribe();
    }

    /** Does the job to the end. A job that fails is let go at once, so that it can be resumed. */
    Mono<Void> work(Job job) {
        var over = Sinks.<Void>empty();
        return Mono.defer(
                        () -> {
                            underWay.add(over);
                            return everywhere(job).takeUntilOther(heartbeat(job));
                        })
                .then(Mono.defer(() -> runs.finish(job.run(), job.worker())))
                .onErrorResume(fault -> letGo(job, fault))
                .then(Mono.defer(() -> changes.announce("BILL_RUN", job.run(), null)))
                .doFinally(
                        _ -> {
                            over.tryEmitEmpty();
                            underWay.remove(over);
                        });
    }

    private Mono<Void> everywhere(Job job) {
        var only = job.order().zone();
        if (only != null) {
            return loop.through(job, job.order().day(), only, () -> stopping);
        }
        return days().concatMap(at -> loop.through(job, at.day(), at.zone(), () -> stopping))
                .then();
    }

    private record At(ZoneId zone, LocalDate day) {}

    /** Today in every billing zone. */
    private Flux<At> days() {
        return Flux.defer(
                () ->
                        zones.orderedStream()
                                .map(ZoneSource::zones)
                                .reduce(Flux.empty(), Flux::concatWith)
                                .distinct()
                                .concatMap(
                                        zone -> clock.today(zone).map(day -> new At(zone, day))));
    }

    private Mono<Void> heartbeat(Job job) {
        return Flux.interval(BEAT)
                .onBackpressureDrop()
                .concatMap(
                        _ ->
                                runs.holdOn(job.run(), job.worker(), BillRunBatch.LEASE)
                                        .onErrorComplete())
                .then(Mono.never());
    }

    private Mono<Void> letGo(Job job, Throwable fault) {
        if (fault instanceof BillRunLoop.Stopped || fault instanceof LeaseLost) {
            LOG.info("Bill run {} was interrupted: {}", job.run(), fault.getMessage());
        } else {
            LOG.error("Bill run {} was interrupted", job.run(), Traced.of(fault));
        }
        return runs.holdOn(job.run(), job.worker(), Duration.ZERO)
                .onErrorComplete()
                .then(Mono.error(fault));
    }

    @Override
    public void start() {
        stopping = false;
    }

    /** Lets each job finish the batch it has in hand. */
    @Override
    public void stop(Runnable stopped) {
        stopping = true;
        Flux.fromIterable(underWay)
                .flatMap(Sinks.Empty::asMono)
                .then()
                .timeout(PATIENCE, Mono.empty())
                .doFinally(_ -> stopped.run())
                .subscribe();
    }

    @Override
    public void stop() {
        stopping = true;
    }

    @Override
    public boolean isRunning() {
        return !stopping;
    }
}
