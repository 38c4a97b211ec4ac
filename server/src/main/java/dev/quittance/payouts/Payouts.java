package dev.quittance.payouts;

import dev.quittance.payments.Gateways;
import dev.quittance.payments.PaymentGateway;
import dev.quittance.payouts.PayoutNews.NoGateway;
import dev.quittance.payouts.PayoutNews.PayoutsFetched;
import dev.quittance.payouts.PayoutRecording.Outcome;
import dev.quittance.platform.BusinessClock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Asks the gateways what they have sent to the bank. */
@Service
class Payouts {
    // A charge without an outcome may hold a payout up; after two months staff knows of it.
    private static final Period LOOK_BACK = Period.ofDays(60);

    private final Gateways gateways;
    private final PayoutRecording recording;
    private final PayoutRepository repository;
    private final BusinessClock clock;

    Payouts(
            Gateways gateways,
            PayoutRecording recording,
            PayoutRepository repository,
            BusinessClock clock) {
        this.gateways = gateways;
        this.recording = recording;
        this.repository = repository;
        this.clock = clock;
    }

    private record Recorded(String gateway, String reference, Outcome outcome) {}

    /** Records what is new; asking twice, or twice at once, records it once. */
    Mono<PayoutNews> fetch() {
        return clock.today()
                .flatMap(
                        today ->
                                gateways.all()
                                        .concatMapDelayError(gateway -> fetch(gateway, today))
                                        .collectList())
                .flatMap(this::news);
    }

    private Mono<List<Recorded>> fetch(PaymentGateway gateway, LocalDate today) {
        return gateway.payouts(today.minus(LOOK_BACK))
                .concatMap(
                        reported ->
                                recording
                                        .record(gateway.name(), reported, today)
                                        .map(
                                                outcome ->
                                                        new Recorded(
                                                                gateway.name(),
                                                                reported.reference(),
                                                                outcome)))
                .collectList();
    }

    private Mono<PayoutNews> news(List<List<Recorded>> ofGateways) {
        if (ofGateways.isEmpty()) {
            return Mono.just(new NoGateway());
        }
        var all = ofGateways.stream().flatMap(List::stream).toList();
        var fresh = all.stream().filter(one -> one.outcome() == Outcome.RECORDED).toList();
        var waiting = all.stream().filter(one -> one.outcome() == Outcome.WAITING).count();
        return repository
                .byReferences(
                        fresh.stream().map(Recorded::gateway).toList(),
                        fresh.stream().map(Recorded::reference).toList())
                .collectList()
                .map(payouts -> new PayoutsFetched(payouts, Math.toIntExact(waiting)));
    }
}
