package dev.quittance.messaging;

import dev.quittance.invoicing.InvoiceMailDates;
import dev.quittance.platform.Changes;
import dev.quittance.platform.Ids;
import dev.quittance.platform.NotFound;
import dev.quittance.platform.Page;
import dev.quittance.platform.Secrets;
import graphql.relay.Connection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** The outgoing mail: written down in the transaction of its cause, sent by a worker. */
@Service
class Mails {
    private static final String PURPOSE = "mail-link";
    private static final String MASKED = "(a link for the recipient alone)";
    private final MailRepository repository;
    private final MailServer server;
    private final Secrets secrets;
    private final Changes changes;
    private final InvoiceMailDates dates;

    Mails(
            MailRepository repository,
            MailServer server,
            Secrets secrets,
            Changes changes,
            InvoiceMailDates dates) {
        this.repository = repository;
        this.server = server;
        this.secrets = secrets;
        this.changes = changes;
        this.dates = dates;
    }

    /** Writes a mail down, unless there is one of its occasion or nobody to send it to. */
    Mono<Void> write(NewMail mail) {
        if (mail.to().isEmpty()) {
            return Mono.empty();
        }
        var status = server.present() ? MailStatus.QUEUED : MailStatus.KEPT;
        return repository
                .add(Ids.next(), mail, status, sealed(mail.link()))
                .flatMap(
                        id ->
                                (status == MailStatus.KEPT
                                                ? note(mail.invoice())
                                                : Mono.<Void>empty())
                                        .then(changes.announce("MAIL", id, null)));
    }

    /** Keeps that a mail has gone out. */
    @Transactional
    Mono<Void> sent(Envelope mail) {
        return repository.sent(mail.id()).then(note(mail.invoiceId()));
    }

    private Mono<Void> note(@Nullable UUID invoice) {
        return invoice == null ? Mono.empty() : dates.mailed(invoice);
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
    Envelope complete(MailRepository.LeasedMail leased) {
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

    private byte @Nullable [] sealed(@Nullable String link) {
        return link == null ? null : secrets.seal(PURPOSE, link.getBytes(StandardCharsets.UTF_8));
    }

    private String opened(byte[] link) {
        return new String(secrets.open(PURPOSE, link), StandardCharsets.UTF_8);
    }
}
