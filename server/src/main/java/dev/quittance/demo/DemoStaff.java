package dev.quittance.demo;

import dev.quittance.demo.DemoSignIns.Clerk;
import dev.quittance.identity.Logins;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The people who work for the merchant of the demo. */
@Component
class DemoStaff {
    private final Logins logins;

    DemoStaff(Logins logins) {
        this.logins = logins;
    }

    Mono<Void> make() {
        return Flux.fromIterable(DemoSignIns.STAFF).concatMap(this::make).then();
    }

    private Mono<Void> make(Clerk clerk) {
        return logins.inviteStaff(clerk.name(), clerk.email(), clerk.role())
                .flatMap(user -> logins.activate(user.id(), DemoSignIns.PASSWORD));
    }
}
