package dev.quittance.messaging;

import dev.quittance.platform.Columns;
import dev.quittance.platform.Ids;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The outgoing mail on its way: written down, leased by a worker, sent or refused. */
@Repository
class MailQueue {
    private final DatabaseClient db;

    /** A mail to be written down, its one-time link sealed and in base64. */
    record Sealed(NewMail mail, @Nullable String link) {}

    /** A mail that was written down, and the invoice it is about. */
    record Written(UUID id, @Nullable UUID invoice) {}

    /** A mail to be sent, its one-time link still sealed. */
    record LeasedMail(Envelope mail, byte @Nullable [] sealedLink) {}

    /** What the mail server said when it did not take a mail. */
    record Refusal(UUID mail, MailStatus status, String words, long pauseSeconds) {}

    MailQueue(DatabaseClient db) {
        this.db = db;
    }

    /** Writes mails down; those of an occasion that has its mail already are left out. */
    Flux<Written> add(List<Sealed> mails, MailStatus status) {
        return db.sql(
                        """
                        with given as (
                          select id, occasion, string_to_array(recipients, chr(10)) as recipients, subject, text, html,
                                 decode(link, 'base64') as link, customer, invoice, document_kind, document
                            from unnest(:ids::uuid[], :occasions::text[], :recipients::text[], :subjects::text[],
                                        :texts::text[], :htmls::text[], :links::text[], :customers::uuid[],
                                        :invoices::uuid[], :documentKinds::text[], :documents::uuid[])
                                 as m (id, occasion, recipients, subject, text, html, link, customer, invoice,
                                       document_kind, document)),
                        added as (
                          insert into mail (id, occasion, recipients, subject, text, html, sealed_link,
                                            customer_id, invoice_id, document_kind, document_id, status)
                          select id, occasion, recipients, subject, text, html, link, customer, invoice, document_kind,
                                 document, :status
                            from given
                              on conflict (occasion) do nothing
                          returning id, recipients, invoice_id),
                        addresses as (
                          insert into mail_address (address, mail_id)
                          select distinct lower(address), id from added cross join unnest(recipients) as address)
                        select id, invoice_id from added order by id
                        """)
                .bind("status", status.name())
                .bind("ids", mails.stream().map(_ -> Ids.next()).toArray(UUID[]::new))
                .bind("occasions", texts(mails, NewMail::occasion))
                .bind("recipients", texts(mails, mail -> String.join("\n", mail.to())))
                .bind("subjects", texts(mails, mail -> mail.letter().subject()))
                .bind("texts", texts(mails, mail -> mail.letter().text()))
                .bind("htmls", texts(mails, mail -> mail.letter().html()))
                .bind("links", mails.stream().map(Sealed::link).toArray(String[]::new))
                .bind("customers", ids(mails, NewMail::customer))
                .bind("invoices", ids(mails, NewMail::invoice))
                .bind("documentKinds", texts(mails, MailQueue::documentKind))
                .bind("documents", ids(mails, MailQueue::document))
                .map(MailQueue::written)
                .all();
    }

    /** Takes mails whose time has come, for some minutes. */
    Flux<LeasedMail> lease(int limit) {
        return db.sql(
                        """
                        update mail set leased_until = now() + interval '5 minutes', tries = tries + 1
                         where id in (select id from mail
                                       where status = 'QUEUED' and next_try_at <= now()
                                         and (leased_until is null or leased_until < now())
                                       order by next_try_at limit :limit for update skip locked)
                        returning id, recipients, subject, text, html, sealed_link, invoice_id,
                                  document_kind, document_id, tries
                        """)
                .bind("limit", limit)
                .map(MailQueue::leased)
                .all();
    }

    Mono<Void> sent(List<UUID> mails) {
        if (mails.isEmpty()) {
            return Mono.empty();
        }
        return db.sql(
                        """
                        update mail set status = 'SENT', sent_at = now(), failure = null, leased_until = null, sealed_link = null
                         where id = any(:mails)
                        """)
                .bind("mails", mails.toArray(UUID[]::new))
                .then();
    }

    /** A mail that another server has sent meanwhile stays sent. */
    Mono<Void> refused(List<Refusal> refusals) {
        if (refusals.isEmpty()) {
            return Mono.empty();
        }
        return db.sql(
                        """
                        update mail set status = r.status, failure = r.words, leased_until = null,
                               next_try_at = now() + r.pause * interval '1 second'
                          from unnest(:mails::uuid[], :statuses::text[], :words::text[], :pauses::bigint[])
                               as r (mail, status, words, pause)
                         where id = r.mail and mail.status = 'QUEUED'
                        """)
                .bind("mails", refusals.stream().map(Refusal::mail).toArray(UUID[]::new))
                .bind(
                        "statuses",
                        refusals.stream().map(one -> one.status().name()).toArray(String[]::new))
                .bind("words", refusals.stream().map(Refusal::words).toArray(String[]::new))
                .bind("pauses", refusals.stream().map(Refusal::pauseSeconds).toArray(Long[]::new))
                .then();
    }

    /** Queues a mail anew that was given up; empty when it was not. */
    Mono<UUID> retry(UUID mail) {
        return db.sql(
                        """
                        update mail set status = 'QUEUED', tries = 0, next_try_at = now(), leased_until = null
                         where id = :mail and status = 'FAILED' returning id
                        """)
                .bind("mail", mail)
                .mapValue(UUID.class)
                .one();
    }

    private static @Nullable String documentKind(NewMail mail) {
        return mail.enclosure() == null ? null : mail.enclosure().kind().name();
    }

    private static @Nullable UUID document(NewMail mail) {
        return mail.enclosure() == null ? null : mail.enclosure().document();
    }

    private static String[] texts(List<Sealed> mails, Function<NewMail, @Nullable String> text) {
        return mails.stream().map(one -> text.apply(one.mail())).toArray(String[]::new);
    }

    private static UUID[] ids(List<Sealed> mails, Function<NewMail, @Nullable UUID> id) {
        return mails.stream().map(one -> id.apply(one.mail())).toArray(UUID[]::new);
    }

    private static Written written(Readable row) {
        var columns = new Columns(row);
        return new Written(columns.id("id"), columns.idOrNull("invoice_id"));
    }

    private static LeasedMail leased(Readable row) {
        var columns = new Columns(row);
        return new LeasedMail(
                new Envelope(
                        columns.id("id"),
                        MailRepository.list(row, "recipients", String[].class),
                        columns.text("subject"),
                        columns.text("text"),
                        columns.text("html"),
                        columns.idOrNull("invoice_id"),
                        MailRepository.enclosure(columns),
                        columns.integer("tries")),
                row.get("sealed_link", byte[].class));
    }
}
