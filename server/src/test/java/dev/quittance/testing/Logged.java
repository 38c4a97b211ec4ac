package dev.quittance.testing;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What the application logs while it is open, by the levels it has. */
public final class Logged implements AutoCloseable {
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> kept = new ListAppender<>();

    public Logged() {
        kept.start();
        root.addAppender(kept);
    }

    /** Each message with its stack trace, if it has one. */
    public List<String> lines() {
        return List.copyOf(kept.list).stream()
                .map(
                        event ->
                                "%s %s %s"
                                        .formatted(
                                                event.getLoggerName(),
                                                event.getFormattedMessage(),
                                                ThrowableProxyUtil.asString(
                                                        event.getThrowableProxy())))
                .toList();
    }

    @Override
    public void close() {
        root.detachAppender(kept);
    }
}
