package dev.quittance.collection;

import static java.util.Objects.requireNonNull;

import dev.quittance.customers.Customers;
import dev.quittance.payments.Payment;
import dev.quittance.payments.PaymentFailed;
import dev.quittance.payments.Payments;
import dev.quittance.platform.Change;
import dev.quittance.platform.HistoryEntry;
import dev.quittance.platform.Listener;
import dev.quittance.platform.News;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Notes that the charge of an invoice failed that was to be charged by itself, and tells it. */
@Component
class DueChargeFailed implements Listener<PaymentFailed> {
    private static final String INVOICE = "INVOICE";

    private final DueChargeRepository repository;
    private final Customers customers;
    private final Payments payments;
    private final Dunning dunning;
    private final News news;

    DueChargeFailed(
            DueChargeRepository repository,
            Customers customers,
            Payments payments,
            Dunning dunning,
            News news) {
        this.repository = repository;
        this.customers = customers;
        this.payments = payments;
        this.dunning = dunning;
        this.news = news;
    }

    @Override
    public Class<PaymentFailed> event() {
        return PaymentFailed.class;
    }

    @Override
    public Mono<Void> on(PaymentFailed event) {
        // A decline from before codes were kept is none of ours.
        return customers
                .lock(event.customer())
                .then(payments.get(event.payment()))
                .filter(payment -> payment.declineCode() != null)
                .flatMap(
                        payment ->
                                repository
                                        .failed(payment.id(), requireNonNull(payment.declineCode()))
                                        .flatMap(due -> dun(due).then(tell(due, payment))));
    }

    /** Nothing is dunned whose auto-charge was switched off meanwhile. */
    private Mono<Void> dun(DueCharge due) {
        return repository.method(due.invoice()).flatMap(_ -> dunning.failed(due));
    }

    private Mono<Void> tell(DueCharge due, Payment payment) {
        var code = requireNonNull(due.declineCode());
        var facts = Map.of("method", payment.methodLabel(), "code", code, "reason", code.reason());
        var entry =
                new HistoryEntry.New(
                        INVOICE, due.invoice(), due.customer(), "charge failed", null, facts, null);
        return news.tell(
                List.of(entry),
                List.of(
                        new AutoChargeFailed(
                                due.invoice(), payment.id(), due.customer(), code.kind())),
                List.of(new Change(INVOICE, due.invoice(), due.customer())));
    }
}
