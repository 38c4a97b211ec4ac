package dev.quittance.payments;

import dev.quittance.platform.Changes;
import dev.quittance.platform.Event;
import dev.quittance.platform.History;
import dev.quittance.platform.HistoryEntry;
import dev.quittance.platform.Outbox;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Notes and tells what becomes of refunds with their payment, in the same transaction. */
@Component
class RefundNews {
    private static final String KIND = "PAYMENT";

    private final History history;
    private final Outbox outbox;
    private final Changes changes;

    RefundNews(History history, Outbox outbox, Changes changes) {
        this.history = history;
        this.outbox = outbox;
        this.changes = changes;
    }

    Mono<Void> begun(NewRefund refund) {
        var payment = refund.payment();
        return note(
                        payment.id(),
                        payment.customer(),
                        "refund begun",
                        Map.of("amount", refund.amount(), "method", refund.methodLabel()),
                        refund.reason())
                .then(changes.announce(KIND, payment.id(), payment.customer()));
    }

    Mono<Void> settled(Refund refund) {
        return note(refund, "refund settled", null)
                .then(
                        tell(
                                refund,
                                new RefundSettled(
                                        refund.id(), refund.paymentId(), refund.customer())));
    }

    Mono<Void> failed(Refund refund, String why) {
        return note(refund, "refund failed", why)
                .then(
                        tell(
                                refund,
                                new RefundFailed(
                                        refund.id(), refund.paymentId(), refund.customer())));
    }

    private Mono<Void> tell(Refund refund, Event event) {
        return outbox.add(event)
                .then(changes.announce(KIND, refund.paymentId(), refund.customer()));
    }

    private Mono<Void> note(Refund refund, String what, @Nullable String reason) {
        return note(
                refund.paymentId(),
                refund.customer(),
                what,
                Map.of("amount", refund.amount()),
                reason);
    }

    private Mono<Void> note(
            UUID payment,
            UUID customer,
            String what,
            Map<String, Object> facts,
            @Nullable String reason) {
        return history.add(
                new HistoryEntry.New(KIND, payment, customer, what, null, facts, reason));
    }
}
