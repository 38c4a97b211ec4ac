package dev.quittance.messaging;

import dev.quittance.customers.Customers;
import dev.quittance.customers.NoRecipient;
import dev.quittance.messaging.EmailInvoice.InvoiceNotPosted;
import dev.quittance.messaging.MailFacts.BillFacts;
import dev.quittance.organization.Organizations;
import dev.quittance.platform.Caller;
import dev.quittance.platform.NotFound;
import dev.quittance.platform.Refused;
import dev.quittance.platform.Settings;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds invoices that may be mailed on, and says why another one may not. */
@Component
class ForwardableInvoices {
    private final MailFacts facts;
    private final Customers customers;
    private final Organizations organizations;
    private final Settings settings;

    ForwardableInvoices(
            MailFacts facts, Customers customers, Organizations organizations, Settings settings) {
        this.facts = facts;
        this.customers = customers;
        this.organizations = organizations;
        this.settings = settings;
    }

    /** An invoice, whose it is, and who writes about it. */
    record Found(UUID customer, Letters letters) {}

    /** One of the caller's own customer that is posted and has a document; refused otherwise. */
    Mono<Found> owned(UUID invoice, Caller caller) {
        return facts.bill(invoice)
                .switchIfEmpty(Mono.error(() -> new NotFound("invoice")))
                .doOnNext(found -> caller.mustOwn(found.customer()))
                .doOnNext(ForwardableInvoices::mustBePosted)
                .delayUntil(_ -> refuseTakenOver(invoice))
                .delayUntil(this::refuseDisabled)
                .zipWith(organizations.current())
                .map(
                        both ->
                                new Found(
                                        both.getT1().customer(),
                                        Letters.of(both.getT2().name(), settings)
                                                .in(both.getT1().locale())));
    }

    private static void mustBePosted(BillFacts found) {
        if (!found.posted()) {
            throw new Refused(
                    new InvoiceNotPosted("The invoice is a draft; it is not mailed yet."));
        }
    }

    private Mono<Void> refuseTakenOver(UUID invoice) {
        return facts.takenOver(invoice)
                .flatMap(number -> Mono.error(new Refused(InvoiceEmails.noDocument(number))));
    }

    private Mono<Void> refuseDisabled(BillFacts found) {
        return customers
                .get(found.customer())
                .filter(customer -> !customer.active())
                .flatMap(
                        customer ->
                                Mono.error(
                                        new Refused(
                                                new NoRecipient(
                                                        "%s is disabled and gets no mail."
                                                                .formatted(customer.name())))));
    }
}
