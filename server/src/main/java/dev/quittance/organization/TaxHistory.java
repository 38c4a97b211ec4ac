package dev.quittance.organization;

import dev.quittance.platform.History;
import dev.quittance.platform.HistoryEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Notes what was changed about tax in the merchant's history. */
@Component
class TaxHistory {
    private final History history;

    TaxHistory(History history) {
        this.history = history;
    }

    Mono<Void> add(String what, @Nullable Object before, @Nullable Object after) {
        return history.add(
                new HistoryEntry.New(
                        "ORGANIZATION", Organizations.HISTORY_ID, null, what, before, after, null));
    }
}
