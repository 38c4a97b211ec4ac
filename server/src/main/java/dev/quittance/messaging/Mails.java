package dev.quittance.messaging;

import dev.quittance.invoicing.InvoiceMailDates;
import dev.quittance.messaging.MailQueue.Refusal;
import dev.quittance.messaging.MailQueue.Sealed;
import dev.quittance.messaging.MailQueue.Written;
import dev.quittance.messaging.MailRetry.MailNotFailed;
import dev.quittance.messaging.MailRetry.MailQueuedAgain;
import dev.quittance.platform.Change;
import dev.quittance.platform.Changes;
import dev.quittance.platform.NotFound;
import dev.quittance.platform.Page;
import dev.quittance.platform.Secrets;
import graphql.relay.Connection;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** The outgoing mail: written down in the transaction of its cause, sent by a worker. */
@Service
class Mails {
    private static final String PURPOSE = "mail-link";
    private static final String MASKED = "(a link for the recipient alone)";
    private static final MailNotFailed NOT_FAILED =
            new MailNotFailed("Only a mail that was given up can be tried again.");
    private final MailRepository repository;
    private final MailQueue queue;
    private final MailServer server;
    private final Secrets secrets;
    private final Changes changes;
    private final InvoiceMailDates dates;

    Mails(
            MailRepository repository,
            MailQueue queue,
            MailServer server,
            Secrets secrets,
            Changes changes,
            InvoiceMailDates dates) {
        this.repository = repository;
        this.queue = queue;
        this.server = server;
        this.secrets = secrets;
        this.changes = changes;
        this.dates = dates;
    }

    /** Writes a mail down, unless there is one of its occasion or nobody to send it to. */
    Mono<Void> write(NewMail mail) {
        return write(List.of(mail));
    }

    /** The same for many at once. */
    Mono<Void> write(List<NewMail> mails) {
        var sealed =
                mails.stream()
                        .filter(mail -> !mail.to().isEmpty())
                        .map(mail -> new Sealed(mail, sealed(mail.link())))
                        .toList();
        return sealed.isEmpty()
                ? Mono.empty()
                : queue.add(sealed, server.present() ? MailStatus.QUEUED : MailStatus.KEPT)
                        .collectList()
                        .flatMap(this::tell);
    }

    private Mono<Void> tell(List<Written> written) {
        var noted = server.present() ? Mono.<Void>empty() : note(written.stream());
        return noted.then(
                changes.announce(written.stream().map(one -> changed(one.id())).toList()));
    }

    /** Keeps what came of mails that were brought to the mail server, all of it or nothing. */
    @Transactional
    Mono<Void> keep(List<Envelope> sent, List<Refusal> refused) {
        var all =
                Stream.concat(sent.stream().map(Envelope::id), refused.stream().map(Refusal::mail));
        return queue.sent(sent.stream().map(Envelope::id).toList())
                .then(note(sent.stream().map(one -> new Written(one.id(), one.invoiceId()))))
                .then(queue.refused(refused))
                .then(changes.announce(all.map(Mails::changed).toList()));
    }

    /** Tries a mail again that was given up. */
    @Transactional
    Mono<MailRetry> retry(UUID id) {
        return queue.retry(id)
                .flatMap(
                        queued ->
                                changes.announce("MAIL", queued, null)
                                        .<MailRetry>thenReturn(new MailQueuedAgain(queued)))
                .switchIfEmpty(Mono.defer(() -> get(id).thenReturn(NOT_FAILED)));
    }

    private Mono<Void> note(Stream<Written> mails) {
        return dates.mailed(
                mails.map(Written::invoice).filter(Objects::nonNull).distinct().toList());
    }

    private static Change changed(UUID mail) {
        return new Change("MAIL", mail, null);
    }

    Mono<Mail> get(UUID id) {
        return repository
                .find(id)
                .map(this::shown)
                .switchIfEmpty(Mono.error(() -> new NotFound("mail")));
    }

    /** Mails, newest first. */
    Mono<Connection<Mail>> page(MailRepository.Wanted wanted, Page page) {
        return repository
                .page(wanted, page)
                .map(this::shown)
                .collectList()
                .map(rows -> page.connection(rows, mail -> List.of(mail.id().toString())));
    }

    /** The mail as its recipient is to get it. */
    Envelope complete(MailQueue.LeasedMail leased) {
        var link = leased.sealedLink();
        return link == null ? leased.mail() : leased.mail().with(opened(link));
    }

    /** Once mail goes out, nobody but the recipient sees a link that lets its reader in. */
    private Mail shown(MailRepository.LoggedMail logged) {
        var mail = logged.mail();
        var link = logged.sealedLink();
        var shown = link == null || server.present() ? MASKED : opened(link);
        return mail.showing(mail.text().replace(Letter.LINK, shown));
    }

    private @Nullable String sealed(@Nullable String link) {
        return link == null
                ? null
                : Base64.getEncoder()
                        .encodeToString(
                                secrets.seal(PURPOSE, link.getBytes(StandardCharsets.UTF_8)));
    }

    private String opened(byte[] link) {
        return new String(secrets.open(PURPOSE, link), StandardCharsets.UTF_8);
    }
}
