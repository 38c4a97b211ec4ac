package dev.quittance.platform;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.BatchLoaderRegistry;

/** Makes the history below many things at once known to controllers as {@code history}. */
@Configuration(proxyBeanMethods = false)
class HistoryLists {
    HistoryLists(History history, BatchLoaderRegistry registry) {
        Below.register(
                registry, "history", history::below, entry -> List.of(entry.id().toString()));
    }
}
