package dev.quittance.demo;

import dev.quittance.customers.Contacts;
import dev.quittance.customers.NewContact;
import dev.quittance.customers.PortalInvitations;
import dev.quittance.demo.DemoCustomer.Person;
import dev.quittance.identity.Logins;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lets people of demo customers sign in to the portal. */
@Component
class DemoPortal {
    private final Contacts contacts;
    private final PortalInvitations invitations;
    private final Logins logins;

    DemoPortal(Contacts contacts, PortalInvitations invitations, Logins logins) {
        this.contacts = contacts;
        this.invitations = invitations;
        this.logins = logins;
    }

    Mono<Void> open(UUID customer, List<Person> people) {
        return Flux.fromIterable(people).concatMap(person -> open(customer, person)).then();
    }

    private Mono<Void> open(UUID customer, Person person) {
        return contacts.add(
                        customer,
                        new NewContact(person.name(), person.email(), null),
                        person.role())
                .flatMap(contact -> invitations.admit(contact.id()))
                .flatMap(login -> logins.activate(login, DemoSignIns.PASSWORD));
    }
}
