package dev.quittance.payments;

import dev.quittance.platform.Change;
import dev.quittance.platform.Event;
import dev.quittance.platform.HistoryEntry;
import dev.quittance.platform.News;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Notes and tells what becomes of refunds with their payment, in the same transaction. */
@Component
class RefundNews {
    private static final String KIND = "PAYMENT";

    private final News news;

    RefundNews(News news) {
        this.news = news;
    }

    Mono<Void> begun(NewRefund refund) {
        var payment = refund.payment();
        return tell(
                payment.id(),
                payment.customer(),
                "refund begun",
                Map.of("amount", refund.amount(), "method", refund.methodLabel()),
                refund.reason(),
                List.of());
    }

    /** It was asked for elsewhere. */
    Mono<Void> found(NewRefund refund) {
        var payment = refund.payment();
        return tell(
                payment.id(),
                payment.customer(),
                "refund found at the gateway",
                Map.of("amount", refund.amount(), "method", refund.methodLabel()),
                refund.reason(),
                List.of(new RefundFound(refund.id(), payment.id(), payment.customer())));
    }

    Mono<Void> settled(Refund refund) {
        return tell(
                refund,
                "refund settled",
                null,
                new RefundSettled(refund.id(), refund.paymentId(), refund.customer()));
    }

    Mono<Void> failed(Refund refund, String why) {
        return tell(
                refund,
                "refund failed",
                why,
                new RefundFailed(refund.id(), refund.paymentId(), refund.customer()));
    }

    Mono<Void> returned(Refund refund, String why) {
        return tell(
                refund,
                "refund returned",
                why,
                new RefundFailed(refund.id(), refund.paymentId(), refund.customer()));
    }

    private Mono<Void> tell(Refund refund, String what, @Nullable String reason, Event event) {
        return tell(
                refund.paymentId(),
                refund.customer(),
                what,
                Map.of("amount", refund.amount()),
                reason,
                List.of(event));
    }

    private Mono<Void> tell(
            UUID payment,
            UUID customer,
            String what,
            Map<String, Object> facts,
            @Nullable String reason,
            List<Event> events) {
        var entry = new HistoryEntry.New(KIND, payment, customer, what, null, facts, reason);
        return news.tell(List.of(entry), events, List.of(new Change(KIND, payment, customer)));
    }
}
