package dev.quittance.messaging;

import dev.quittance.identity.InvitationRequested;
import dev.quittance.identity.Purpose;
import dev.quittance.platform.Listener;
import dev.quittance.platform.NotFound;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Mails invitations to the console and to the portal. */
@Component
class InvitationMailing implements Listener<InvitationRequested> {
    private final SignInLetters letters;
    private final MailFacts facts;

    InvitationMailing(SignInLetters letters, MailFacts facts) {
        this.letters = letters;
        this.facts = facts;
    }

    @Override
    public Class<InvitationRequested> event() {
        return InvitationRequested.class;
    }

    @Override
    public Mono<Void> on(InvitationRequested requested) {
        var customer = requested.customer();
        var written =
                customer == null
                        ? toStaff(requested.login())
                        : toContact(requested.login(), customer);
        // Disabled since: there is nobody to invite any more.
        return written.onErrorResume(NotFound.class, _ -> Mono.empty());
    }

    private Mono<Void> toStaff(UUID login) {
        return letters.withLink(
                login,
                Purpose.INVITATION,
                null,
                (text, person, _) -> text.staffInvitation(person.name()));
    }

    private Mono<Void> toContact(UUID login, UUID customer) {
        return facts.customerName(customer)
                .flatMap(
                        name ->
                                letters.withLink(
                                        login,
                                        Purpose.INVITATION,
                                        customer,
                                        (text, person, link) ->
                                                text.contactInvitation(
                                                        person.name(),
                                                        name,
                                                        !link.contains("#token="))));
    }
}
