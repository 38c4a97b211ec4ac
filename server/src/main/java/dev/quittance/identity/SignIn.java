package dev.quittance.identity;

import dev.quittance.identity.SignInThrottle.Kind;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Lets people in who know their password. Why somebody is not let in, nobody is told. */
@Service
class SignIn {
    private static final int LONGEST_EMAIL = 254;

    private final LoginRepository logins;
    private final Passwords passwords;
    private final Sessions sessions;
    private final SignInThrottle throttle;

    SignIn(
            LoginRepository logins,
            Passwords passwords,
            Sessions sessions,
            SignInThrottle throttle) {
        this.logins = logins;
        this.passwords = passwords;
        this.sessions = sessions;
        this.throttle = throttle;
    }

    /**
     * A new session's token; empty when email and password don't fit an account that may sign in.
     */
    Mono<String> with(App app, String email, String password, String address) {
        var normal = email.strip().toLowerCase(Locale.ROOT);
        if (normal.length() > LONGEST_EMAIL) {
            return Mono.empty();
        }
        var from = Kind.ADDRESS.of(address);
        var account = account(app, normal);
        return throttle.admit(from)
                .then(throttle.admit(account))
                .then(logins.find(app, normal).singleOptional())
                .filterWhen(login -> fits(login, password))
                .flatMap(Mono::justOrEmpty)
                .filter(login -> login.status() == PersonStatus.ACTIVE)
                .flatMap(login -> sessions.open(login.id(), app))
                .delayUntil(_ -> logins.noteSignIn(app, normal))
                .delayUntil(_ -> throttle.clear(account))
                .delayUntil(_ -> throttle.succeeded(from));
    }

    static SignInThrottle.Subject account(App app, String email) {
        return Kind.ACCOUNT.of(app.path() + " " + email);
    }

    private Mono<Boolean> fits(Optional<Login> login, String password) {
        return Mono.justOrEmpty(login)
                .flatMap(found -> logins.passwordHash(found.id()))
                .singleOptional()
                .flatMap(hash -> passwords.fits(password, hash.orElse(null)));
    }
}
