package dev.quittance.identity;

import dev.quittance.platform.InvalidInput;
import dev.quittance.platform.Outbox;
import dev.quittance.platform.Refused;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Which contacts may sign in to the portal, for which customer and as what. */
@Service
public class PortalAccess {
    private final PortalAccessRepository repository;
    private final Sessions sessions;
    private final Outbox outbox;

    PortalAccess(PortalAccessRepository repository, Sessions sessions, Outbox outbox) {
        this.repository = repository;
        this.sessions = sessions;
        this.outbox = outbox;
    }

    /** Lets a login see a customer as this contact; the contact's access by another login ends. */
    @Transactional
    public Mono<Void> grantPortal(UUID login, UUID customer, UUID contact, ContactAccess role) {
        return told(contact)
                .then(repository.grant(login, customer, contact, role))
                .onErrorMap(
                        DuplicateKeyException.class,
                        _ ->
                                new Refused(
                                        InvalidInput.of(
                                                "email",
                                                "is that of another person of this customer")))
                .then(sessions.announce(login));
    }

    /** Asks for the mail that invites a contact whose access was granted. */
    public Mono<Void> invite(UUID login, UUID customer) {
        return outbox.add(new InvitationRequested(login, customer));
    }

    /** Lets a contact sign in or not; nothing for one who was never invited. */
    @Transactional
    public Mono<Void> setPortalEnabled(UUID contact, boolean enabled) {
        return repository.setEnabled(contact, enabled).then(told(contact));
    }

    /** Changes what a contact may do in the portal; nothing for one who was never invited. */
    @Transactional
    public Mono<Void> setPortalRole(UUID contact, ContactAccess role) {
        return repository.setRole(contact, role).then(told(contact));
    }

    /** Takes a contact's access away. */
    @Transactional
    public Mono<Void> revokePortal(UUID contact) {
        return told(contact).then(repository.remove(contact));
    }

    /** How contacts stand with the portal. Who is missing was never invited. */
    public Mono<Map<UUID, PersonStatus>> statuses(Collection<UUID> contacts) {
        return repository.statuses(contacts).collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<Void> told(UUID contact) {
        return repository.login(contact).flatMap(sessions::announce);
    }
}
