package dev.quittance.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class TurnsTests {
    private final Turns turns = new Turns(3);
    private final AtomicInteger atWork = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @Test
    void soManyAreAtWorkAtOnceAndAllGetTheirTurn() {
        var done =
                Flux.range(0, 40)
                        .flatMap(n -> turns.take(work(n)).onErrorComplete(), 40)
                        .collectList()
                        .block(Duration.ofSeconds(20));
        assertThat(done).hasSize(30);
        assertThat(most).hasValue(3);
        assertThat(atWork).hasValue(0);
    }

    @Test
    void aTurnThatIsNotWantedAnyMoreIsAnothers() {
        for (var n = 0; n < 10; n++) {
            var unwanted = turns.take(Mono.never()).subscribe();
            unwanted.dispose();
        }
        assertThat(turns.take(Mono.just("done")).block(Duration.ofSeconds(5))).isEqualTo("done");
    }

    /** Every fourth fails. */
    private Mono<Integer> work(int n) {
        return Mono.fromRunnable(() -> most.accumulateAndGet(atWork.incrementAndGet(), Math::max))
                .then(Mono.delay(Duration.ofMillis(5)))
                .doOnNext(_ -> atWork.decrementAndGet())
                .flatMap(
                        _ ->
                                n % 4 == 0
                                        ? Mono.error(new IllegalStateException("failed"))
                                        : Mono.just(n));
    }
}
