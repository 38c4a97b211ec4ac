package dev.quittance.messaging;

import static java.util.Objects.requireNonNull;

import dev.quittance.documents.DocumentKind;
import dev.quittance.platform.Columns;
import dev.quittance.platform.Page;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The outgoing mail and its log. */
@Repository
class MailRepository {
    private final DatabaseClient db;

    /** A mail and its one-time link, sealed. */
    record LoggedMail(Mail mail, byte @Nullable [] sealedLink) {}

    /** Which mails to list; what is null does not matter. */
    record Wanted(@Nullable MailStatus status, @Nullable String search, @Nullable UUID customer) {}

    MailRepository(DatabaseClient db) {
        this.db = db;
    }

    /** Writes a mail down; empty when there is one of its occasion already. */
    Mono<UUID> add(UUID id, NewMail mail, MailStatus status, byte @Nullable [] sealedLink) {
        var sql =
                db.sql(
                                """
                        with added as (
                          insert into mail (id, occasion, recipients, subject, text, html, sealed_link,
                                            customer_id, invoice_id, document_kind, document_id, status)
                          values (:id, :occasion, :to, :subject, :text, :html, :link, :customer, :invoice, :documentKind, :document, :status)
                          on conflict (occasion) do nothing
                          returning id),
                        addresses as (
                          insert into mail_address (address, mail_id)
                          select distinct lower(address), id from added cross join unnest(:to) as address)
                        select id from added
                        """)
                        .bind("id", id)
                        .bind("occasion", mail.occasion())
                        .bind("to", mail.to().toArray(String[]::new))
                        .bind("subject", mail.letter().subject())
                        .bind("text", mail.letter().text())
                        .bind("html", mail.letter().html())
                        .bind("status", status.name());
        sql = bind(sql, "link", sealedLink, byte[].class);
        var enclosed = mail.enclosure();
        sql =
                bind(
                        sql,
                        "documentKind",
                        enclosed == null ? null : enclosed.kind().name(),
                        String.class);
        sql = bind(sql, "document", enclosed == null ? null : enclosed.document(), UUID.class);
        sql = bind(sql, "customer", mail.customer(), UUID.class);
        return bind(sql, "invoice", mail.invoice(), UUID.class).mapValue(UUID.class).one();
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
                .map(MailRepository::leased)
                .all();
    }

    /** A mail to be sent, its one-time link still sealed. */
    record LeasedMail(Envelope mail, byte @Nullable [] sealedLink) {}

    Mono<Void> sent(UUID id) {
        return db.sql(
                        """
                        update mail set status = 'SENT', sent_at = now(), failure = null, leased_until = null, sealed_link = null
                         where id = :id
                        """)
                .bind("id", id)
                .then();
    }

    Mono<Void> refused(UUID id, MailStatus status, String failure, long pauseSeconds) {
        return db.sql(
                        """
                        update mail set status = :status, failure = :failure, leased_until = null,
                               next_try_at = now() + :pause * interval '1 second'
                         where id = :id
                        """)
                .bind("id", id)
                .bind("status", status.name())
                .bind("failure", failure)
                .bind("pause", pauseSeconds)
                .then();
    }

    Mono<LoggedMail> find(UUID id) {
        return db.sql(
                        """
                        select id, recipients, subject, text, sealed_link, status, failure, customer_id, invoice_id,
                               document_kind, document_id, created_at, sent_at
                          from mail where id = :id
                        """)
                .bind("id", id)
                .map(MailRepository::logged)
                .one();
    }

    Flux<LoggedMail> page(Wanted wanted, Page page) {
        var search =
                wanted.search() == null ? null : wanted.search().strip().toLowerCase(Locale.ROOT);
        var sql =
                db.sql(
                                """
                        select id, recipients, subject, text, sealed_link, status, failure, customer_id, invoice_id,
                               document_kind, document_id, created_at, sent_at
                          from mail
                         where (:status::text is null or status = :status)
                           and (:customer::uuid is null or customer_id = :customer)
                           and (:search::text is null
                                or id in (select mail_id from mail_address
                                           where address ~>=~ :search and address ~<~ (:search || chr(1114111))))
                           and (:after::uuid is null or id < :after)
                         order by id desc limit :limit
                        """)
                        .bind("limit", page.first() + 1);
        sql =
                bind(
                        sql,
                        "status",
                        wanted.status() == null ? null : wanted.status().name(),
                        String.class);
        sql = bind(sql, "customer", wanted.customer(), UUID.class);
        sql = bind(sql, "search", search == null || search.isEmpty() ? null : search, String.class);
        return bind(sql, "after", page.id(0), UUID.class).map(MailRepository::logged).all();
    }

    /** The PDFs of these documents, without their content. */
    Flux<MailAttachment> attachments(List<UUID> documents) {
        return db.sql(
                        """
                        select kind, document_id, customer_id, file_name, octet_length(pdf) as size
                          from document_file where document_id = any(:documents)
                        """)
                .bind("documents", documents.toArray(UUID[]::new))
                .map(MailRepository::attachment)
                .all();
    }

    private static <T> GenericExecuteSpec bind(
            GenericExecuteSpec sql, String name, @Nullable T value, Class<T> type) {
        return value == null ? sql.bindNull(name, type) : sql.bind(name, value);
    }

    private static LeasedMail leased(Readable row) {
        var columns = new Columns(row);
        return new LeasedMail(
                new Envelope(
                        columns.id("id"),
                        list(row, "recipients", String[].class),
                        columns.text("subject"),
                        columns.text("text"),
                        columns.text("html"),
                        columns.idOrNull("invoice_id"),
                        enclosure(columns),
                        columns.integer("tries")),
                row.get("sealed_link", byte[].class));
    }

    private static LoggedMail logged(Readable row) {
        var columns = new Columns(row);
        return new LoggedMail(
                new Mail(
                        columns.id("id"),
                        list(row, "recipients", String[].class),
                        columns.text("subject"),
                        columns.text("text"),
                        columns.choice("status", MailStatus.class),
                        columns.textOrNull("failure"),
                        columns.idOrNull("customer_id"),
                        columns.idOrNull("invoice_id"),
                        enclosure(columns),
                        columns.at("created_at"),
                        columns.atOrNull("sent_at")),
                row.get("sealed_link", byte[].class));
    }

    private static @Nullable Enclosure enclosure(Columns columns) {
        var kind = columns.choiceOrNull("document_kind", DocumentKind.class);
        return kind == null ? null : new Enclosure(kind, columns.id("document_id"));
    }

    private static MailAttachment attachment(Readable row) {
        var columns = new Columns(row);
        return new MailAttachment(
                columns.choice("kind", DocumentKind.class),
                columns.id("document_id"),
                columns.id("customer_id"),
                columns.text("file_name"),
                columns.integer("size"));
    }

    private static <T> List<T> list(Readable row, String column, Class<T[]> type) {
        return List.of(requireNonNull(row.get(column, type)));
    }
}
