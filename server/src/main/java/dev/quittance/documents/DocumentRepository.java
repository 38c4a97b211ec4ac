package dev.quittance.documents;

import dev.quittance.platform.Columns;
import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class DocumentRepository {
    private final DatabaseClient db;

    DocumentRepository(DatabaseClient db) {
        this.db = db;
    }

    Mono<DocumentFile> find(UUID document) {
        return db.sql(
                        """
                        select document_id, customer_id, file_name, pdf
                          from document_file
                         where document_id = :document
                        """)
                .bind("document", document)
                .map(DocumentRepository::file)
                .one();
    }

    Mono<Boolean> exists(UUID document) {
        return db.sql(
                        "select exists (select from document_file where document_id = :document) found")
                .bind("document", document)
                .map(row -> new Columns(row).flag("found"))
                .one();
    }

    /** Keeps a file unless there is one already: the first stays for good. */
    Mono<Void> keep(DocumentKind kind, DocumentFile file) {
        return db.sql(
                        """
                        insert into document_file (document_id, kind, customer_id, file_name, pdf)
                        values (:document, :kind, :customer, :fileName, :pdf)
                            on conflict do nothing
                        """)
                .bind("document", file.document())
                .bind("kind", kind.name())
                .bind("customer", file.customer())
                .bind("fileName", file.fileName())
                .bind("pdf", file.pdf())
                .then();
    }

    private static DocumentFile file(Readable row) {
        var column = new Columns(row);
        return new DocumentFile(
                column.id("document_id"),
                column.id("customer_id"),
                column.text("file_name"),
                column.bytes("pdf"));
    }
}
