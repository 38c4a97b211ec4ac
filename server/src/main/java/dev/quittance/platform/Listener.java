package dev.quittance.platform;

import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reacts to one kind of event, after the change that caused it has committed.
 *
 * <p>What it writes to the database commits together with the mark that it ran. It may run again
 * when another delivery of its batch fails, and must then come to the same end. What lies outside
 * (mail servers, card processors) it leaves to a row that a worker picks up.
 */
public interface Listener<E extends Event> {

    /** The kind of event, exactly. */
    Class<E> event();

    Mono<Void> on(E event);

    /**
     * Hears several events, each of another stream: one after the other, unless the listener knows
     * how to deal with all of them together.
     */
    default Mono<Void> onAll(List<E> events) {
        return Flux.fromIterable(events).concatMap(this::on).then();
    }

    /** Under which name its deliveries are kept; renaming a listener orphans what is underway. */
    default String name() {
        return getClass().getSimpleName();
    }
}
