package dev.quittance.identity;

import dev.quittance.identity.PasswordChange.PasswordChanged;
import dev.quittance.identity.PasswordChange.WrongPassword;
import dev.quittance.platform.Caller;
import dev.quittance.platform.Faults;
import dev.quittance.platform.Forbidden;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Lets people change their own password, if they know the present one. */
@Service
class PasswordChanges {
    private final LoginRepository logins;
    private final Passwords passwords;
    private final PasswordKeeping keeping;
    private final SignInThrottle throttle;

    PasswordChanges(
            LoginRepository logins,
            Passwords passwords,
            PasswordKeeping keeping,
            SignInThrottle throttle) {
        this.logins = logins;
        this.passwords = passwords;
        this.keeping = keeping;
        this.throttle = throttle;
    }

    Mono<PasswordChange> change(Caller caller, String existing, String wanted) {
        return login(caller)
                .doOnNext(login -> check(login, wanted))
                .delayUntil(login -> throttle.admit(account(login)))
                .flatMap(login -> change(login, caller.session(), existing, wanted))
                .onErrorResume(
                        TooManyAttempts.class,
                        wait -> Mono.just(new WrongPassword(wait.sentence())));
    }

    private Mono<PasswordChange> change(
            Login login, @Nullable UUID session, String existing, String wanted) {
        return logins.passwordHash(login.id())
                .filterWhen(hash -> passwords.fits(existing, hash))
                .delayUntil(_ -> throttle.clear(account(login)))
                .flatMap(_ -> keeping.bySession(login.id(), session, wanted))
                .<PasswordChange>map(ended -> new PasswordChanged(Math.toIntExact(ended)))
                .defaultIfEmpty(new WrongPassword("The existing password is not right."));
    }

    private Mono<Login> login(Caller caller) {
        var id = caller.id();
        var person = caller.kind() == Caller.Kind.STAFF || caller.kind() == Caller.Kind.CONTACT;
        return (person && id != null ? logins.find(id) : Mono.<Login>empty())
                .switchIfEmpty(Mono.error(() -> new Forbidden("Only people have passwords.")));
    }

    private static void check(Login login, String wanted) {
        var faults = new Faults();
        PasswordRule.check(faults, "new", wanted, login.email());
        faults.orThrow();
    }

    private static SignInThrottle.Subject account(Login login) {
        return SignIn.account(login.app(), login.email());
    }
}
