package dev.quittance.notices;

import dev.quittance.platform.Changes;
import dev.quittance.platform.Event;
import dev.quittance.platform.Listener;
import java.util.List;
import reactor.core.publisher.Mono;

/** Notes events of one kind for staff, all of them in one go, and tells whoever is looking. */
abstract class Noticing<E extends Event> implements Listener<E> {
    /** The kind of change that is told. */
    static final String CHANGED = "NOTICE";

    private final Class<E> event;
    private final Changes changes;

    Noticing(Class<E> event, Changes changes) {
        this.event = event;
        this.changes = changes;
    }

    /** Notes them, each once, however often it is heard; how many are new. */
    abstract Mono<Long> note(List<E> events);

    @Override
    public Class<E> event() {
        return event;
    }

    @Override
    public Mono<Void> on(E one) {
        return onAll(List.of(one));
    }

    @Override
    public Mono<Void> onAll(List<E> events) {
        return note(events).filter(added -> added > 0).flatMap(_ -> changes.announceAll(CHANGED));
    }
}
