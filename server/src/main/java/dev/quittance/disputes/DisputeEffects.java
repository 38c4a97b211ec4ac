package dev.quittance.disputes;

import dev.quittance.ledger.Booking;
import dev.quittance.ledger.Ledger;
import dev.quittance.ledger.NewTransfer;
import dev.quittance.ledger.SourceKind;
import dev.quittance.payments.Payment;
import dev.quittance.payments.Payments;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * What a dispute does to the books, the payment and its invoices. Called inside a transaction that
 * has locked the customer.
 */
@Service
class DisputeEffects {
    private final DisputeRepository repository;
    private final DisputedMoney money;
    private final Ledger ledger;
    private final Payments payments;
    private final DisputeNews news;

    DisputeEffects(
            DisputeRepository repository,
            DisputedMoney money,
            Ledger ledger,
            Payments payments,
            DisputeNews news) {
        this.repository = repository;
        this.money = money;
        this.ledger = ledger;
        this.payments = payments;
        this.news = news;
    }

    /** The payer's bank took the money: what it had paid is owed again. */
    Mono<Void> open(Dispute dispute, Payment payment) {
        return repository
                .add(dispute)
                .then(Mono.defer(() -> money.take(dispute, payment)))
                .then(Mono.defer(() -> ledger.book(taken(dispute))))
                .then(Mono.defer(() -> payments.dispute(payment, dispute.amount())))
                .then(news.opened(dispute));
    }

    Mono<Void> review(Dispute dispute) {
        return repository.review(dispute.id()).then(news.reviewed(dispute));
    }

    /** The money is back: it pays again what it had paid, as far as that is still due. */
    Mono<Void> win(Dispute dispute, Money feeReturned, LocalDate on) {
        return repository
                .decide(dispute.id(), DisputeState.WON, feeReturned, on)
                .then(Mono.defer(() -> ledger.book(won(dispute, feeReturned, on))))
                .then(payments.get(dispute.paymentId()))
                .flatMap(
                        payment ->
                                payments.dispute(payment, dispute.amount().negated())
                                        .then(
                                                Mono.defer(
                                                        () ->
                                                                money.payAgain(
                                                                        dispute, payment, on))))
                .then(news.decided(dispute, DisputeState.WON));
    }

    /** The payer keeps the money; all else was done when it was opened. */
    Mono<Void> lose(Dispute dispute, DisputeState state, Money feeReturned, LocalDate on) {
        return repository
                .decide(dispute.id(), state, feeReturned, on)
                .then(Mono.defer(() -> ledger.book(returned(dispute, feeReturned, on))))
                .then(news.decided(dispute, state));
    }

    private static List<NewTransfer> taken(Dispute dispute) {
        var on = dispute.openedOn();
        var transfers = new ArrayList<NewTransfer>();
        transfers.add(transfer(dispute, Booking.PAYMENT_REVERSED, dispute.amount(), on));
        if (dispute.fee().isPositive()) {
            transfers.add(transfer(dispute, Booking.GATEWAY_FEE, dispute.fee(), on));
        }
        return transfers;
    }

    private static List<NewTransfer> won(Dispute dispute, Money feeReturned, LocalDate on) {
        var transfers = new ArrayList<>(returned(dispute, feeReturned, on));
        transfers.add(transfer(dispute, Booking.REVERSAL_WON, dispute.amount(), on));
        return transfers;
    }

    private static List<NewTransfer> returned(Dispute dispute, Money fee, LocalDate on) {
        return fee.isPositive()
                ? List.of(transfer(dispute, Booking.GATEWAY_FEE_RETURNED, fee, on))
                : List.of();
    }

    private static NewTransfer transfer(
            Dispute dispute, Booking booking, Money amount, LocalDate on) {
        return NewTransfer.of(
                booking, dispute.customerId(), amount, SourceKind.DISPUTE, dispute.id(), on);
    }
}
