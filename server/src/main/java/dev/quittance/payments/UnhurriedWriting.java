package dev.quittance.payments;

import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Lets charges that nobody waits for be written down a few at a time, so that whoever does wait
 * finds a connection and a processor free. A gateway takes so much longer than that, that nothing
 * is charged later for it.
 */
@Component
public class UnhurriedWriting {
    // A row that somebody else holds for long must not keep the turn from all others.
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Turns turns;

    UnhurriedWriting(PaymentSettings settings) {
        turns = new Turns(settings.writtenAtOnce());
    }

    /** Does the work, a transaction or some, in its turn; what takes too long is an error. */
    public <T> Mono<T> take(Mono<T> work) {
        return turns.take(work.timeout(LONGEST));
    }
}
