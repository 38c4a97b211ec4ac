package dev.quittance.messaging;

import dev.quittance.platform.Changes;
import dev.quittance.platform.Settings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sends mail when some was written, and looks every few seconds for what is to be tried again. */
@Component
class MailWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(MailWorker.class);
    private static final Duration POLL = Duration.ofSeconds(5);
    private final Settings settings;
    private final Changes changes;
    private final MailServer server;
    private final MailSending sending;
    private volatile @Nullable Disposable working;

    MailWorker(Settings settings, Changes changes, MailServer server, MailSending sending) {
        this.settings = settings;
        this.changes = changes;
        this.server = server;
        this.sending = sending;
    }

    @Override
    public void start() {
        var written = changes.stream().filter(change -> change.kind().equals("MAIL")).map(_ -> 0L);
        working =
                Flux.merge(Flux.interval(POLL), written)
                        .onBackpressureLatest()
                        .concatMap(_ -> send(), 0)
                        .subscribe();
    }

    private Mono<Void> send() {
        return sending.all()
                .doOnError(e -> LOG.warn("Sending mail was interrupted: {}", e.getMessage()))
                .onErrorComplete();
    }

    @Override
    public void stop() {
        var present = working;
        if (present != null) {
            present.dispose();
        }
        working = null;
    }

    @Override
    public boolean isRunning() {
        return working != null;
    }

    @Override
    public boolean isAutoStartup() {
        return settings.background() && server.present();
    }
}
