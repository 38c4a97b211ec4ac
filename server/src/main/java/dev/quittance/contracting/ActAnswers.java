package dev.quittance.contracting;

import static java.util.Objects.requireNonNull;

import dev.quittance.contracting.StepKeeping.Kept;
import dev.quittance.payments.ChargeAnswer;
import dev.quittance.payments.Charges;
import dev.quittance.payments.DeclineKind;
import dev.quittance.payments.Payment;
import dev.quittance.platform.Refused;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says how an act stands that is charged first. */
@Component
class ActAnswers {
    private final Charges charges;
    private final DraftChargeRepository repository;

    ActAnswers(Charges charges, DraftChargeRepository repository) {
        this.charges = charges;
        this.repository = repository;
    }

    /** How far it has come. */
    sealed interface Answer {}

    /** It is paid and done. */
    record CarriedOut(Kept kept) implements Answer {}

    /** It waits for the payer's bank, or for the money. */
    record Waiting(ChargeAnswer charge) implements Answer {}

    /**
     * Charges what was committed, unless that has been done, and waits for the gateway's answer.
     * Refuses where it was declined, and where it was paid and can't be done any more.
     */
    Mono<Answer> of(UUID payment) {
        return charges.charge(payment).flatMap(this::of);
    }

    private Mono<Answer> of(ChargeAnswer charge) {
        var payment = charge.payment();
        return switch (payment.status()) {
            case SUCCEEDED, REVERSED ->
                    repository
                            .carriedOut(payment.id())
                            .<Answer>map(CarriedOut::new)
                            .switchIfEmpty(
                                    Mono.error(() -> new Refused(new ActOvertaken(payment))));
            case REQUIRES_ACTION, PROCESSING -> Mono.just(new Waiting(charge));
            case DECLINED -> Mono.error(new Refused(declined(payment)));
        };
    }

    private static ActDeclined declined(Payment payment) {
        return new ActDeclined(
                requireNonNull(payment.declineReason()),
                payment,
                payment.declineKind() == DeclineKind.SOFT);
    }
}
