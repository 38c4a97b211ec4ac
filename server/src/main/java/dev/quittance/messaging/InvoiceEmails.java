package dev.quittance.messaging;

import dev.quittance.customers.NoRecipient;
import dev.quittance.customers.Recipients;
import dev.quittance.documents.DocumentKind;
import dev.quittance.invoicing.InvoiceTakenOver;
import dev.quittance.messaging.EmailInvoice.InvoiceMailed;
import dev.quittance.messaging.EmailInvoice.InvoiceNotPosted;
import dev.quittance.messaging.MailFacts.BillFacts;
import dev.quittance.organization.Organizations;
import dev.quittance.platform.Faults;
import dev.quittance.platform.History;
import dev.quittance.platform.HistoryEntry;
import dev.quittance.platform.Ids;
import dev.quittance.platform.NotFound;
import dev.quittance.platform.Refused;
import dev.quittance.platform.Settings;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Mails an invoice because somebody of the staff wants it. */
@Service
class InvoiceEmails {
    private final MailFacts facts;
    private final Mails mails;
    private final Organizations organizations;
    private final Settings settings;
    private final History history;

    InvoiceEmails(
            MailFacts facts,
            Mails mails,
            Organizations organizations,
            Settings settings,
            History history) {
        this.facts = facts;
        this.mails = mails;
        this.organizations = organizations;
        this.settings = settings;
        this.history = history;
    }

    /**
     * Writes the mail, or refuses with {@link NoRecipient}, {@link InvoiceNotPosted} or {@code
     * InvalidInput}.
     *
     * @param to the customer's recipients when null
     */
    @Transactional
    Mono<EmailInvoice> mail(UUID invoice, @Nullable List<String> to) {
        return facts.takenOver(invoice)
                .<BillFacts>flatMap(number -> Mono.error(new Refused(noDocument(number))))
                .switchIfEmpty(Mono.defer(() -> facts.bill(invoice)))
                .switchIfEmpty(Mono.error(() -> new NotFound("invoice")))
                .flatMap(found -> mail(invoice, found, recipients(found, to)));
    }

    private Mono<EmailInvoice> mail(UUID invoice, BillFacts found, List<String> to) {
        return organizations
                .current()
                .map(
                        merchant ->
                                Letters.of(merchant.name(), settings)
                                        .in(found.locale())
                                        .invoice(found.bill()))
                .flatMap(letter -> mails.write(mail(invoice, found, to, letter)))
                .then(history.add(List.of(entry(invoice, found, to))))
                .thenReturn(new InvoiceMailed(invoice, to));
    }

    static InvoiceTakenOver noDocument(String number) {
        return new InvoiceTakenOver(
                "Invoice %s was taken over from the former billing system, so there is no document of it here. Mail the original."
                        .formatted(number));
    }

    private static NewMail mail(UUID invoice, BillFacts found, List<String> to, Letter letter) {
        return new NewMail(
                "invoice-mailed:" + Ids.next(),
                to,
                letter,
                null,
                found.customer(),
                invoice,
                new Enclosure(DocumentKind.INVOICE, invoice));
    }

    private static HistoryEntry.New entry(UUID invoice, BillFacts found, List<String> to) {
        return new HistoryEntry.New(
                "INVOICE",
                invoice,
                found.customer(),
                "invoice mailed",
                null,
                Map.of("to", String.join(", ", to)),
                null);
    }

    private static List<String> recipients(BillFacts found, @Nullable List<String> to) {
        if (!found.posted()) {
            throw new Refused(
                    new InvoiceNotPosted("The invoice is a draft. Post it first, then mail it."));
        }
        if (to != null) {
            var faults = new Faults();
            var checked = Recipients.checked(to, "to", faults);
            faults.orThrow();
            return checked;
        }
        if (found.recipients().isEmpty()) {
            throw new Refused(
                    new NoRecipient(
                            "%s has no address for mail, or is disabled. Name an address to send it to."
                                    .formatted(found.bill().customer())));
        }
        return found.recipients();
    }
}
