package dev.quittance.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * Runs all due work, day by day and lower floors first, in every billing zone in which it has
 * become six in the morning; then delivers what it told. The night, the catch-up after an outage
 * and the moved clock are this same loop. With several servers each step is done by one of them.
 */
@Component
public class Nightly {
    private static final Logger LOG = LoggerFactory.getLogger(Nightly.class);
    private static final LocalTime MORNING = LocalTime.of(6, 0);
    private static final Duration LOOK = Duration.ofMillis(50);

    /** What takes longer, as with a gateway that does not answer, comes on a later day. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ObjectProvider<DueWork> works;
    private final ObjectProvider<ZoneSource> zones;
    private final ObjectProvider<UnderWay> underWay;
    private final DueWorkRows rows;
    private final BusinessClock clock;
    private final Outbox outbox;
    private final TransactionalOperator transaction;

    Nightly(
            ObjectProvider<DueWork> works,
            ObjectProvider<ZoneSource> zones,
            ObjectProvider<UnderWay> underWay,
            DueWorkRows rows,
            BusinessClock clock,
            Outbox outbox,
            TransactionalOperator transaction) {
        this.works = works;
        this.zones = zones;
        this.underWay = underWay;
        this.rows = rows;
        this.clock = clock;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    /** How a round ended. */
    private enum Round {
        /** There may be more to do. */
        ON,
        /** Nothing is left. */
        DONE,
        /** Another server is at work. */
        ELSEWHERE
    }

    /** Does all that is due, and brings a clock that is being moved to its day. */
    public Mono<Void> catchUp() {
        return Mono.defer(this::round)
                .expand(round -> round == Round.ON ? round() : Mono.empty())
                .then()
                .contextWrite(_ -> Caller.SYSTEM.in(Context.empty()));
    }

    /** One day in every zone, then one day on if the clock is being moved. */
    private Mono<Round> round() {
        return clock.setting()
                .flatMap(
                        setting ->
                                everywhere(clock.now(setting), setting.movingTo() != null)
                                        .flatMap(
                                                round ->
                                                        round == Round.DONE
                                                                ? onwards(setting)
                                                                : Mono.just(round)));
    }

    private Mono<Round> everywhere(Instant now, boolean moving) {
        return zones.orderedStream()
                .map(ZoneSource::zones)
                .reduce(Flux.empty(), Flux::concatWith)
                .distinct()
                .concatMap(zone -> inZone(zone, through(now, zone, moving)))
                .filter(round -> round != Round.DONE)
                .next()
                .defaultIfEmpty(Round.DONE)
                .flatMap(round -> outbox.drain().thenReturn(round));
    }

    private Mono<Round> onwards(BusinessClock.Setting setting) {
        var target = setting.movingTo();
        return target == null
                ? Mono.just(Round.DONE)
                : rest().then(clock.today())
                        .flatMap(
                                today ->
                                        today.isBefore(target)
                                                ? clock.advance(setting).thenReturn(Round.ON)
                                                : clock.arrive(target).thenReturn(Round.ON));
    }

    /** Waits until nothing of the day is under way any more, or for as long as is worth it. */
    private Mono<Void> rest() {
        return Flux.interval(Duration.ZERO, LOOK)
                .onBackpressureDrop()
                .concatMap(
                        _ ->
                                Flux.fromStream(underWay.orderedStream())
                                        .concatMap(UnderWay::any)
                                        .any(Boolean::booleanValue),
                        1)
                .takeUntil(busy -> !busy)
                .take(PATIENCE)
                .then();
    }

    /** The last day whose work is due; while the clock is moved it doesn't wait for the morning. */
    static LocalDate through(Instant now, ZoneId zone, boolean moving) {
        var here = now.atZone(zone);
        return moving || !here.toLocalTime().isBefore(MORNING)
                ? here.toLocalDate()
                : here.toLocalDate().minusDays(1);
    }

    private Mono<Round> inZone(ZoneId zone, LocalDate through) {
        var all = works.orderedStream().sorted(Comparator.comparingInt(DueWork::floor)).toList();
        var names = all.stream().map(DueWork::name).toList();
        return rows.ensure(zone, names, through.minusDays(1))
                .then(Mono.defer(() -> step(zone, all, names, through)))
                .expand(round -> round == Round.ON ? step(zone, all, names, through) : Mono.empty())
                .last();
    }

    /** One work of one day, under the lock of the zone, in transactions of its own. */
    private Mono<Round> step(
            ZoneId zone, List<DueWork> all, List<String> names, LocalDate through) {
        return rows.lock(zone, names)
                .flatMap(
                        done -> {
                            if (done.size() < names.size()) {
                                return Mono.just(Round.ELSEWHERE);
                            }
                            var next = next(all, done, through);
                            return next == null ? Mono.just(Round.DONE) : run(next, zone);
                        })
                .as(transaction::transactional);
    }

    private record Next(DueWork work, LocalDate day) {}

    /** The earliest day that is not done, and on it the lowest floor. */
    private static @Nullable Next next(
            List<DueWork> byFloor, Map<String, LocalDate> done, LocalDate through) {
        Next next = null;
        for (var work : byFloor) {
            var last = done.get(work.name());
            if (last != null && last.isBefore(through)) {
                var day = last.plusDays(1);
                next = next == null || day.isBefore(next.day()) ? new Next(work, day) : next;
            }
        }
        return next;
    }

    private Mono<Round> run(Next next, ZoneId zone) {
        var name = next.work().name();
        return Mono.defer(() -> next.work().run(next.day(), zone))
                // Without the lock's transaction, so that the work has its own.
                .contextWrite(_ -> Caller.SYSTEM.in(Context.empty()))
                .doOnError(
                        e ->
                                LOG.error(
                                        "{} failed on {} in {}",
                                        name,
                                        next.day(),
                                        zone,
                                        Traced.of(e)))
                .then(rows.done(zone, name, next.day()))
                .thenReturn(Round.ON);
    }
}
