package dev.quittance.messaging;

import dev.quittance.documents.Documents;
import dev.quittance.messaging.MailMessage.Attachment;
import dev.quittance.messaging.MailMessage.Sender;
import dev.quittance.organization.Organization;
import dev.quittance.organization.Organizations;
import dev.quittance.platform.Settings;
import java.util.List;
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

    Mono<MailMessage> of(Envelope mail) {
        return Mono.zip(organizations.current().map(this::sender), attachments(mail))
                .map(t -> MailMessage.of(mail, t.getT1(), t.getT2()));
    }

    private Sender sender(Organization merchant) {
        return new Sender(merchant.name(), merchant.email(), host);
    }

    private Mono<List<Attachment>> attachments(Envelope mail) {
        var enclosed = mail.enclosure();
        return enclosed == null
                ? Mono.just(List.of())
                : documents
                        .pdf(enclosed.kind(), enclosed.document())
                        .map(file -> List.of(new Attachment(file.fileName(), file.pdf())));
    }
}
