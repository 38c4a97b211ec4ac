package dev.quittance.platform.web;

import dev.quittance.platform.Traced;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Hooks;

/**
 * Tells of errors that come when nobody waits for an answer any more. Reactor itself would log them
 * with the whole address that was asked for.
 */
@Component
class DroppedErrors {
    private static final Logger LOG = LoggerFactory.getLogger(DroppedErrors.class);

    DroppedErrors() {
        Hooks.resetOnErrorDropped();
        Hooks.onErrorDropped(DroppedErrors::tell);
    }

    private static void tell(Throwable failure) {
        if (!GoneClient.is(failure)) {
            LOG.warn("An error came too late to be answered", Traced.of(failure));
        }
    }
}
