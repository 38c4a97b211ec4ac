package dev.quittance.payouts;

import dev.quittance.payments.GatewayTrouble;
import dev.quittance.platform.BusinessClock;
import dev.quittance.platform.DueWork;
import dev.quittance.platform.Traced;
import java.time.LocalDate;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks for payouts each day. */
@Component
class PayoutsByDate implements DueWork {
    private static final Logger LOG = LoggerFactory.getLogger(PayoutsByDate.class);

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
        return clock.zone()
                .filter(zone::equals)
                .flatMap(_ -> payouts.fetch())
                .then()
                .onErrorResume(GatewayTrouble.class, PayoutsByDate::tomorrow);
    }

    /** A gateway that does not answer holds up nothing else; it is asked again on the next day. */
    private static Mono<Void> tomorrow(GatewayTrouble fault) {
        LOG.warn("The gateways were not asked for payouts: {}", Traced.line(fault));
        return Mono.empty();
    }
}
