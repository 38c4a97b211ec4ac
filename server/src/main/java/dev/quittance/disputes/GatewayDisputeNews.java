package dev.quittance.disputes;

import dev.quittance.payments.GatewayNews;
import dev.quittance.payments.Gateways;
import dev.quittance.payments.Payments;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Something happened to a dispute: the gateway is asked how it stands. */
@Component
class GatewayDisputeNews implements GatewayNews {
    private final Gateways gateways;
    private final DisputeRecording recording;
    private final Payments payments;

    GatewayDisputeNews(Gateways gateways, DisputeRecording recording, Payments payments) {
        this.gateways = gateways;
        this.recording = recording;
        this.payments = payments;
    }

    @Override
    public Kind about() {
        return Kind.DISPUTE;
    }

    /**
     * What is disputed before it has come in here waits for that; what others charged is not ours.
     */
    @Override
    public Mono<Void> heard(String gateway, String reference) {
        return gateways.named(gateway)
                .dispute(reference)
                .flatMap(
                        told ->
                                recording
                                        .record(gateway, told)
                                        .hasElement()
                                        .filter(recorded -> !recorded)
                                        .flatMap(_ -> payments.notYet(gateway, told.charge())))
                .then();
    }
}
