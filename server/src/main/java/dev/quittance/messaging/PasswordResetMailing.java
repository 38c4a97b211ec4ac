package dev.quittance.messaging;

import dev.quittance.identity.PasswordResetRequested;
import dev.quittance.identity.Purpose;
import dev.quittance.platform.Listener;
import dev.quittance.platform.NotFound;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Mails the link with which a forgotten password is replaced. */
@Component
class PasswordResetMailing implements Listener<PasswordResetRequested> {
    private final SignInLetters letters;

    PasswordResetMailing(SignInLetters letters) {
        this.letters = letters;
    }

    @Override
    public Class<PasswordResetRequested> event() {
        return PasswordResetRequested.class;
    }

    @Override
    public Mono<Void> on(PasswordResetRequested requested) {
        return letters.withLink(
                        requested.login(),
                        Purpose.PASSWORD_RESET,
                        null,
                        (text, person, _) -> text.passwordReset(person.name()))
                .onErrorResume(NotFound.class, _ -> Mono.empty());
    }
}
