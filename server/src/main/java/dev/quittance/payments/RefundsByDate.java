package dev.quittance.payments;

import dev.quittance.platform.BusinessClock;
import dev.quittance.platform.DueWork;
import dev.quittance.platform.Traced;
import java.time.LocalDate;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Compares each day the refunds of gateways with ours, for what nobody told: money that came back,
 * and money that was sent back by somebody else. One on its way is asked about by its worker.
 */
@Component
class RefundsByDate implements DueWork {
    private static final Logger LOG = LoggerFactory.getLogger(RefundsByDate.class);

    /** How long after it was asked for a bank may send a refund back; 30 days as a rule. */
    private static final int DAYS = 60;

    private static final int COMPARED_AT_ONCE = 1_000;

    private final Gateways gateways;
    private final StrangeRefundRepository strange;
    private final ObjectProvider<GatewayNews> listeners;
    private final BusinessClock clock;

    RefundsByDate(
            Gateways gateways,
            StrangeRefundRepository strange,
            ObjectProvider<GatewayNews> listeners,
            BusinessClock clock) {
        this.gateways = gateways;
        this.strange = strange;
        this.listeners = listeners;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "refunds";
    }

    @Override
    public int floor() {
        return 8;
    }

    @Override
    public Mono<Void> run(LocalDate day, ZoneId zone) {
        return clock.zone()
                .filter(zone::equals)
                .flatMapMany(_ -> gateways.all())
                .concatMap(gateway -> compare(gateway, day.minusDays(DAYS)))
                .then();
    }

    /** A gateway that does not answer holds up nothing else; it is asked again on the next day. */
    private Mono<Void> compare(PaymentGateway gateway, LocalDate since) {
        return gateway.refunds(since)
                .buffer(COMPARED_AT_ONCE)
                .concatMap(some -> strange.differing(gateway.name(), some))
                .collectList()
                .flatMapIterable(references -> references)
                .concatMap(reference -> heard(gateway.name(), reference))
                .then()
                .onErrorResume(
                        GatewayTrouble.class,
                        fault -> {
                            LOG.warn(
                                    "{} was not asked for refunds: {}",
                                    gateway.name(),
                                    Traced.line(fault));
                            return Mono.empty();
                        });
    }

    /** One that can't be taken stops no other. */
    private Mono<Void> heard(String gateway, String reference) {
        return Flux.fromStream(listeners.orderedStream())
                .filter(listener -> listener.about() == GatewayNews.Kind.REFUND)
                .concatMap(listener -> listener.heard(gateway, reference))
                .then()
                .onErrorResume(
                        fault -> {
                            LOG.error(
                                    "Refund {} at {} could not be taken: {}",
                                    reference,
                                    gateway,
                                    Traced.line(fault));
                            return Mono.empty();
                        });
    }
}
