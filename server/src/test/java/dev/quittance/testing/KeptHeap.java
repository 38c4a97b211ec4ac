package dev.quittance.testing;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * How much of the heap was in use after collections, looked at every second.
 *
 * @param bytes the oldest first
 */
public record KeptHeap(List<Long> bytes) {
    private static final Duration EVERY = Duration.ofSeconds(1);

    public KeptHeap {
        bytes = List.copyOf(bytes);
    }

    /** Looks at it while {@code work} goes on. */
    public static Mono<KeptHeap> during(Mono<?> work) {
        return Flux.interval(EVERY)
                .map(_ -> now())
                .takeUntilOther(work)
                .collectList()
                .map(KeptHeap::new);
    }

    /** The most in the first half of the time, in MB. */
    public long first() {
        return most(bytes.subList(0, bytes.size() / 2));
    }

    /** The most in the second half of the time, in MB. */
    public long second() {
        return most(bytes.subList(bytes.size() / 2, bytes.size()));
    }

    private static long now() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(Objects::nonNull)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    private static long most(List<Long> bytes) {
        return bytes.stream().mapToLong(Long::longValue).max().orElse(0) >> 20;
    }
}
