package dev.quittance.identity;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Invites the first owner of an installation that has no staff yet, if the settings name one. */
@Component
class FirstOwner {
    private static final Logger LOG = LoggerFactory.getLogger(FirstOwner.class);

    private final LoginRepository repository;
    private final Logins logins;
    private final IdentitySettings settings;

    FirstOwner(LoginRepository repository, Logins logins, IdentitySettings settings) {
        this.repository = repository;
        this.logins = logins;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    Mono<Void> invite() {
        var owner = settings.firstOwner();
        return Mono.justOrEmpty(owner.email())
                .filterWhen(_ -> repository.anyStaff().map(found -> !found))
                .flatMap(email -> logins.inviteStaff(owner.name(), email, StaffRole.OWNER))
                .doOnNext(_ -> LOG.info("Invited the first owner by mail."))
                .then();
    }
}
