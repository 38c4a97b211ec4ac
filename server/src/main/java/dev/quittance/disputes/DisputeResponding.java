package dev.quittance.disputes;

import static java.util.Objects.requireNonNull;

import dev.quittance.customers.Customers;
import dev.quittance.disputes.DisputeActs.DisputeNotOpen;
import dev.quittance.platform.BusinessClock;
import dev.quittance.platform.Faults;
import dev.quittance.platform.Idempotency;
import dev.quittance.platform.Refused;
import dev.quittance.platform.Texts;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Lets staff answer a dispute. What it says is committed first; the gateway is told after that, by
 * a worker, and the answer is waited for a while.
 */
@Service
class DisputeResponding {
    static final int LONGEST_EVIDENCE = 20_000;

    private final Disputes disputes;
    private final ResponseKeeping keeping;
    private final Customers customers;
    private final Idempotency idempotency;
    private final BusinessClock clock;

    DisputeResponding(
            Disputes disputes,
            ResponseKeeping keeping,
            Customers customers,
            Idempotency idempotency,
            BusinessClock clock) {
        this.disputes = disputes;
        this.keeping = keeping;
        this.customers = customers;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    record AnswerDisputeInput(UUID disputeId, String evidence, String idempotencyKey) {}

    record AcceptDisputeInput(UUID disputeId, String idempotencyKey) {}

    /** What the act's transaction left behind. */
    record Responded(UUID dispute) {}

    Mono<Dispute> answer(AnswerDisputeInput input) {
        return once("answerDispute", input.idempotencyKey(), input, () -> evidence(input));
    }

    Mono<Dispute> accept(AcceptDisputeInput input) {
        return once(
                "acceptDispute",
                input.idempotencyKey(),
                input,
                () -> respond(input.disputeId(), DisputeResponse.ACCEPTANCE, null));
    }

    private Mono<Dispute> once(
            String mutation, String key, Object input, Supplier<Mono<Responded>> act) {
        return idempotency
                .once(mutation, key, input, Responded.class, act)
                .flatMap(done -> keeping.tell(done.dispute()).then(disputes.get(done.dispute())));
    }

    private Mono<Responded> evidence(AnswerDisputeInput input) {
        var faults = new Faults();
        var evidence = Texts.note(faults, "evidence", input.evidence(), LONGEST_EVIDENCE);
        faults.check(evidence != null, "evidence", "must not be empty");
        faults.orThrow();
        return respond(input.disputeId(), DisputeResponse.EVIDENCE, requireNonNull(evidence));
    }

    private Mono<Responded> respond(UUID id, DisputeResponse response, @Nullable String evidence) {
        return disputes.get(id)
                .flatMap(seen -> customers.lock(seen.customerId()))
                .then(Mono.zip(Mono.defer(() -> disputes.get(id)), clock.today()))
                .doOnNext(found -> check(found.getT1(), found.getT2()))
                .flatMap(found -> keeping.keep(found.getT1(), response, evidence, found.getT2()))
                .thenReturn(new Responded(id));
    }

    private static void check(Dispute dispute, LocalDate today) {
        if (!dispute.state().open()) {
            throw refusal(
                    switch (dispute.state()) {
                        case WON -> "This dispute is won already.";
                        case ACCEPTED -> "This dispute was accepted already.";
                        default -> "This dispute is lost already.";
                    });
        }
        if (dispute.response() != null || dispute.state() == DisputeState.UNDER_REVIEW) {
            throw refusal("This dispute was answered already; the payer's bank will decide.");
        }
        if (today.isAfter(dispute.evidenceDueOn())) {
            throw refusal(
                    "Evidence was taken until %s; the payer's bank will decide."
                            .formatted(dispute.evidenceDueOn()));
        }
    }

    private static Refused refusal(String message) {
        return new Refused(new DisputeNotOpen(message));
    }
}
