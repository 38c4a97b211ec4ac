package dev.quittance.identity;

import dev.quittance.platform.History;
import dev.quittance.platform.HistoryEntry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Changes the key that signs access tokens because somebody wants it, and notes who. */
@Service
class SigningKeyRotation {
    private static final String KIND = "SIGNING_KEY";

    private final SigningKeys keys;
    private final History history;

    SigningKeyRotation(SigningKeys keys, History history) {
        this.keys = keys;
        this.history = history;
    }

    @Transactional
    Mono<SigningKeyRotated> rotate() {
        return keys.rotate()
                .delayUntil(
                        key ->
                                history.add(
                                        new HistoryEntry.New(KIND, key.id(), null, "put to use")))
                .map(key -> SigningKeyRotated.of(key.id()));
    }
}
