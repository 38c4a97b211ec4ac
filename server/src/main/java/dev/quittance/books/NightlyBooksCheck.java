package dev.quittance.books;

import dev.quittance.platform.BusinessClock;
import dev.quittance.platform.ClockState;
import dev.quittance.platform.DueWork;
import java.time.LocalDate;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Checks the books by night: once for today, not for each day of an outage or a moved clock. */
@Component
class NightlyBooksCheck implements DueWork {
    private static final Logger LOG = LoggerFactory.getLogger(NightlyBooksCheck.class);

    private final BooksChecks checks;
    private final BusinessClock clock;

    NightlyBooksCheck(BooksChecks checks, BusinessClock clock) {
        this.checks = checks;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "books-check";
    }

    @Override
    public int floor() {
        return 10;
    }

    @Override
    public Mono<Void> run(LocalDate day, ZoneId zone) {
        return Mono.zip(clock.zone(), clock.state())
                .filter(at -> at.getT1().equals(zone) && isLast(day, at.getT2()))
                .flatMap(_ -> checks.run())
                .doOnNext(NightlyBooksCheck::log)
                .then();
    }

    private static boolean isLast(LocalDate day, ClockState clock) {
        var target = clock.movingTo();
        return !day.isBefore(clock.today()) && (target == null || !day.isBefore(target));
    }

    private static void log(BooksCheck check) {
        if (check.differenceCount() > 0) {
            LOG.error(
                    "The books check found {} differences; see it in the console",
                    check.differenceCount());
        }
    }
}
