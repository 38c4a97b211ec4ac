package dev.quittance.preferences;

import dev.quittance.platform.Change;
import dev.quittance.platform.HistoryEntry;
import dev.quittance.platform.News;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Notes who set what, and lets open portals and consoles look again. */
@Component
class PreferenceNews {
    static final String KIND = "PREFERENCES";

    private final News news;

    PreferenceNews(News news) {
        this.news = news;
    }

    /** Call in the transaction that sets them. */
    Mono<Void> set(
            PreferencePlace place,
            Map<PortalSwitch, @Nullable SwitchValue> before,
            Map<PortalSwitch, @Nullable SwitchValue> after) {
        var entry =
                new HistoryEntry.New(
                        KIND,
                        place.id(),
                        place.customer(),
                        "portal switches set",
                        facts(before),
                        facts(after),
                        null);
        // Nobody's in particular where it is set for everybody or for a plan.
        return news.tell(
                List.of(entry), List.of(), List.of(new Change(KIND, place.id(), place.customer())));
    }

    private static Map<String, String> facts(Map<PortalSwitch, @Nullable SwitchValue> values) {
        var facts = new TreeMap<String, String>();
        values.forEach(
                (name, value) -> {
                    if (value != null) {
                        facts.put(name.label(), value.text());
                    }
                });
        return facts;
    }
}
