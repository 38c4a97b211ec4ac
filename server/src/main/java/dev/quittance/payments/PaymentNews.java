package dev.quittance.payments;

import dev.quittance.platform.Change;
import dev.quittance.platform.Event;
import dev.quittance.platform.HistoryEntry;
import dev.quittance.platform.News;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Notes and tells what becomes of payments, in the transaction in which it does. */
@Component
class PaymentNews {
    private static final String KIND = "PAYMENT";

    private final News news;

    PaymentNews(News news) {
        this.news = news;
    }

    Mono<Void> begun(NewPayment payment) {
        var facts = Map.of("amount", payment.amount(), "method", payment.methodLabel());
        return news.tell(
                List.of(
                        new HistoryEntry.New(
                                KIND,
                                payment.id(),
                                payment.customer(),
                                "payment begun",
                                null,
                                facts,
                                null)),
                List.of(),
                List.of());
    }

    Mono<Void> succeeded(Payment payment) {
        return tell(
                payment,
                "payment received",
                Map.of("amount", payment.amount(), "method", payment.methodLabel()),
                null,
                new PaymentReceived(payment.id(), payment.customer()));
    }

    Mono<Void> declined(Payment payment, Decline decline) {
        return tell(
                payment,
                "payment declined",
                Map.of("code", decline, "reason", decline.reason()),
                null,
                new PaymentFailed(payment.id(), payment.customer()));
    }

    Mono<Void> reversed(Payment payment, String reason) {
        return tell(
                payment,
                "payment put back to New",
                Map.of("amount", payment.amount()),
                reason,
                new PaymentReversed(payment.id(), payment.customer()));
    }

    Mono<Void> moved(Payment payment) {
        return news.tell(List.of(), List.of(), List.of(change(payment)));
    }

    private Mono<Void> tell(
            Payment payment,
            String what,
            Map<String, Object> facts,
            @Nullable String reason,
            Event event) {
        var entry =
                new HistoryEntry.New(
                        KIND, payment.id(), payment.customer(), what, null, facts, reason);
        return news.tell(List.of(entry), List.of(event), List.of(change(payment)));
    }

    private static Change change(Payment payment) {
        return new Change(KIND, payment.id(), payment.customer());
    }
}
