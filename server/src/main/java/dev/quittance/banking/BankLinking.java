package dev.quittance.banking;

import dev.quittance.banking.BankAnswers.BankAmountDiffers;
import dev.quittance.banking.BankAnswers.BankEntryDone;
import dev.quittance.banking.BankAnswers.BankTargetTaken;
import dev.quittance.banking.BankAnswers.ConfirmBankRefundInput;
import dev.quittance.banking.BankAnswers.ConfirmBankReturnInput;
import dev.quittance.banking.BankAnswers.LinkBankPaymentInput;
import dev.quittance.banking.BankAnswers.LinkBankPayoutInput;
import dev.quittance.collection.BankReceipts;
import dev.quittance.customers.Customers;
import dev.quittance.payments.Payment;
import dev.quittance.payments.PaymentMethodKind;
import dev.quittance.payments.PaymentStatus;
import dev.quittance.payments.Payments;
import dev.quittance.platform.Refused;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Says that an entry is money we know of: a refund, a payment that came back, and the like. */
@Service
class BankLinking {
    private final EntryDecisions decisions;
    private final TargetRepository targets;
    private final BankReceipts receipts;
    private final Payments payments;
    private final Customers customers;

    BankLinking(
            EntryDecisions decisions,
            TargetRepository targets,
            BankReceipts receipts,
            Payments payments,
            Customers customers) {
        this.decisions = decisions;
        this.targets = targets;
        this.receipts = receipts;
        this.payments = payments;
        this.customers = customers;
    }

    /** The money of a refund has left. */
    Mono<BankEntryDone> refund(ConfirmBankRefundInput input) {
        return decisions.once(
                "confirmBankRefund",
                input.idempotencyKey(),
                input,
                input.entryId(),
                () ->
                        decisions
                                .hold(input.entryId(), Direction.DEBIT)
                                .flatMap(
                                        entry ->
                                                decisions.same(
                                                        entry, targets.refund(input.refundId())))
                                .flatMap(
                                        entry ->
                                                receipts.sent(
                                                                input.refundId(),
                                                                entry.label(),
                                                                entry.valueOn())
                                                        .then(
                                                                decisions.keep(
                                                                        entry,
                                                                        Decision.refund(
                                                                                input
                                                                                        .refundId())))));
    }

    /** The bank took a payment back. */
    Mono<BankEntryDone> returned(ConfirmBankReturnInput input) {
        return decisions.once(
                "confirmBankReturn",
                input.idempotencyKey(),
                input,
                input.entryId(),
                () ->
                        decisions
                                .hold(input.entryId(), Direction.DEBIT)
                                .flatMap(
                                        entry ->
                                                decisions.same(
                                                        entry, targets.returned(input.paymentId())))
                                .flatMap(
                                        entry ->
                                                receipts.putBack(
                                                                input.paymentId(),
                                                                "The bank returned the money on %s"
                                                                        .formatted(
                                                                                entry.bookedOn()))
                                                        .then(
                                                                decisions.keep(
                                                                        entry,
                                                                        Decision.returned(
                                                                                input
                                                                                        .paymentId())))));
    }

    /** The money of a payment that staff had confirmed by hand has arrived. */
    Mono<BankEntryDone> payment(LinkBankPaymentInput input) {
        return decisions.once(
                "linkBankPayment",
                input.idempotencyKey(),
                input,
                input.entryId(),
                () ->
                        decisions
                                .hold(input.entryId(), Direction.CREDIT)
                                .zipWhen(_ -> locked(input.paymentId()))
                                .doOnNext(both -> refuseUnfit(both.getT1(), both.getT2()))
                                .delayUntil(_ -> refuseTaken(input.paymentId(), "payment"))
                                .flatMap(
                                        both ->
                                                decisions.keep(
                                                        both.getT1(),
                                                        Decision.recorded(input.paymentId()))));
    }

    /** The payout of a gateway has arrived. */
    Mono<BankEntryDone> payout(LinkBankPayoutInput input) {
        return decisions.once(
                "linkBankPayout",
                input.idempotencyKey(),
                input,
                input.entryId(),
                () ->
                        decisions
                                .hold(input.entryId(), null)
                                .flatMap(
                                        entry ->
                                                decisions.same(
                                                        entry, targets.payout(input.payoutId())))
                                .delayUntil(_ -> refuseTaken(input.payoutId(), "payout"))
                                .flatMap(
                                        entry ->
                                                decisions.keep(
                                                        entry, Decision.payout(input.payoutId()))));
    }

    private Mono<Payment> locked(UUID id) {
        return payments.get(id)
                .flatMap(seen -> customers.lock(seen.customer()))
                .then(Mono.defer(() -> payments.get(id)));
    }

    private static void refuseUnfit(BankEntry entry, Payment payment) {
        if (!payment.amount().equals(entry.amount())) {
            throw new Refused(
                    new BankAmountDiffers(
                            "The entry is about %s, but the payment is %s."
                                    .formatted(entry.amount(), payment.amount())));
        }
        if (payment.method() == PaymentMethodKind.CARD) {
            throw new Refused(
                    new BankTargetTaken(
                            "Card payments reach the bank with a payout. Link the payout."));
        }
        if (payment.status() != PaymentStatus.SUCCEEDED) {
            throw new Refused(
                    new BankTargetTaken("This payment has not come in, or was put back to New."));
        }
    }

    private Mono<Void> refuseTaken(UUID target, String what) {
        return targets.taken(target)
                .filter(taken -> taken)
                .flatMap(
                        _ ->
                                Mono.error(
                                        new Refused(
                                                new BankTargetTaken(
                                                        "Another entry is this %s already."
                                                                .formatted(what)))));
    }
}
