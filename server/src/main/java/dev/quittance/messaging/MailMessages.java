package dev.quittance.messaging;

import dev.quittance.documents.DocumentFile;
import dev.quittance.documents.Documents;
import dev.quittance.messaging.MailMessage.Attachment;
import dev.quittance.messaging.MailMessage.Sender;
import dev.quittance.organization.Organization;
import dev.quittance.organization.Organizations;
import dev.quittance.platform.Settings;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Puts written mails into the form in which they are sent: from the merchant, with documents. */
@Component
class MailMessages {
    private final Organizations organizations;
    private final Documents documents;
    private final String host;

    MailMessages(Organizations organizations, Documents documents, Settings settings) {
        this.organizations = organizations;
        this.documents = documents;
        this.host =
                settings.publicUrl().getHost() == null
                        ? "localhost"
                        : settings.publicUrl().getHost();
    }

    /** What several mails have in common: who sends them, and the files that are made already. */
    record Post(Sender from, Map<UUID, DocumentFile> files) {}

    Mono<Post> post(List<Envelope> mails) {
        var enclosed =
                mails.stream()
                        .map(Envelope::enclosure)
                        .filter(Objects::nonNull)
                        .map(Enclosure::document)
                        .distinct()
                        .toList();
        return Mono.zip(
                        organizations.current().map(this::sender),
                        documents.made(enclosed).collectMap(DocumentFile::document))
                .map(t -> new Post(t.getT1(), t.getT2()));
    }

    Mono<MailMessage> of(Envelope mail, Post post) {
        return attachments(mail, post).map(files -> MailMessage.of(mail, post.from(), files));
    }

    private Sender sender(Organization merchant) {
        return new Sender(merchant.name(), merchant.email(), host);
    }

    private Mono<List<Attachment>> attachments(Envelope mail, Post post) {
        var enclosed = mail.enclosure();
        return enclosed == null
                ? Mono.just(List.of())
                : Mono.justOrEmpty(post.files().get(enclosed.document()))
                        .switchIfEmpty(
                                Mono.defer(
                                        () -> documents.pdf(enclosed.kind(), enclosed.document())))
                        .map(file -> List.of(new Attachment(file.fileName(), file.pdf())));
    }
}
