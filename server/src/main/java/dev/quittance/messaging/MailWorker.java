package dev.quittance.messaging;

import dev.quittance.platform.Changes;
import dev.quittance.platform.Settings;
import dev.quittance.platform.Worker;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sends mail when some was written, and looks every few seconds for what is to be tried again. */
@Component
class MailWorker extends Worker {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final MailSending sending;

    MailWorker(Settings settings, Changes changes, MailServer server, MailSending sending) {
        super(settings.background() && server.present(), PAUSE, changes.stream("MAIL"));
        this.sending = sending;
    }

    @Override
    protected Mono<Void> work() {
        return Mono.defer(sending::some)
                .repeat(() -> !ending())
                .takeUntil(tried -> tried == 0)
                .then();
    }

    /** What was brought to the mail server must be kept, or it goes out twice. */
    @Override
    protected Duration patience() {
        return Duration.ofSeconds(25);
    }
}
