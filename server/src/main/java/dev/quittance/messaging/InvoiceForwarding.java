package dev.quittance.messaging;

import static java.util.stream.Collectors.toMap;

import dev.quittance.customers.Contact;
import dev.quittance.customers.Contacts;
import dev.quittance.documents.DocumentKind;
import dev.quittance.messaging.ForwardInvoice.InvoiceForwarded;
import dev.quittance.messaging.Letter.Action;
import dev.quittance.platform.Caller;
import dev.quittance.platform.History;
import dev.quittance.platform.HistoryEntry;
import dev.quittance.platform.Ids;
import dev.quittance.preferences.PortalSwitch;
import dev.quittance.preferences.Switches;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Lets the primary contact of a customer mail an invoice to other people of the same customer. */
@Service
class InvoiceForwarding {
    private final ForwardableInvoices invoices;
    private final Contacts contacts;
    private final Switches switches;
    private final Mails mails;
    private final History history;

    InvoiceForwarding(
            ForwardableInvoices invoices,
            Contacts contacts,
            Switches switches,
            Mails mails,
            History history) {
        this.invoices = invoices;
        this.contacts = contacts;
        this.switches = switches;
        this.mails = mails;
        this.history = history;
    }

    /**
     * Writes the mail, or refuses with {@code SwitchedOff}, {@code NoRecipient}, {@code
     * InvoiceNotPosted}, {@code InvoiceTakenOver} or {@code InvalidInput}.
     */
    @Transactional
    Mono<ForwardInvoice> forward(ForwardInvoiceInput input) {
        return Caller.current()
                .flatMap(caller -> invoices.owned(input.invoiceId(), caller))
                .delayUntil(found -> switches.require(PortalSwitch.FORWARD, found.customer(), null))
                .zipWhen(found -> people(found.customer()))
                .flatMap(both -> write(input, both.getT1(), input.checked(both.getT2())));
    }

    private Mono<Map<UUID, Contact>> people(UUID customer) {
        return contacts.of(List.of(customer)).collect(toMap(Contact::id, Function.identity()));
    }

    private Mono<ForwardInvoice> write(
            ForwardInvoiceInput input, ForwardableInvoices.Found found, List<String> to) {
        var mail =
                new NewMail(
                        "invoice-forwarded:" + Ids.next(),
                        to,
                        letter(input, found),
                        null,
                        found.customer(),
                        input.invoiceId(),
                        new Enclosure(DocumentKind.INVOICE, input.invoiceId()));
        return mails.write(mail)
                .then(history.add(List.of(entry(input.invoiceId(), found.customer(), to))))
                .thenReturn(new InvoiceForwarded(to));
    }

    private static Letter letter(ForwardInvoiceInput input, ForwardableInvoices.Found found) {
        var words = input.words();
        return found.letters()
                .letter(
                        words.subject(),
                        words.paragraphs(),
                        new Action(
                                found.letters().words().say("portal.see"),
                                found.letters().portal("/invoices/" + input.invoiceId())));
    }

    private static HistoryEntry.New entry(UUID invoice, UUID customer, List<String> to) {
        return new HistoryEntry.New(
                "INVOICE",
                invoice,
                customer,
                "invoice forwarded",
                null,
                Map.of("to", String.join(", ", to)),
                null);
    }
}
