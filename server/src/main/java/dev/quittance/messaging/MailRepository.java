package dev.quittance.messaging;

import static java.util.Objects.requireNonNull;

import dev.quittance.documents.DocumentKind;
import dev.quittance.platform.Columns;
import dev.quittance.platform.Given;
import dev.quittance.platform.Page;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The log of outgoing mail. */
@Repository
class MailRepository {
    private static final UUID LAST_ID = new UUID(-1, -1);

    /** Behind every text that begins with what stands before it. */
    private static final String LAST_LETTER = Character.toString(Character.MAX_CODE_POINT);

    private static final String LISTED = page("");

    private static final String SEARCHED =
            page(
                    """
                    and exists (select from mail_address a
                                 where a.mail_id = mail.id and a.address ~>=~ :from and a.address ~<~ :until)
                    """);

    private final DatabaseClient db;

    /** A mail and its one-time link, sealed. */
    record LoggedMail(Mail mail, byte @Nullable [] sealedLink) {}

    /** Which mails to list; what is null does not matter. */
    record Wanted(@Nullable MailStatus status, @Nullable String search, @Nullable UUID customer) {}

    MailRepository(DatabaseClient db) {
        this.db = db;
    }

    private static String page(String searched) {
        return """
               select id, recipients, subject, text, sealed_link, status, failure, customer_id, invoice_id,
                      document_kind, document_id, created_at, sent_at
                 from mail
                where (:status::text is null or status = :status)
                  and (:customer::uuid is null or customer_id = :customer)
                  and id < :before
                  %s
                order by id desc
                limit :first + 1
               """
                .formatted(searched);
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

    /** Newest first. */
    Flux<LoggedMail> page(Wanted wanted, Page page) {
        var search =
                wanted.search() == null ? "" : wanted.search().strip().toLowerCase(Locale.ROOT);
        var sql =
                search.isEmpty()
                        ? db.sql(LISTED)
                        : db.sql(SEARCHED).bind("from", search).bind("until", search + LAST_LETTER);
        var status = wanted.status();
        return sql.bind("status", Given.sql(status == null ? null : status.name(), String.class))
                .bind("customer", Given.sql(wanted.customer(), UUID.class))
                .bind("before", Objects.requireNonNullElse(page.id(0), LAST_ID))
                .bind("first", page.first())
                .map(MailRepository::logged)
                .all();
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

    static @Nullable Enclosure enclosure(Columns columns) {
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

    static <T> List<T> list(Readable row, String column, Class<T[]> type) {
        return List.of(requireNonNull(row.get(column, type)));
    }
}
