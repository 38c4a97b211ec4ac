package dev.quittance.organization;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A value that seldom changes, read from the database again after a moment. */
final class Remembered<T> {
    private static final long MOMENT = Duration.ofSeconds(2).toNanos();

    private final AtomicReference<@Nullable Kept<T>> kept = new AtomicReference<>();

    private record Kept<T>(T value, long since) {}

    Mono<T> get(Mono<T> load) {
        return Mono.defer(
                () -> {
                    var found = kept.get();
                    return found != null && System.nanoTime() - found.since < MOMENT
                            ? Mono.just(found.value)
                            : load.doOnNext(this::keep);
                });
    }

    /** Call after the commit of a change. */
    void forget() {
        kept.set(null);
    }

    private void keep(T value) {
        kept.set(new Kept<>(value, System.nanoTime()));
    }
}
