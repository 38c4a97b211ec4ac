package dev.quittance.demo;

import dev.quittance.platform.Settings;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Makes the demo on a sandbox's first start, before any worker looks at the clock and before the
 * first request is taken; then says who can sign in.
 */
@Component
class DemoStart implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DemoStart.class);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private final Settings settings;
    private final DemoStory story;
    private volatile boolean told;
    private volatile boolean running;

    DemoStart(Settings settings, DemoStory story) {
        this.settings = settings;
        this.story = story;
    }

    @Override
    public void start() {
        running = true;
        if (settings.sandbox() && settings.demoEnabled()) {
            told = Boolean.TRUE.equals(story.tell().block(PATIENCE));
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void ready() {
        if (told) {
            LOG.info("{}", DemoSignIns.told());
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After what charges cards; before the web server, and before what looks at the clock. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 3072;
    }
}
