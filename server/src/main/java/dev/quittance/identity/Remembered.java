package dev.quittance.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Predicate;
import reactor.core.publisher.Mono;

/** What was loaded, for some seconds. What is not there is not remembered. */
final class Remembered<K, V> {
    private static final int MOST = 20_000;

    private final Cache<K, V> cache;

    Remembered(Duration time) {
        this.cache = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(time).build();
    }

    /** The value if it is remembered and still {@code valid}, else what {@code load} finds. */
    Mono<V> get(K key, Predicate<V> valid, Function<K, Mono<V>> load) {
        return Mono.defer(() -> Mono.justOrEmpty(cache.getIfPresent(key)))
                .filter(valid)
                .switchIfEmpty(
                        Mono.defer(() -> load.apply(key))
                                .filter(valid)
                                .doOnNext(value -> cache.put(key, value)));
    }

    void forgetIf(Predicate<V> which) {
        cache.asMap().values().removeIf(which);
    }

    void forgetAll() {
        cache.invalidateAll();
    }
}
