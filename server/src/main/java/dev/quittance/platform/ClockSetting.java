package dev.quittance.platform;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * Puts a sandbox's clock onto any day, the past included, as if all before it were done. Only for
 * making demo data, before people work with it: {@link BusinessClock#moveTo} is for everything
 * else.
 */
@Component
public class ClockSetting {
    private final DatabaseClient db;
    private final Settings settings;
    private final Clock real;
    private final BusinessClock clock;
    private final Nightly nightly;

    ClockSetting(
            DatabaseClient db,
            Settings settings,
            Clock real,
            BusinessClock clock,
            Nightly nightly) {
        this.db = db;
        this.settings = settings;
        this.real = real;
        this.clock = clock;
        this.nightly = nightly;
    }

    /** The day of real time, in the organisation's zone. */
    public Mono<LocalDate> realToday() {
        return clock.zone().map(zone -> LocalDate.ofInstant(real.instant(), zone));
    }

    /** Makes {@code day} today and passes over the work of the days before it. */
    @Transactional
    public Mono<Void> putOn(LocalDate day) {
        if (!settings.sandbox()) {
            return Mono.error(new IllegalStateException("A live installation follows real time."));
        }
        return clock.zone()
                .flatMap(
                        zone ->
                                db.sql(
                                                """
                                                with passed as (update due_work set done_through = :before)
                                                update business_clock set ahead_days = :ahead, moving_to = null
                                                """)
                                        .bind("before", day.minusDays(1))
                                        .bind("ahead", ahead(day, zone))
                                        .then());
    }

    /** Does the work of today, be it morning or not, and delivers what it told. */
    public Mono<Void> workOffToday() {
        return clock.today().flatMap(clock::moveTo).then(nightly.catchUp());
    }

    /** How many days to add; where summer time begins or ends a day may be of another length. */
    private int ahead(LocalDate day, ZoneId zone) {
        var now = real.instant();
        int days = (int) ChronoUnit.DAYS.between(LocalDate.ofInstant(now, zone), day);
        return days
                + (int)
                        ChronoUnit.DAYS.between(
                                LocalDate.ofInstant(now.plus(Period.ofDays(days)), zone), day);
    }
}
