package dev.quittance.messaging;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import dev.quittance.documents.DocumentKind;
import dev.quittance.invoicing.InvoicePosted;
import dev.quittance.messaging.MailFacts.BillFacts;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Mails each posted invoice with its PDF; one of nothing is not worth a mail. */
@Component
class InvoiceMailing extends Mailing<InvoicePosted> {
    private final MailFacts facts;

    InvoiceMailing(MailFacts facts, Desk desk) {
        super(InvoicePosted.class, desk);
        this.facts = facts;
    }

    @Override
    Flux<NewMail> mails(List<InvoicePosted> posted, Letters letters) {
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
                .map(found -> mail(found, letters.in(found.locale()).invoice(found.bill())));
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
