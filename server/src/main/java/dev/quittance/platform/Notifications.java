package dev.quittance.platform;

import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.retry.Retry;

/**
 * Hears what PostgreSQL notifies, over one connection of its own that is made again when it breaks.
 * A notification is a wake-up, not the truth: those of a broken connection are lost, which is why
 * {@link #CONNECTED} is told after each connect and listeners look for themselves.
 */
@Component
class Notifications implements SmartLifecycle {
    /** The channel of the message that a connection was made. */
    static final String CONNECTED = "connected";

    private static final Logger LOG = LoggerFactory.getLogger(Notifications.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration PING = Duration.ofSeconds(20);

    private final ConnectionFactory connections;
    private final Sinks.Many<Heard> heard = Sinks.many().multicast().directBestEffort();
    private volatile @Nullable Disposable listening;

    Notifications(R2dbcConnectionDetails database) {
        this.connections = ConnectionFactories.get(database.getConnectionFactoryOptions());
    }

    /** One notification. */
    record Heard(String channel, String payload) {}

    /** What is heard from now on. */
    Flux<Heard> stream() {
        return heard.asFlux();
    }

    @Override
    public void start() {
        listening =
                Flux.defer(this::listen)
                        .doOnError(e -> LOG.info("Listening broke off: {}", e.getMessage()))
                        .retryWhen(
                                Retry.backoff(Long.MAX_VALUE, SHORTEST_PAUSE)
                                        .maxBackoff(LONGEST_PAUSE)
                                        .transientErrors(true))
                        .repeatWhen(ended -> ended.delayElements(SHORTEST_PAUSE))
                        .subscribe();
    }

    @Override
    public void stop() {
        var present = listening;
        if (present != null) {
            present.dispose();
        }
        listening = null;
    }

    @Override
    public boolean isRunning() {
        return listening != null;
    }

    /** Before all that waits for news, and still there while they stop. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 8192;
    }

    /** One element once it listens, which makes the next pause a short one again. */
    private Flux<Boolean> listen() {
        return Flux.usingWhen(
                Mono.from(connections.create()).cast(PostgresqlConnection.class),
                this::listen,
                PostgresqlConnection::close);
    }

    private Flux<Boolean> listen(PostgresqlConnection connection) {
        var notifications =
                connection
                        .getNotifications()
                        .doOnNext(n -> tell(new Heard(n.getName(), parameter(n.getParameter()))));
        var alive =
                Flux.interval(PING)
                        .concatMap(_ -> connection.validate(ValidationDepth.REMOTE))
                        .takeWhile(Boolean::booleanValue);
        return connection
                .createStatement("listen " + Deliveries.CHANNEL + "; listen " + Changes.CHANNEL)
                .execute()
                .flatMap(result -> result.getRowsUpdated())
                .then(Mono.fromSupplier(this::connected))
                .concatWith(
                        Flux.firstWithSignal(notifications.then(), alive.then())
                                .then(Mono.empty()));
    }

    private boolean connected() {
        tell(new Heard(CONNECTED, ""));
        return true;
    }

    private void tell(Heard one) {
        heard.tryEmitNext(one);
    }

    private static String parameter(@Nullable String parameter) {
        return parameter == null ? "" : parameter;
    }
}
