package dev.quittance.platform.web;

import dev.quittance.platform.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says where to go once the server has started. */
@Component
class StartNotice {
    private static final Logger LOG = LoggerFactory.getLogger(StartNotice.class);

    private final Settings settings;

    StartNotice(Settings settings) {
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void started() {
        var at = settings.publicUrl().toString().replaceFirst("/$", "");
        var notice =
                new StringBuilder("Quittance is ready (%s).%n".formatted(mode()))
                        .append("  Portal    %s/portal/%n".formatted(at))
                        .append("  Console   %s/console/%n".formatted(at))
                        .append("  GraphQL   %s/graphql".formatted(at));
        if (settings.graphiqlEnabled()) {
            notice.append("%n  GraphiQL  %s/graphiql/".formatted(at));
        }
        LOG.info("{}", notice);
    }

    private String mode() {
        return settings.sandbox() ? "sandbox" : "live";
    }
}
