package dev.quittance.disputes;

import dev.quittance.disputes.DisputeActs.NotInSandbox;
import dev.quittance.payments.DisputeReason;
import dev.quittance.payments.DisputeRehearsal;
import dev.quittance.payments.GatewayCharge;
import dev.quittance.payments.GatewayDispute;
import dev.quittance.payments.Payments;
import dev.quittance.platform.Faults;
import dev.quittance.platform.MoneyInput;
import dev.quittance.platform.Refused;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Lets staff play the payer and the payer's bank, where the gateway is one to try out. */
@Service
class PayersBank {
    private final List<DisputeRehearsal> rehearsals;
    private final Disputes disputes;
    private final DisputeRecording recording;
    private final Payments payments;

    PayersBank(
            ObjectProvider<DisputeRehearsal> rehearsals,
            Disputes disputes,
            DisputeRecording recording,
            Payments payments) {
        this.rehearsals = rehearsals.orderedStream().toList();
        this.disputes = disputes;
        this.recording = recording;
        this.payments = payments;
    }

    /**
     * @param amount all that is left of the payment when left out
     */
    record OpenSandboxDisputeInput(
            UUID paymentId, @Nullable MoneyInput amount, DisputeReason reason) {}

    record DecideSandboxDisputeInput(UUID disputeId, boolean won) {}

    Mono<Dispute> open(OpenSandboxDisputeInput input) {
        return payments.get(input.paymentId())
                .map(payment -> amount(input.amount(), payment.amount().getCurrencyUnit()))
                .flatMap(
                        wished ->
                                payments.charge(input.paymentId())
                                        .switchIfEmpty(
                                                refused("Only a card payment can be disputed."))
                                        .flatMap(
                                                charge ->
                                                        open(
                                                                charge,
                                                                wished.orElse(null),
                                                                input.reason())));
    }

    Mono<Dispute> decide(DecideSandboxDisputeInput input) {
        return disputes.get(input.disputeId())
                .flatMap(
                        dispute ->
                                dispute.state().open()
                                        ? at(dispute.gateway())
                                                .decide(dispute.reference(), input.won())
                                                .flatMap(told -> heard(dispute.gateway(), told))
                                        : refused("This dispute is decided already."));
    }

    private Mono<Dispute> open(GatewayCharge charge, @Nullable Money wished, DisputeReason reason) {
        return at(charge.gateway())
                .open(charge.reference(), wished, reason)
                .switchIfEmpty(
                        refused(
                                "This much is not left of the payment, or a dispute of it is not decided yet."))
                .flatMap(told -> heard(charge.gateway(), told));
    }

    private Mono<Dispute> heard(String gateway, GatewayDispute told) {
        return recording.record(gateway, told).flatMap(outcome -> disputes.get(outcome.dispute()));
    }

    private DisputeRehearsal at(String gateway) {
        return rehearsals.stream()
                .filter(one -> one.gateway().equals(gateway))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Refused(
                                        new NotInSandbox(
                                                "Here payers and their banks speak for themselves.")));
    }

    private static Optional<Money> amount(@Nullable MoneyInput given, CurrencyUnit currency) {
        if (given == null) {
            return Optional.empty();
        }
        var faults = new Faults();
        var amount = given.money(faults, "amount");
        faults.check(amount.isPositive(), "amount", "must be above zero");
        faults.check(
                amount.getCurrencyUnit().equals(currency),
                "amount",
                "must be in %s".formatted(currency));
        faults.orThrow();
        return Optional.of(amount);
    }

    private static <T> Mono<T> refused(String message) {
        return Mono.error(() -> new Refused(new NotInSandbox(message)));
    }
}
