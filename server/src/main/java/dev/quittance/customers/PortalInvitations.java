package dev.quittance.customers;

import static java.util.Objects.requireNonNull;

import dev.quittance.customers.ContactOutcome.ContactHasNoEmail;
import dev.quittance.customers.ContactOutcome.ContactInvited;
import dev.quittance.customers.ContactOutcome.ContactNotInvited;
import dev.quittance.customers.ContactOutcome.ContactUpdated;
import dev.quittance.identity.Logins;
import dev.quittance.identity.PortalAccess;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Lets contacts into the portal. */
@Service
public class PortalInvitations {
    private final Contacts contacts;
    private final ContactRepository repository;
    private final Logins logins;
    private final PortalAccess access;
    private final CustomerNews news;

    PortalInvitations(
            Contacts contacts,
            ContactRepository repository,
            Logins logins,
            PortalAccess access,
            CustomerNews news) {
        this.contacts = contacts;
        this.repository = repository;
        this.logins = logins;
        this.access = access;
        this.news = news;
    }

    /**
     * Gives a contact that has an email address a portal login without any mail, for demo data; the
     * login's id.
     */
    @Transactional
    public Mono<UUID> admit(UUID contact) {
        return contacts.locked(contact)
                .flatMap(this::granted)
                .map(admitted -> requireNonNull(admitted.login()));
    }

    /** Invites a contact by mail, or again. After a change of address the new one signs in. */
    @Transactional
    Mono<ContactOutcome> invite(UUID id) {
        return contacts.locked(id)
                .flatMap(
                        contact ->
                                contact.email() == null
                                        ? Mono.just(new ContactHasNoEmail(contact))
                                        : granted(contact).flatMap(this::invited));
    }

    @Transactional
    Mono<ContactOutcome> setEnabled(UUID id, boolean enabled) {
        return contacts.locked(id)
                .flatMap(
                        contact ->
                                contact.login() == null
                                        ? Mono.just(new ContactNotInvited(contact))
                                        : enabled(contact, enabled));
    }

    private Mono<Contact> granted(Contact contact) {
        return logins.portalLogin(requireNonNull(contact.email()), contact.name())
                .map(contact::with)
                .delayUntil(repository::save)
                .delayUntil(
                        own ->
                                access.grantPortal(
                                        requireNonNull(own.login()),
                                        own.customer(),
                                        own.id(),
                                        Contacts.role(own)));
    }

    private Mono<ContactOutcome> invited(Contact contact) {
        return access.invite(requireNonNull(contact.login()), contact.customer())
                .then(news.contact("contact invited", null, contact))
                .then(repository.find(contact.id()))
                .map(ContactInvited::new);
    }

    private Mono<ContactOutcome> enabled(Contact contact, boolean enabled) {
        var what = enabled ? "portal access enabled" : "portal access disabled";
        return access.setPortalEnabled(contact.id(), enabled)
                .then(news.contact(what, null, contact))
                .then(repository.find(contact.id()))
                .map(ContactUpdated::new);
    }
}
