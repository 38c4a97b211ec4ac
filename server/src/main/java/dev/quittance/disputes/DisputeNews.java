package dev.quittance.disputes;

import dev.quittance.platform.Changes;
import dev.quittance.platform.History;
import dev.quittance.platform.HistoryEntry;
import dev.quittance.platform.News;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Notes and tells what becomes of disputes, in the transaction in which it does. */
@Component
class DisputeNews {
    static final String KIND = "DISPUTE";

    private final History history;
    private final Changes changes;
    private final News news;

    DisputeNews(History history, Changes changes, News news) {
        this.history = history;
        this.changes = changes;
        this.news = news;
    }

    Mono<Void> opened(Dispute dispute) {
        var event = new PaymentDisputed(dispute.id(), dispute.paymentId(), dispute.customerId());
        return both(
                        dispute,
                        "dispute opened",
                        "payment disputed",
                        Map.of(
                                "amount",
                                dispute.amount(),
                                "fee",
                                dispute.fee(),
                                "reason",
                                dispute.reason()))
                .then(news.tell(List.of(), List.of(event), List.of()));
    }

    Mono<Void> responded(Dispute dispute, DisputeResponse response) {
        return note(
                dispute,
                switch (response) {
                    case EVIDENCE -> "evidence handed in";
                    case ACCEPTANCE -> "dispute accepted";
                },
                null);
    }

    Mono<Void> reviewed(Dispute dispute) {
        return note(dispute, "dispute under review", null);
    }

    Mono<Void> decided(Dispute dispute, DisputeState state) {
        var what = state == DisputeState.WON ? "dispute won" : "dispute lost";
        return both(dispute, what, what, Map.of("amount", dispute.amount()));
    }

    private Mono<Void> both(
            Dispute dispute, String what, String ofPayment, Map<String, Object> facts) {
        return history.add(
                        new HistoryEntry.New(
                                "PAYMENT",
                                dispute.paymentId(),
                                dispute.customerId(),
                                ofPayment,
                                null,
                                facts,
                                null))
                .then(note(dispute, what, facts));
    }

    private Mono<Void> note(Dispute dispute, String what, @Nullable Map<String, Object> facts) {
        return history.add(
                        new HistoryEntry.New(
                                KIND, dispute.id(), dispute.customerId(), what, null, facts, null))
                .then(changes.announce(KIND, dispute.id(), dispute.customerId()));
    }
}
