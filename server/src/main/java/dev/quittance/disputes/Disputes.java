package dev.quittance.disputes;

import dev.quittance.disputes.DisputeActs.DisputesFetched;
import dev.quittance.disputes.DisputeActs.NoDisputes;
import dev.quittance.disputes.DisputeRecording.Outcome;
import dev.quittance.payments.GatewayDispute;
import dev.quittance.payments.Gateways;
import dev.quittance.payments.PaymentGateway;
import dev.quittance.platform.BusinessClock;
import dev.quittance.platform.NotFound;
import dev.quittance.platform.Refused;
import dev.quittance.platform.Traced;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The disputes of payments, and how the gateways say that they stand. */
@Service
public class Disputes {
    private static final Logger LOG = LoggerFactory.getLogger(Disputes.class);
    // A decision may take the payer's bank a quarter of a year.
    private static final Period LOOK_BACK = Period.ofDays(120);

    private final Gateways gateways;
    private final DisputeRecording recording;
    private final DisputeRepository repository;
    private final BusinessClock clock;

    Disputes(
            Gateways gateways,
            DisputeRecording recording,
            DisputeRepository repository,
            BusinessClock clock) {
        this.gateways = gateways;
        this.recording = recording;
        this.repository = repository;
        this.clock = clock;
    }

    /** These disputes, oldest first; those that don't exist are missing. */
    public Flux<Dispute> byIds(Collection<UUID> ids) {
        return ids.isEmpty() ? Flux.empty() : repository.byIds(ids);
    }

    Mono<Dispute> get(UUID id) {
        return repository
                .byIds(List.of(id))
                .next()
                .switchIfEmpty(Mono.error(() -> new NotFound("dispute")));
    }

    /** Asks all gateways; twice, or twice at once, takes each step once. */
    Mono<DisputesFetched> fetch() {
        return clock.today()
                .flatMap(
                        today ->
                                gateways.all()
                                        .concatMapDelayError(gateway -> fetch(gateway, today))
                                        .collectList())
                .flatMap(this::news);
    }

    /** The gateway says that something happened to a dispute: asks how it stands. */
    Mono<Outcome> heard(String gateway, String reference) {
        return gateways.named(gateway)
                .dispute(reference)
                .flatMap(told -> recording.record(gateway, told));
    }

    private Mono<List<Optional<Outcome>>> fetch(PaymentGateway gateway, LocalDate today) {
        return gateway.disputes(today.minus(LOOK_BACK))
                .concatMap(
                        told ->
                                recording
                                        .record(gateway.name(), told)
                                        .map(Optional::of)
                                        .onErrorResume(fault -> left(told, fault))
                                        .defaultIfEmpty(Optional.empty()))
                .collectList();
    }

    /** One that can't be taken, since more is disputed than was paid, stops no other. */
    private static Mono<Optional<Outcome>> left(GatewayDispute told, Throwable fault) {
        LOG.error("Dispute {} could not be recorded: {}", told.reference(), Traced.line(fault));
        return Mono.just(Optional.empty());
    }

    private Mono<DisputesFetched> news(List<List<Optional<Outcome>>> ofGateways) {
        if (ofGateways.isEmpty()) {
            return Mono.error(new Refused(new NoDisputes()));
        }
        var all = ofGateways.stream().flatMap(List::stream).toList();
        var fresh =
                all.stream()
                        .flatMap(Optional::stream)
                        .filter(Outcome::news)
                        .map(Outcome::dispute)
                        .toList();
        var waiting = all.stream().filter(Optional::isEmpty).count();
        return byIds(fresh)
                .collectList()
                .map(found -> new DisputesFetched(found, Math.toIntExact(waiting)));
    }
}
