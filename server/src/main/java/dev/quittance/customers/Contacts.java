package dev.quittance.customers;

import dev.quittance.identity.ContactAccess;
import dev.quittance.identity.PortalAccess;
import dev.quittance.platform.Faults;
import dev.quittance.platform.InvalidInput;
import dev.quittance.platform.NotFound;
import dev.quittance.platform.Refused;
import java.util.Collection;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The people of customers. */
@Service
public class Contacts {
    private final ContactRepository repository;
    private final Customers customers;
    private final PortalAccess access;
    private final CustomerNews news;

    Contacts(
            ContactRepository repository,
            Customers customers,
            PortalAccess access,
            CustomerNews news) {
        this.repository = repository;
        this.customers = customers;
        this.access = access;
        this.news = news;
    }

    /** The contacts of these customers, the primary one first. */
    public Flux<Contact> of(Collection<UUID> customerIds) {
        return repository.of(customerIds);
    }

    /** Adds a person; faults are refused with {@code InvalidInput}. */
    @Transactional
    public Mono<Contact> add(UUID customer, NewContact given, ContactRole role) {
        return Mono.fromSupplier(() -> checked(customer, given, role))
                .delayUntil(_ -> customers.lock(customer))
                .delayUntil(this::makeRoom)
                .delayUntil(repository::insert)
                .delayUntil(contact -> news.contact("contact added", null, contact))
                .onErrorMap(DuplicateKeyException.class, _ -> emailTaken());
    }

    /** Changes a person; faults are refused with {@code InvalidInput}. */
    @Transactional
    Mono<Contact> update(ContactChange change) {
        return locked(change.id())
                .flatMap(before -> save(before, applied(change, before)))
                .onErrorMap(DuplicateKeyException.class, _ -> emailTaken());
    }

    /** A contact, with its customer held until the transaction ends. */
    Mono<Contact> locked(UUID id) {
        return repository
                .find(id)
                .delayUntil(contact -> customers.lock(contact.customer()))
                .flatMap(_ -> repository.find(id))
                .switchIfEmpty(Mono.error(() -> new NotFound("contact")));
    }

    private Mono<Contact> save(Contact before, Contact after) {
        return before.equals(after)
                ? Mono.just(before)
                : makeRoom(after)
                        .then(repository.save(after))
                        .then(access.setPortalRole(after.id(), role(after)))
                        .then(news.contact("contact changed", before, after))
                        .thenReturn(after);
    }

    /** There is one primary contact: the one so far becomes a billing contact. */
    private Mono<Void> makeRoom(Contact contact) {
        return contact.role() == ContactRole.PRIMARY
                ? repository
                        .demotePrimary(contact.customer(), contact.id())
                        .flatMap(other -> access.setPortalRole(other, ContactAccess.BILLING))
                : Mono.empty();
    }

    static ContactAccess role(Contact contact) {
        return switch (contact.role()) {
            case PRIMARY -> ContactAccess.PRIMARY;
            case BILLING -> ContactAccess.BILLING;
            case VIEWER -> ContactAccess.VIEWER;
        };
    }

    private static Contact checked(UUID customer, NewContact given, ContactRole role) {
        var faults = new Faults();
        var contact = given.checked(customer, role, faults, "");
        faults.orThrow();
        return contact;
    }

    private static Contact applied(ContactChange change, Contact before) {
        var faults = new Faults();
        var after = change.applied(before, faults);
        faults.orThrow();
        return after;
    }

    private static Refused emailTaken() {
        return new Refused(
                InvalidInput.of("email", "is the address of another contact of this customer"));
    }
}
