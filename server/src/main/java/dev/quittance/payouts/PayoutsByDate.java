package dev.quittance.payouts;

import dev.quittance.platform.BusinessClock;
import dev.quittance.platform.DueWork;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks for payouts each day. */
@Component
class PayoutsByDate implements DueWork {
    private final Payouts payouts;
    private final BusinessClock clock;

    PayoutsByDate(Payouts payouts, BusinessClock clock) {
        this.payouts = payouts;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "payouts";
    }

    @Override
    public int floor() {
        // Above disputes: what is in a payout is known first.
        return 9;
    }

    @Override
    public Mono<Void> run(LocalDate day, ZoneId zone) {
        return clock.zone().filter(zone::equals).flatMap(_ -> payouts.fetch()).then();
    }
}
