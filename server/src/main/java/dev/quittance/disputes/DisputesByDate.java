package dev.quittance.disputes;

import dev.quittance.payments.GatewayTrouble;
import dev.quittance.payments.Gateways;
import dev.quittance.platform.BusinessClock;
import dev.quittance.platform.DueWork;
import dev.quittance.platform.Traced;
import java.time.LocalDate;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks each day how disputes stand. */
@Component
class DisputesByDate implements DueWork {
    private static final Logger LOG = LoggerFactory.getLogger(DisputesByDate.class);

    private final Disputes disputes;
    private final Gateways gateways;
    private final BusinessClock clock;

    DisputesByDate(Disputes disputes, Gateways gateways, BusinessClock clock) {
        this.disputes = disputes;
        this.gateways = gateways;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "disputes";
    }

    @Override
    public int floor() {
        return 8;
    }

    @Override
    public Mono<Void> run(LocalDate day, ZoneId zone) {
        return clock.zone()
                .filter(zone::equals)
                .filter(_ -> gateways.present().isPresent())
                .flatMap(_ -> disputes.fetch())
                .then()
                .onErrorResume(GatewayTrouble.class, DisputesByDate::tomorrow);
    }

    /** A gateway that does not answer holds up nothing else; it is asked again on the next day. */
    private static Mono<Void> tomorrow(GatewayTrouble fault) {
        LOG.warn("The gateways were not asked for disputes: {}", Traced.line(fault));
        return Mono.empty();
    }
}
