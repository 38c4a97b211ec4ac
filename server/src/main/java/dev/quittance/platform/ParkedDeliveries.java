package dev.quittance.platform;

import dev.quittance.platform.ParkedDelivery.Key;
import dev.quittance.platform.ParkedDeliveryRepository.Freed;
import dev.quittance.platform.Unparked.DeliveryDropped;
import dev.quittance.platform.Unparked.DeliveryNotParked;
import dev.quittance.platform.Unparked.DeliveryRetried;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Decides about what the outbox gave up on. Who decided what stands in the history. */
@Service
class ParkedDeliveries {
    /** The kind of change that is told when a delivery is parked, retried or dropped. */
    static final String KIND = "DELIVERY";

    private final ParkedDeliveryRepository repository;
    private final History history;
    private final Changes changes;

    ParkedDeliveries(ParkedDeliveryRepository repository, History history, Changes changes) {
        this.repository = repository;
        this.history = history;
        this.changes = changes;
    }

    /** Tries again from the beginning. */
    @Transactional
    public Mono<Unparked> retry(Key key) {
        return repository
                .retry(key)
                .flatMap(freed -> told(freed, key, "delivery retried"))
                .<Unparked>map(_ -> new DeliveryRetried(key.toString()))
                .defaultIfEmpty(new DeliveryNotParked());
    }

    /** Gives it up for good: what the listener would have done is left undone. */
    @Transactional
    public Mono<Unparked> drop(Key key) {
        return repository
                .drop(key)
                .flatMap(freed -> told(freed, key, "delivery dropped"))
                .<Unparked>map(_ -> new DeliveryDropped(key.toString()))
                .defaultIfEmpty(new DeliveryNotParked());
    }

    private Mono<Freed> told(Freed freed, Key key, String what) {
        var entry =
                new HistoryEntry.New(
                        "DELIVERY",
                        freed.stream(),
                        freed.customer(),
                        what,
                        null,
                        null,
                        freed.event() + " to " + key.listener());
        return history.add(entry)
                .then(Mono.defer(() -> changes.announceAll(KIND)))
                .thenReturn(freed);
    }
}
