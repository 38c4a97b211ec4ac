package dev.quittance.messaging;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.quittance.customers.Contact;
import dev.quittance.customers.Contacts;
import dev.quittance.invoicing.Invoice;
import dev.quittance.messaging.Forwarding.Person;
import dev.quittance.messaging.MailFacts.BillFacts;
import dev.quittance.organization.Organizations;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Settings;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Proposes what a forwarded invoice says, and to whom it may go. */
@Component
class ForwardProposals {
    private final MailFacts facts;
    private final Contacts contacts;
    private final Organizations organizations;
    private final Settings settings;

    ForwardProposals(
            MailFacts facts, Contacts contacts, Organizations organizations, Settings settings) {
        this.facts = facts;
        this.contacts = contacts;
        this.organizations = organizations;
        this.settings = settings;
    }

    /** Of those of these invoices that can be forwarded: posted here, with a document. */
    Mono<Map<Invoice, Forwarding>> of(List<Invoice> invoices, Caller caller) {
        var possible =
                invoices.stream()
                        .filter(one -> one.number() != null && one.takenOverOn() == null)
                        .collect(toMap(Invoice::id, Function.identity(), (one, _) -> one));
        return Mono.zip(bills(possible), people(possible), letters())
                .map(
                        known ->
                                possible.values().stream()
                                        .collect(
                                                toMap(
                                                        Function.identity(),
                                                        one ->
                                                                proposal(
                                                                        requireNonNull(
                                                                                known.getT1()
                                                                                        .get(
                                                                                                one
                                                                                                        .id())),
                                                                        known.getT2()
                                                                                .getOrDefault(
                                                                                        one
                                                                                                .customer(),
                                                                                        List.of()),
                                                                        known.getT3(),
                                                                        caller))));
    }

    private Mono<Letters> letters() {
        return organizations.current().map(merchant -> Letters.of(merchant.name(), settings));
    }

    private Mono<Map<UUID, BillFacts>> bills(Map<UUID, Invoice> invoices) {
        return facts.bills(List.copyOf(invoices.keySet())).collectMap(BillFacts::invoice);
    }

    private Mono<Map<UUID, List<Contact>>> people(Map<UUID, Invoice> invoices) {
        return contacts.of(invoices.values().stream().map(Invoice::customer).distinct().toList())
                .collect(groupingBy(Contact::customer));
    }

    private static Forwarding proposal(
            BillFacts bill, List<Contact> people, Letters letters, Caller caller) {
        var theirs = letters.in(bill.locale());
        var letter = theirs.invoice(bill.bill());
        var body =
                Stream.of(
                                Stream.of(theirs.words().say("hello.all")),
                                letter.paragraphs().stream().skip(1),
                                Stream.of(caller.name()))
                        .flatMap(Function.identity())
                        .collect(Collectors.joining("\n\n"));
        return new Forwarding(
                letter.subject(), body, people.stream().flatMap(ForwardProposals::person).toList());
    }

    private static Stream<Person> person(Contact contact) {
        var email = contact.email();
        return email == null
                ? Stream.empty()
                : Stream.of(new Person(contact.id(), contact.name(), email));
    }
}
