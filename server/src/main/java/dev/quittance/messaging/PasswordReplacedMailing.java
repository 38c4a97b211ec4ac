package dev.quittance.messaging;

import dev.quittance.identity.PasswordReplaced;
import dev.quittance.platform.Listener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells people that they have another password, lest it was not them who changed it. */
@Component
class PasswordReplacedMailing implements Listener<PasswordReplaced> {
    private final SignInLetters letters;

    PasswordReplacedMailing(SignInLetters letters) {
        this.letters = letters;
    }

    @Override
    public Class<PasswordReplaced> event() {
        return PasswordReplaced.class;
    }

    @Override
    public Mono<Void> on(PasswordReplaced replaced) {
        return letters.plain(
                replaced.login(),
                "PASSWORD_REPLACED",
                text -> person -> text.passwordReplaced(person.name()));
    }
}
