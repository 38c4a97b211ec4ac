package dev.quittance.documents;

import dev.quittance.platform.Columns;
import io.r2dbc.spi.Readable;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class DocumentRepository {
    private final DatabaseClient db;

    DocumentRepository(DatabaseClient db) {
        this.db = db;
    }

    Flux<DocumentFile> find(Collection<UUID> documents) {
        return db.sql(
                        """
                        select document_id, customer_id, file_name, pdf
                          from document_file
                         where document_id = any(:documents)
                        """)
                .bind("documents", documents.toArray(UUID[]::new))
                .map(DocumentRepository::file)
                .all();
    }

    /** Those of these documents that have no file. */
    Flux<UUID> missing(Collection<UUID> documents) {
        return db.sql(
                        """
                        select id from unnest(:documents::uuid[]) as wanted (id)
                         where not exists (select from document_file f where f.document_id = wanted.id)
                        """)
                .bind("documents", documents.toArray(UUID[]::new))
                .mapValue(UUID.class)
                .all();
    }

    /** Keeps files of documents that have none: the first stays for good. */
    Mono<Void> keep(DocumentKind kind, List<DocumentFile> files) {
        return db.sql(
                        """
                        insert into document_file (document_id, kind, customer_id, file_name, pdf)
                        select document, :kind, customer, file_name, decode(pdf, 'base64')
                          from unnest(:documents::uuid[], :customers::uuid[], :fileNames::text[], :pdfs::text[])
                               as f (document, customer, file_name, pdf)
                            on conflict do nothing
                        """)
                .bind("kind", kind.name())
                .bind("documents", files.stream().map(DocumentFile::document).toArray(UUID[]::new))
                .bind("customers", files.stream().map(DocumentFile::customer).toArray(UUID[]::new))
                .bind(
                        "fileNames",
                        files.stream().map(DocumentFile::fileName).toArray(String[]::new))
                // The driver knows no array of bytea.
                .bind("pdfs", files.stream().map(DocumentRepository::base64).toArray(String[]::new))
                .then();
    }

    private static String base64(DocumentFile file) {
        return Base64.getEncoder().encodeToString(file.pdf());
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
