package dev.quittance.disputes;

import static java.util.Objects.requireNonNull;

import dev.quittance.disputes.ResponseRepository.Told;
import dev.quittance.payments.GatewayDispute;
import dev.quittance.payments.Gateways;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Traced;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/** Keeps what staff says to disputes until the gateway has heard it. */
@Service
class ResponseKeeping {
    private static final Logger LOG = LoggerFactory.getLogger(ResponseKeeping.class);
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int BATCH = 100;

    private final ResponseRepository repository;
    private final DisputeRecording recording;
    private final Gateways gateways;
    private final DisputeNews news;

    ResponseKeeping(
            ResponseRepository repository,
            DisputeRecording recording,
            Gateways gateways,
            DisputeNews news) {
        this.repository = repository;
        this.recording = recording;
        this.gateways = gateways;
        this.news = news;
    }

    /** The customer is locked. */
    @Transactional(propagation = Propagation.MANDATORY)
    Mono<Void> keep(
            Dispute dispute, DisputeResponse response, @Nullable String evidence, LocalDate on) {
        return repository
                .keep(dispute.id(), response, evidence, on)
                .then(news.responded(dispute, response));
    }

    /** Tells the gateway; what it does not hear now it is told later. */
    Mono<Void> tell(UUID dispute) {
        return repository
                .lease(dispute, LEASE)
                .flatMap(
                        told ->
                                send(told)
                                        .timeout(PATIENCE)
                                        .onErrorResume(cause -> later(told, cause)))
                .contextWrite(_ -> Caller.SYSTEM.in(Context.empty()));
    }

    /** Tells all that no gateway has heard yet. */
    Mono<Void> tellAll() {
        return repository
                .due(BATCH)
                .collectList()
                .flatMapIterable(due -> due)
                .concatMap(this::tell)
                .then();
    }

    private Mono<Void> send(Told told) {
        return call(told)
                .flatMap(answer -> recording.record(told.gateway(), answer))
                .then(repository.told(told.dispute()));
    }

    private Mono<GatewayDispute> call(Told told) {
        var gateway = gateways.named(told.gateway());
        return switch (told.response()) {
            case EVIDENCE ->
                    gateway.answerDispute(told.reference(), requireNonNull(told.evidence()));
            case ACCEPTANCE -> gateway.acceptDispute(told.reference());
        };
    }

    private Mono<Void> later(Told told, Throwable cause) {
        LOG.warn(
                "The gateway has not heard about dispute {} yet (try {}): {}",
                told.dispute(),
                told.tries(),
                Traced.line(cause));
        var pause = Duration.ofSeconds(1L << Math.min(told.tries(), 10));
        return repository.release(
                told.dispute(), pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }
}
