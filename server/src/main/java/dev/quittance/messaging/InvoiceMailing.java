package dev.quittance.messaging;

import dev.quittance.documents.DocumentKind;
import dev.quittance.invoicing.InvoicePosted;
import dev.quittance.messaging.MailFacts.BillFacts;
import dev.quittance.organization.Organizations;
import dev.quittance.platform.Listener;
import dev.quittance.platform.Settings;
import org.springframework.stereotype.Component;
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
        return facts.bill(posted.invoice())
                .filter(found -> !found.recipients().isEmpty() && !found.bill().total().isZero())
                .flatMap(
                        found ->
                                letter(found)
                                        .flatMap(
                                                letter ->
                                                        mails.write(mail(posted, found, letter))));
    }

    private Mono<Letter> letter(BillFacts found) {
        return organizations
                .current()
                .map(merchant -> Letters.of(merchant.name(), settings).invoice(found.bill()));
    }

    private static NewMail mail(InvoicePosted posted, BillFacts found, Letter letter) {
        return new NewMail(
                "invoice-posted:" + posted.invoice(),
                found.recipients(),
                letter,
                null,
                found.customer(),
                posted.invoice(),
                new Enclosure(DocumentKind.INVOICE, posted.invoice()));
    }
}
