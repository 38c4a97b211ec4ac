package dev.quittance.payments;

import dev.quittance.platform.Changes;
import dev.quittance.platform.Event;
import dev.quittance.platform.History;
import dev.quittance.platform.HistoryEntry;
import dev.quittance.platform.Outbox;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Notes and tells what becomes of payments, in the transaction in which it does. */
@Component
class PaymentNews {
    private static final String KIND = "PAYMENT";

    private final History history;
    private final Outbox outbox;
    private final Changes changes;

    PaymentNews(History history, Outbox outbox, Changes changes) {
        this.history = history;
        this.outbox = outbox;
        this.changes = changes;
    }

    Mono<Void> begun(NewPayment payment) {
        return note(
                payment.id(),
                payment.customer(),
                "payment begun",
                Map.of("amount", payment.amount(), "method", payment.methodLabel()));
    }

    Mono<Void> succeeded(Payment payment) {
        return note(
                        payment.id(),
                        payment.customer(),
                        "payment received",
                        Map.of("amount", payment.amount(), "method", payment.methodLabel()))
                .then(tell(payment, new PaymentReceived(payment.id(), payment.customer())));
    }

    Mono<Void> declined(Payment payment, Decline decline) {
        return note(
                        payment.id(),
                        payment.customer(),
                        "payment declined",
                        Map.of("reason", decline.reason()))
                .then(tell(payment, new PaymentFailed(payment.id(), payment.customer())));
    }

    Mono<Void> reversed(Payment payment, String reason) {
        return history.add(
                        new HistoryEntry.New(
                                KIND,
                                payment.id(),
                                payment.customer(),
                                "payment put back to New",
                                null,
                                Map.of("amount", payment.amount()),
                                reason))
                .then(tell(payment, new PaymentReversed(payment.id(), payment.customer())));
    }

    Mono<Void> moved(Payment payment) {
        return changes.announce(KIND, payment.id(), payment.customer());
    }

    private Mono<Void> tell(Payment payment, Event event) {
        return outbox.add(event).then(moved(payment));
    }

    private Mono<Void> note(UUID payment, UUID customer, String what, Map<String, Object> facts) {
        return history.add(new HistoryEntry.New(KIND, payment, customer, what, null, facts, null));
    }
}
