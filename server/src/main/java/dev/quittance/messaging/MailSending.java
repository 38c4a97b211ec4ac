package dev.quittance.messaging;

import dev.quittance.messaging.MailMessage.Unsendable;
import dev.quittance.platform.Blocking;
import dev.quittance.platform.Changes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Brings written mails to the mail server. A mail whose outcome got lost is sent again under the
 * same Message-ID, so that mail programs can drop the second one.
 */
@Service
class MailSending {
    private static final Logger LOG = LoggerFactory.getLogger(MailSending.class);
    private static final int BATCH = 20;
    private static final int AT_ONCE = 4;
    private static final int LONGEST_FAILURE = 500;
    private final MailRepository repository;
    private final Mails mails;
    private final MailServer server;
    private final MailMessages messages;
    private final Changes changes;

    MailSending(
            MailRepository repository,
            Mails mails,
            MailServer server,
            MailMessages messages,
            Changes changes) {
        this.repository = repository;
        this.mails = mails;
        this.server = server;
        this.messages = messages;
        this.changes = changes;
    }

    /** Sends all whose time has come. */
    Mono<Void> all() {
        return Mono.defer(this::some).expand(sent -> sent > 0 ? some() : Mono.empty()).then();
    }

    private Mono<Long> some() {
        return repository
                .lease(BATCH)
                .collectList()
                .flatMapIterable(leased -> leased)
                .flatMap(leased -> one(mails.complete(leased)), AT_ONCE)
                .count();
    }

    private Mono<Boolean> one(Envelope mail) {
        return messages.of(mail)
                .flatMap(this::send)
                .then(mails.sent(mail))
                .onErrorResume(failure -> refused(mail, failure))
                .then(changes.announce("MAIL", mail.id(), null))
                .thenReturn(true);
    }

    private Mono<Void> send(MailMessage message) {
        return Blocking.run(() -> server.sender().send(message));
    }

    private Mono<Void> refused(Envelope mail, Throwable failure) {
        boolean over = mail.last() || failure instanceof Unsendable;
        LOG.warn(
                "Mail {} was refused at try {}: {}",
                mail.id(),
                mail.tries(),
                failure.getClass().getSimpleName());
        return repository.refused(
                mail.id(),
                over ? MailStatus.FAILED : MailStatus.QUEUED,
                words(failure),
                mail.pauseSeconds());
    }

    private static String words(Throwable failure) {
        var words = String.valueOf(failure.getMessage()).replaceAll("\\p{Cntrl}+", " ").strip();
        return words.length() > LONGEST_FAILURE ? words.substring(0, LONGEST_FAILURE) : words;
    }
}
