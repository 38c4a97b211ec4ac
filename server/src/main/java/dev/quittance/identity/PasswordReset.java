package dev.quittance.identity;

import dev.quittance.identity.OneTimeLinkRepository.Found;
import dev.quittance.identity.SignInThrottle.Kind;
import dev.quittance.platform.Faults;
import dev.quittance.platform.Outbox;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** A first or another password by a mailed link. */
@Service
class PasswordReset {
    /** Longer than either way takes, so that time does not tell whether the account exists. */
    private static final Duration ANSWER_AFTER = Duration.ofMillis(300);

    private final LoginRepository logins;
    private final OneTimeLinkRepository links;
    private final PasswordKeeping keeping;
    private final SignInThrottle throttle;
    private final Outbox outbox;

    PasswordReset(
            LoginRepository logins,
            OneTimeLinkRepository links,
            PasswordKeeping keeping,
            SignInThrottle throttle,
            Outbox outbox) {
        this.logins = logins;
        this.links = links;
        this.keeping = keeping;
        this.throttle = throttle;
        this.outbox = outbox;
    }

    /** Asks for a link by mail. The answer is the same whether or not there is such an account. */
    Mono<Void> forgotten(App app, String email, String address) {
        var normal = email.strip().toLowerCase(Locale.ROOT);
        var asked =
                throttle.admit(Kind.RESET_ACCOUNT.of(app.path() + " " + normal))
                        .then(logins.find(app, normal))
                        .flatMap(this::tell)
                        // Who asks again and again gets no more mail, and no other answer.
                        .onErrorComplete(TooManyAttempts.class);
        return throttle.admit(Kind.RESET_ADDRESS.of(address))
                .then(Mono.when(asked, Mono.delay(ANSWER_AFTER)));
    }

    /** Keeps the password if the token still opens something of this application; else false. */
    Mono<Boolean> with(App app, String token, String password) {
        var hash = SecretToken.hash(token);
        return links.find(hash)
                .filter(found -> found.app() == app)
                .doOnNext(found -> check(found, password))
                .flatMap(found -> keeping.byLink(found, hash, password))
                .defaultIfEmpty(false);
    }

    private static void check(Found found, String password) {
        var faults = new Faults();
        PasswordRule.check(faults, "newPassword", password, found.email());
        faults.orThrow();
    }

    private Mono<Void> tell(Login login) {
        return switch (login.status()) {
            case ACTIVE -> outbox.add(new PasswordResetRequested(login.id()));
            case INVITED -> outbox.add(new InvitationRequested(login.id(), null));
            case DISABLED, NOT_INVITED -> Mono.empty();
        };
    }
}
