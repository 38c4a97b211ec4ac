package dev.quittance.customers;

import dev.quittance.customers.ContactOutcome.ContactAdded;
import dev.quittance.customers.ContactOutcome.ContactUpdated;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** The people of customers in GraphQL. */
@Controller
class ContactController {
    private final Contacts contacts;
    private final PortalInvitations invitations;

    ContactController(Contacts contacts, PortalInvitations invitations) {
        this.contacts = contacts;
        this.invitations = invitations;
    }

    /** Who is to be added to which customer, as what. */
    record AddContactInput(
            UUID customerId,
            String name,
            @Nullable String email,
            @Nullable String phone,
            ContactRole role) {}

    /** Whom to invite. */
    record InviteContactInput(UUID id) {}

    /** Who is to sign in or not. */
    record SetContactEnabledInput(UUID id, boolean enabled) {}

    @BatchMapping
    Mono<Map<Customer, List<Contact>>> contacts(List<Customer> owners) {
        return contacts.of(CustomerController.ids(owners))
                .collectMultimap(Contact::customer)
                .map(found -> CustomerController.grouped(owners, found));
    }

    @MutationMapping
    Mono<ContactOutcome> addContact(@Argument AddContactInput input) {
        var given = new NewContact(input.name(), input.email(), input.phone());
        return contacts.add(input.customerId(), given, input.role()).map(ContactAdded::new);
    }

    @MutationMapping
    Mono<ContactOutcome> updateContact(@Argument ContactChange input) {
        return contacts.update(input).map(ContactUpdated::new);
    }

    @MutationMapping
    Mono<ContactOutcome> inviteContact(@Argument InviteContactInput input) {
        return invitations.invite(input.id());
    }

    @MutationMapping
    Mono<ContactOutcome> setContactEnabled(@Argument SetContactEnabledInput input) {
        return invitations.setEnabled(input.id(), input.enabled());
    }
}
