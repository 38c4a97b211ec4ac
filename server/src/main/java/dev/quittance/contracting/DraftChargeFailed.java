package dev.quittance.contracting;

import static java.util.Objects.requireNonNull;

import dev.quittance.customers.Customers;
import dev.quittance.payments.Decline;
import dev.quittance.payments.Payment;
import dev.quittance.payments.PaymentFailed;
import dev.quittance.payments.Payments;
import dev.quittance.platform.Listener;
import dev.quittance.platform.News;
import dev.quittance.subscriptions.SubscriptionContract;
import dev.quittance.subscriptions.Subscriptions;
import dev.quittance.subscriptions.Trials;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Drops what was charged in vain: an act leaves everything as it was, a trial expires. A bank that
 * does not do without the payer's confirmation is asked once more, with the payer, who has a day
 * for it.
 */
@Component
class DraftChargeFailed implements Listener<PaymentFailed> {
    private final DraftChargeRepository repository;
    private final Customers customers;
    private final Payments payments;
    private final Subscriptions subscriptions;
    private final AskedAgain again;
    private final News news;

    DraftChargeFailed(
            DraftChargeRepository repository,
            Customers customers,
            Payments payments,
            Subscriptions subscriptions,
            AskedAgain again,
            News news) {
        this.repository = repository;
        this.customers = customers;
        this.payments = payments;
        this.subscriptions = subscriptions;
        this.again = again;
        this.news = news;
    }

    @Override
    public Class<PaymentFailed> event() {
        return PaymentFailed.class;
    }

    @Override
    public Mono<Void> on(PaymentFailed event) {
        return customers
                .lock(event.customer())
                .then(Mono.defer(() -> repository.lock(event.payment())))
                .zipWhen(_ -> payments.get(event.payment()))
                .flatMap(failed -> failed(failed.getT1(), failed.getT2()));
    }

    private Mono<Void> failed(DraftCharge charge, Payment payment) {
        return repository
                .drop(charge.id(), requireNonNull(payment.declineReason()))
                .then(
                        Mono.defer(
                                () ->
                                        charge.act() == DraftCharge.Act.TRIAL_END
                                                ? trialEnded(charge, payment)
                                                : leftUndone(charge, payment)));
    }

    private Mono<Void> trialEnded(DraftCharge charge, Payment payment) {
        return subscriptions
                .lock(charge.subscription())
                .filter(SubscriptionContract::trialCharging)
                .filterWhen(found -> inVain(charge, payment, found))
                .flatMap(found -> expire(found, payment));
    }

    /** Whoever asked for it has seen a decline, but not that it was never confirmed. */
    private Mono<Void> leftUndone(DraftCharge charge, Payment payment) {
        return payment.declineCode() == Decline.NOT_CONFIRMED
                ? news.tell(
                        List.of(),
                        List.of(
                                new ActUnconfirmed(
                                        charge.subscription(),
                                        payment.id(),
                                        charge.customer(),
                                        requireNonNull(requireNonNull(charge.asked()).by().id()))),
                        List.of())
                : Mono.empty();
    }

    private Mono<Void> expire(SubscriptionContract found, Payment payment) {
        var reason = requireNonNull(payment.declineReason());
        return subscriptions
                .keep(List.of(Trials.unpaid(found, reason)))
                .then(
                        news.tell(
                                List.of(),
                                List.of(
                                        new TrialChargeFailed(
                                                found.id(), payment.id(), found.customer())),
                                List.of()));
    }

    /** Whether nothing more is tried. */
    private Mono<Boolean> inVain(DraftCharge charge, Payment payment, SubscriptionContract found) {
        return payment.declineCode() == Decline.CONFIRMATION_NEEDED && !charge.asksPayer()
                ? again.ask(found).map(asked -> !asked)
                : Mono.just(true);
    }
}
