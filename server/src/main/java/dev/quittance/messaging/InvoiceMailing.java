package dev.quittance.messaging;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import dev.quittance.documents.DocumentKind;
import dev.quittance.invoicing.InvoicePosted;
import dev.quittance.messaging.MailFacts.BillFacts;
import dev.quittance.organization.Organizations;
import dev.quittance.platform.Listener;
import dev.quittance.platform.Settings;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Mails each posted invoice with its PDF; one of nothing is not worth a mail. */
@Component
class InvoiceMailing implements Listener<InvoicePosted> {
    private final MailFacts facts;
    private final Mails mails;
    private final Organizations organizations;
    private final Settings settings;

    InvoiceMailing(MailFacts facts, Mails mails, Organizations organizations, Settings settings) {
        this.facts = facts;
        this.mails = mails;
        this.organizations = organizations;
        this.settings = settings;
    }

    @Override
    public Class<InvoicePosted> event() {
        return InvoicePosted.class;
    }

    @Override
    public Mono<Void> on(InvoicePosted posted) {
        return onAll(List.of(posted));
    }

    @Override
    public Mono<Void> onAll(List<InvoicePosted> posted) {
        return organizations
                .current()
                .map(merchant -> Letters.of(merchant.name(), settings))
                .flatMap(letters -> written(posted, letters).collectList())
                .flatMap(mails::write);
    }

    private Flux<NewMail> written(List<InvoicePosted> posted, Letters letters) {
        var chosen =
                posted.stream()
                        .filter(one -> one.mail() != null)
                        .collect(toMap(InvoicePosted::invoice, one -> requireNonNull(one.mail())));
        return facts.bills(posted.stream().map(InvoicePosted::invoice).toList())
                .filter(found -> !found.recipients().isEmpty())
                // Unless it was chosen, one of nothing is not worth a mail.
                .filter(
                        found ->
                                chosen.getOrDefault(
                                        found.invoice(), !found.bill().total().isZero()))
                .map(found -> mail(found, letters.invoice(found.bill())));
    }

    private static NewMail mail(BillFacts found, Letter letter) {
        return new NewMail(
                "invoice-posted:" + found.invoice(),
                found.recipients(),
                letter,
                null,
                found.customer(),
                found.invoice(),
                new Enclosure(DocumentKind.INVOICE, found.invoice()));
    }
}
