package dev.quittance.messaging;

import dev.quittance.customers.Customer;
import dev.quittance.customers.Customers;
import dev.quittance.documents.DocumentLinks;
import dev.quittance.invoicing.Invoice;
import dev.quittance.invoicing.Invoices;
import dev.quittance.messaging.EmailInvoice.InvoiceMailed;
import dev.quittance.platform.Caller;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Whom and what mails are about, and what is attached to them. */
@Controller
class MailFields {
    private final Customers customers;
    private final Invoices invoices;
    private final MailRepository repository;
    private final DocumentLinks links;

    MailFields(
            Customers customers,
            Invoices invoices,
            MailRepository repository,
            DocumentLinks links) {
        this.customers = customers;
        this.invoices = invoices;
        this.repository = repository;
        this.links = links;
    }

    @BatchMapping(typeName = "Mail")
    Mono<Map<Mail, Customer>> customer(List<Mail> mails) {
        return customers
                .byIds(ids(mails, Mail::customerId))
                .map(found -> of(mails, Mail::customerId, found));
    }

    @BatchMapping(typeName = "Mail")
    Mono<Map<Mail, Invoice>> invoice(List<Mail> mails) {
        return invoices.byIds(ids(mails, Mail::invoiceId))
                .map(found -> of(mails, Mail::invoiceId, found));
    }

    @SchemaMapping(typeName = "InvoiceMailed")
    Mono<Invoice> invoice(InvoiceMailed mailed) {
        return invoices.byIds(List.of(mailed.invoiceId()))
                .map(found -> Objects.requireNonNull(found.get(mailed.invoiceId())));
    }

    @BatchMapping(typeName = "Mail")
    Mono<Map<Mail, List<MailAttachment>>> attachments(List<Mail> mails) {
        var documents =
                mails.stream()
                        .map(Mail::enclosure)
                        .filter(Objects::nonNull)
                        .map(Enclosure::document)
                        .toList();
        return repository
                .attachments(documents)
                .collectMap(MailAttachment::document)
                .map(
                        found ->
                                mails.stream()
                                        .collect(
                                                Collectors.toMap(
                                                        Function.identity(),
                                                        mail -> of(mail, found))));
    }

    private static List<MailAttachment> of(Mail mail, Map<UUID, MailAttachment> found) {
        var attachment = mail.enclosure() == null ? null : found.get(mail.enclosure().document());
        return attachment == null ? List.of() : List.of(attachment);
    }

    @SchemaMapping(typeName = "MailAttachment")
    @Nullable String url(MailAttachment attachment, @ContextValue Caller caller) {
        return links.url(attachment.kind(), attachment.document(), attachment.customer(), caller);
    }

    private static List<UUID> ids(List<Mail> mails, Function<Mail, @Nullable UUID> id) {
        return mails.stream().map(id).filter(Objects::nonNull).distinct().toList();
    }

    private static <T> Map<Mail, T> of(
            List<Mail> mails, Function<Mail, @Nullable UUID> id, Map<UUID, T> found) {
        var result = new HashMap<Mail, T>();
        for (var mail : mails) {
            var key = id.apply(mail);
            var value = key == null ? null : found.get(key);
            if (value != null) {
                result.put(mail, value);
            }
        }
        return result;
    }
}
