package dev.quittance.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The one clock of business days. In a sandbox it may be ahead of real time, kept in the database;
 * a live installation follows real time. Tokens, sessions, links and leases never use it.
 */
@Component
public class BusinessClock {
    private static final Period FURTHEST = Period.ofYears(10);

    private final DatabaseClient db;
    private final Settings settings;
    private final Clock real;
    private final Changes changes;
    private final ObjectProvider<ZoneSource> zones;

    BusinessClock(
            DatabaseClient db,
            Settings settings,
            Clock real,
            Changes changes,
            ObjectProvider<ZoneSource> zones) {
        this.db = db;
        this.settings = settings;
        this.real = real;
        this.changes = changes;
        this.zones = zones;
    }

    /** How far the clock is ahead, and where it is being moved. */
    record Setting(int aheadDays, @Nullable LocalDate movingTo) {
        static final Setting REAL = new Setting(0, null);
    }

    public Mono<Instant> now() {
        return setting().map(this::now);
    }

    /** Today in a billing zone. */
    public Mono<LocalDate> today(ZoneId zone) {
        return now().map(now -> LocalDate.ofInstant(now, zone));
    }

    /** Today in the organisation's zone. */
    public Mono<LocalDate> today() {
        return zone().flatMap(this::today);
    }

    /** The organisation's zone; UTC as long as there is no organisation. */
    public Mono<ZoneId> zone() {
        return Mono.justOrEmpty(zones.orderedStream().findFirst())
                .flatMap(source -> source.zones().next())
                .defaultIfEmpty(ZoneOffset.UTC);
    }

    public Mono<ClockState> state() {
        return Mono.zip(setting(), zone()).flatMap(both -> state(both.getT1(), both.getT2()));
    }

    /** The day up to which due work is done in every zone; empty before any was. */
    public Mono<LocalDate> workDoneThrough() {
        return zones.orderedStream()
                .map(ZoneSource::zones)
                .reduce(Flux.empty(), Flux::concatWith)
                .map(ZoneId::getId)
                .collectList()
                .flatMap(
                        names ->
                                db.sql(
                                                """
                                                select done_through from due_work
                                                 where zone = any(:zones)
                                                 order by done_through limit 1
                                                """)
                                        .bind("zones", names.toArray(String[]::new))
                                        .mapValue(LocalDate.class)
                                        .one());
    }

    /**
     * Sets the clock on its way to {@code day}. Due work runs day by day before the clock arrives.
     * Refused with {@link ClockNotMovable} in a live installation.
     */
    @Transactional
    public Mono<Void> moveTo(LocalDate day) {
        if (!settings.sandbox()) {
            return Mono.error(new Refused(new ClockNotMovable()));
        }
        return today().doOnNext(today -> check(day, today))
                .flatMap(_ -> aim(day))
                .then(changes.announceAll("CLOCK"));
    }

    Mono<Setting> setting() {
        if (!settings.sandbox()) {
            return Mono.just(Setting.REAL);
        }
        return db.sql("select ahead_days, moving_to from business_clock")
                .map(
                        row -> {
                            var column = new Columns(row);
                            return new Setting(
                                    column.integer("ahead_days"), column.dayOrNull("moving_to"));
                        })
                .one();
    }

    Instant now(Setting setting) {
        return real.instant().plus(Period.ofDays(setting.aheadDays()));
    }

    /** Goes one day on; false when another server was faster. */
    Mono<Boolean> advance(Setting from) {
        return db.sql(
                        """
                        update business_clock set ahead_days = ahead_days + 1
                         where ahead_days = :ahead and moving_to is not null
                        """)
                .bind("ahead", from.aheadDays())
                .fetch()
                .rowsUpdated()
                .flatMap(rows -> changes.announceAll("CLOCK").thenReturn(rows == 1));
    }

    /** The clock has come to where it was moved. */
    Mono<Void> arrive(LocalDate day) {
        return db.sql("update business_clock set moving_to = null where moving_to = :day")
                .bind("day", day)
                .then()
                .then(changes.announceAll("CLOCK"));
    }

    private Mono<Void> aim(LocalDate day) {
        return db.sql("update business_clock set moving_to = greatest(moving_to, :day)")
                .bind("day", day)
                .then();
    }

    private static void check(LocalDate day, LocalDate today) {
        var faults = new Faults();
        faults.check(!day.isBefore(today), "to", "must not be before today, %s".formatted(today));
        faults.check(
                !day.isAfter(today.plus(FURTHEST)),
                "to",
                "must be at most %d years ahead".formatted(FURTHEST.getYears()));
        faults.orThrow();
    }

    private Mono<ClockState> state(Setting setting, ZoneId zone) {
        var now = now(setting);
        var state =
                new ClockState(
                        LocalDate.ofInstant(now, zone),
                        now,
                        settings.sandbox(),
                        setting.movingTo(),
                        null);
        return workDoneThrough().map(state::doneThrough).defaultIfEmpty(state);
    }
}
