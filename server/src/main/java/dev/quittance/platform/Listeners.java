package dev.quittance.platform;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Every listener there is, by name and by event. Asked for late, since listeners may tell too. */
@Component
class Listeners {
    private final ObjectProvider<Listener<?>> beans;
    private volatile @Nullable Map<String, Listener<?>> byName;

    Listeners(ObjectProvider<Listener<?>> beans) {
        this.beans = beans;
    }

    /** The listeners that want to hear {@code event}. */
    List<String> of(Event event) {
        return byName().entrySet().stream()
                .filter(entry -> entry.getValue().event() == event.getClass())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Tells a listener of events of different streams. */
    Mono<Void> call(String name, List<String> payloads) {
        var listener = byName().get(name);
        return listener == null
                ? Mono.error(new IllegalStateException("There is no listener " + name + "."))
                : call(listener, payloads);
    }

    private static <E extends Event> Mono<Void> call(Listener<E> listener, List<String> payloads) {
        return Mono.defer(
                () ->
                        listener.onAll(
                                payloads.stream()
                                        .map(payload -> JsonText.read(payload, listener.event()))
                                        .toList()));
    }

    private Map<String, Listener<?>> byName() {
        var known = byName;
        if (known == null) {
            // Two of one name would steal each other's deliveries; toMap refuses them.
            known = beans.stream().collect(Collectors.toMap(Listener::name, Function.identity()));
            byName = known;
        }
        return known;
    }
}
