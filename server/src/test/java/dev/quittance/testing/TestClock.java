package dev.quittance.testing;

import dev.quittance.platform.BusinessClock;
import dev.quittance.platform.Nightly;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;

/** The business clock in the hands of a test. A class begins on 1 January 2030. */
public final class TestClock {
    private final BusinessClock clock;
    private final Nightly nightly;

    TestClock(BusinessClock clock, Nightly nightly) {
        this.clock = clock;
        this.nightly = nightly;
    }

    /** Moves the clock; due work and deliveries of each day are done on return. */
    public void moveTo(LocalDate day) {
        clock.moveTo(day).then(nightly.catchUp()).block();
    }

    public void moveTo(String day) {
        moveTo(LocalDate.parse(day));
    }

    /** It is so long after ten in the morning (UTC) then; each class begins at ten. */
    public void afterTen(Duration time) {
        TestTime.afterTen(time);
    }

    /** Does the work that is due today, as by night. */
    public void runDueWork() {
        nightly.catchUp().block();
    }

    public LocalDate today() {
        return Objects.requireNonNull(clock.today().block());
    }

    public LocalDate today(ZoneId zone) {
        return Objects.requireNonNull(clock.today(zone).block());
    }
}
