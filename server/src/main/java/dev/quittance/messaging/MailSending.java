package dev.quittance.messaging;

import dev.quittance.messaging.MailMessage.Unsendable;
import dev.quittance.messaging.MailMessages.Post;
import dev.quittance.messaging.MailQueue.Refusal;
import dev.quittance.platform.Blocking;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Brings written mails to the mail server, each once. Only when the server's answer gets lost,
 * because the connection or this process broke before it was kept, a mail is sent again: under the
 * same Message-ID, so that mail programs can drop the second one.
 */
@Service
class MailSending {
    private static final Logger LOG = LoggerFactory.getLogger(MailSending.class);
    // At the slowest five rounds of 50 s of timeouts, within the lease of five minutes.
    private static final int BATCH = 20;
    private static final int AT_ONCE = 4;
    private static final Duration SOON = Duration.ofMillis(250);
    private static final int LONGEST_FAILURE = 500;
    private final MailQueue queue;
    private final Mails mails;
    private final MailServer server;
    private final MailMessages messages;

    MailSending(MailQueue queue, Mails mails, MailServer server, MailMessages messages) {
        this.queue = queue;
        this.mails = mails;
        this.server = server;
        this.messages = messages;
    }

    /** What came of bringing a mail to the server; sent when there is no refusal. */
    private record Outcome(Envelope mail, @Nullable Refusal refusal) {}

    /** Sends all whose time has come. */
    Mono<Void> all() {
        return Mono.defer(this::some).expand(sent -> sent > 0 ? some() : Mono.empty()).then();
    }

    /** Sends some of them; how many were tried. */
    Mono<Integer> some() {
        return queue.lease(BATCH)
                .map(mails::complete)
                .collectList()
                .flatMap(
                        leased ->
                                leased.isEmpty()
                                        ? Mono.just(0)
                                        : bring(leased).thenReturn(leased.size()));
    }

    private Mono<Void> bring(List<Envelope> leased) {
        return messages.post(leased)
                .flatMapMany(
                        post ->
                                Flux.fromIterable(leased)
                                        .flatMap(mail -> outcome(mail, post), AT_ONCE))
                .bufferTimeout(BATCH, SOON, true)
                .concatMap(this::keep)
                .then();
    }

    private Mono<Outcome> outcome(Envelope mail, Post post) {
        return messages.of(mail, post)
                .flatMap(message -> Blocking.run(() -> server.sender().send(message)))
                .then(Mono.fromSupplier(() -> new Outcome(mail, null)))
                .onErrorResume(failure -> Mono.just(new Outcome(mail, refusal(mail, failure))));
    }

    /** A blink of the database must not make mails go out twice. */
    private Mono<Void> keep(List<Outcome> outcomes) {
        var sent =
                outcomes.stream().filter(one -> one.refusal() == null).map(Outcome::mail).toList();
        var refused = outcomes.stream().map(Outcome::refusal).filter(Objects::nonNull).toList();
        return Mono.defer(() -> mails.keep(sent, refused))
                .retryWhen(Retry.backoff(6, Duration.ofMillis(200)));
    }

    private static Refusal refusal(Envelope mail, Throwable failure) {
        boolean over = mail.last() || failure instanceof Unsendable;
        LOG.warn(
                "Mail {} was refused at try {}: {}",
                mail.id(),
                mail.tries(),
                failure.getClass().getSimpleName());
        return new Refusal(
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
