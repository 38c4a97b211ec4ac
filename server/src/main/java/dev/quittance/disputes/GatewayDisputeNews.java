package dev.quittance.disputes;

import dev.quittance.payments.GatewayNews;
import dev.quittance.payments.Gateways;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Something happened to a dispute: the gateway is asked how it stands. */
@Component
class GatewayDisputeNews implements GatewayNews {
    private final Gateways gateways;
    private final DisputeRecording recording;

    GatewayDisputeNews(Gateways gateways, DisputeRecording recording) {
        this.gateways = gateways;
        this.recording = recording;
    }

    @Override
    public Kind about() {
        return Kind.DISPUTE;
    }

    /** What is disputed before it has come in here waits for that. */
    @Override
    public Mono<Void> heard(String gateway, String reference) {
        return gateways.named(gateway)
                .dispute(reference)
                .flatMap(
                        told ->
                                recording
                                        .record(gateway, told)
                                        .switchIfEmpty(Mono.error(NotYetPaid::new)))
                .then();
    }

    /** The payment of a charge that is disputed has not come in here yet. */
    static class NotYetPaid extends RuntimeException {}
}
