package dev.quittance.payments;

import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.pool.InstrumentedPool;
import reactor.pool.PoolBuilder;
import reactor.pool.PooledRef;

/** Lets so many be at work at once; who comes later waits for a turn, the first first. */
class Turns {
    private final InstrumentedPool<Integer> turns;

    Turns(int atOnce) {
        var made = new AtomicInteger();
        turns =
                PoolBuilder.from(Mono.fromSupplier(made::incrementAndGet))
                        .sizeBetween(0, atOnce)
                        .buildPool();
    }

    /**
     * Does the work in its turn, which ends with it, also if it fails or is not wanted any more.
     */
    <T> Mono<T> take(Mono<T> work) {
        return Mono.usingWhen(turns.acquire(), _ -> work, PooledRef::release);
    }
}
