package dev.quittance.payments;

import dev.quittance.payments.GatewayEventDecision.GatewayEventDropped;
import dev.quittance.payments.GatewayEventDecision.GatewayEventNotParked;
import dev.quittance.payments.GatewayEventDecision.GatewayEventRetried;
import dev.quittance.platform.Changes;
import dev.quittance.platform.History;
import dev.quittance.platform.HistoryEntry;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * Decides about what gateways told and nobody could look into. Who decided what stands in the
 * history.
 */
@Service
class ParkedGatewayEvents {
    /** The kind of change that is told when an event is parked, retried or dropped. */
    static final String KIND = "GATEWAY_EVENT";

    private final ParkedGatewayEventRepository repository;
    private final History history;
    private final Changes changes;

    ParkedGatewayEvents(ParkedGatewayEventRepository repository, History history, Changes changes) {
        this.repository = repository;
        this.history = history;
        this.changes = changes;
    }

    /** Looks into it again, from the first of ten tries. */
    @Transactional
    Mono<GatewayEventDecision> retry(UUID id) {
        return repository
                .retry(id)
                .flatMap(event -> told(event, "gateway event retried"))
                .<GatewayEventDecision>map(event -> new GatewayEventRetried(event.id()))
                .defaultIfEmpty(new GatewayEventNotParked());
    }

    /** Gives it up for good; what it was about is still looked at by itself. */
    @Transactional
    Mono<GatewayEventDecision> drop(UUID id) {
        return repository
                .drop(id)
                .flatMap(event -> told(event, "gateway event dropped"))
                .<GatewayEventDecision>map(event -> new GatewayEventDropped(event.id()))
                .defaultIfEmpty(new GatewayEventNotParked());
    }

    private Mono<ParkedGatewayEvent> told(ParkedGatewayEvent event, String what) {
        var entry =
                new HistoryEntry.New(
                        KIND,
                        event.id(),
                        null,
                        what,
                        null,
                        null,
                        "%s of %s".formatted(event.reference(), event.gateway()));
        return history.add(entry)
                .then(Mono.defer(() -> changes.announceAll(KIND)))
                .thenReturn(event);
    }
}
