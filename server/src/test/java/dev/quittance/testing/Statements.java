package dev.quittance.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Counts the SQL statements that something costs. */
public final class Statements {
    private static final String CLIENT = "org.springframework.r2dbc.core.DefaultDatabaseClient";

    private Statements() {}

    /** The statements that ran meanwhile, as the database client tells them. */
    public static List<String> during(Runnable work) {
        var logger = (Logger) LoggerFactory.getLogger(CLIENT);
        var heard = new ListAppender<ILoggingEvent>();
        heard.start();
        logger.addAppender(heard);
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        try {
            work.run();
        } finally {
            logger.setLevel(null);
            logger.setAdditive(true);
            logger.detachAppender(heard);
        }
        return heard.list.stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(message -> message.startsWith("Executing SQL statement"))
                .toList();
    }
}
