package dev.quittance.payments;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Charges that nobody waits for are written down in turn. */
class UnhurriedWritingTests {

    @Test
    void whatNeverEndsLosesItsTurn() {
        var writing =
                new UnhurriedWriting(
                        new PaymentSettings(null, Duration.ofSeconds(20), 1, Duration.ofDays(1)));
        StepVerifier.withVirtualTime(() -> writing.take(Mono.never()))
                .thenAwait(Duration.ofMinutes(2))
                .verifyError(TimeoutException.class);
        StepVerifier.create(writing.take(Mono.just("the next")))
                .expectNext("the next")
                .verifyComplete();
    }
}
